import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { rehypeLinks } from '../../../src/site/rehype-links.ts';

/** The properties of a link after the plugin ran with a base. */
function through(href: string, base: string): Element['properties'] {
  const link: Element = { type: 'element', tagName: 'a', properties: { href }, children: [] };
  rehypeLinks({ base })({ type: 'root', children: [link] });
  return link.properties;
}

test('a root-relative link gets the base as a prefix, whatever characters it has', () => {
  assert.equal(through('/policy/', '/')['href'], '/policy/');
  assert.equal(through('/policy/', '/tiers/')['href'], '/tiers/policy/');
  assert.equal(through("/data/?of=$&$'", '/tiers/')['href'], "/tiers/data/?of=$&$'");
});

test('an external link gets rel="noopener", and other links stay unchanged', () => {
  assert.deepEqual(through('https://x.example/', '/tiers/'), { href: 'https://x.example/', rel: ['noopener'] });
  assert.deepEqual(through('#note', '/tiers/'), { href: '#note' });
  assert.deepEqual(through('//x.example/', '/tiers/'), { href: '//x.example/' });
});
