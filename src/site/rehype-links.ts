import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Adds the base to links within the site, like `/policy/`, and `rel` to links to other sites. */
export function rehypeLinks({ base }: { base: string }) {
  return (tree: Root): void =>
    visit(tree, 'element', ({ tagName, properties }) => {
      const { href } = properties;
      if (tagName !== 'a' || typeof href !== 'string') return;
      if (/^\/(?!\/)/.test(href)) properties['href'] = base.replace(/\/?$/, '') + href;
      else if (/^https?:/.test(href)) properties['rel'] = ['noopener'];
    });
}
