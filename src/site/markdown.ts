import { basename } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { markdownPlugins } from '../check/markdown-plugins.ts';
import { rehypeLinks } from './rehype-links.ts';
import { remarkDocument } from './remark-document.ts';

/** Passes the tier of a file to the `<Requirements />` in its body. */
const remarkRequirementsOfTier = () => (tree: Root, file: VFile) =>
  visit(tree, 'mdxJsxFlowElement', ({ name, attributes }) => {
    if (name === 'Requirements')
      attributes.push({ type: 'mdxJsxAttribute', name: 'tier', value: basename(file.path, '.mdx') });
  });

/** The Markdown processor. SmartyPants would change the policy's words; GFM comes from our own pinned plugin. */
export const markdown = (base: string) =>
  unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [...markdownPlugins, remarkRequirementsOfTier, remarkDocument],
    rehypePlugins: [[rehypeLinks, { base }]],
  });
