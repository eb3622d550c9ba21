import { basename } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { markdownPlugins } from '../check/markdown-plugins.ts';
import { rehypeLinks } from './rehype-links.ts';
import { remarkDocument } from './remark-document.ts';

/** Tells `<Requirements />` the tier in whose prose it stands. */
const remarkRequirementsOfTier = () => (tree: Root, file: VFile) =>
  visit(tree, 'mdxJsxFlowElement', ({ name, attributes }) => {
    if (name === 'Requirements')
      attributes.push({ type: 'mdxJsxAttribute', name: 'tier', value: basename(file.path, '.mdx') });
  });

/** How content becomes HTML. SmartyPants would change the policy's words; GFM comes from the pinned plugin alone. */
export const markdown = (base: string) =>
  unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [...markdownPlugins, remarkRequirementsOfTier, remarkDocument],
    rehypePlugins: [[rehypeLinks, { base }]],
  });
