import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Makes the links of content hold under any base: `/policy/` gets the base before it, one to elsewhere its `rel`. */
export function rehypeLinks({ base }: { base: string }) {
  return (tree: Root): void =>
    visit(tree, 'element', ({ tagName, properties }) => {
      const { href } = properties;
      if (tagName !== 'a' || typeof href !== 'string') return;
      if (/^\/(?!\/)/.test(href)) properties['href'] = base.replace(/\/?$/, '') + href;
      else if (/^https?:/.test(href)) properties['rel'] = ['noopener'];
    });
}
