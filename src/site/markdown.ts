import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import { readEnvironment } from '../check/environment.ts';
import { rehypeLinks } from './rehype-links.ts';

/** How Markdown becomes HTML. SmartyPants would change the policy's words; GFM comes from the pinned plugin alone. */
export const markdown = unified({
  gfm: false,
  smartypants: false,
  remarkPlugins: [remarkGfm],
  rehypePlugins: [[rehypeLinks, { base: readEnvironment().base }]],
});

/** The HTML of a body that names no components. */
export async function renderMarkdown(body: string): Promise<string> {
  const renderer = await markdown.createRenderer({ syntaxHighlight: false });
  return (await renderer.render(body)).code;
}
