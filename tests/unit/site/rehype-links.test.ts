import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { rehypeLinks } from '../../../src/site/rehype-links.ts';

/** The properties of a link after it, below a base. */
function through(href: string, base: string): Element['properties'] {
  const link: Element = { type: 'element', tagName: 'a', properties: { href }, children: [] };
  rehypeLinks({ base })({ type: 'root', children: [link] });
  return link.properties;
}

test('a link from the top of the site gets the base before it, whatever characters it has', () => {
  assert.equal(through('/policy/', '/')['href'], '/policy/');
  assert.equal(through('/policy/', '/tiers/')['href'], '/tiers/policy/');
  assert.equal(through("/data/?of=$&$'", '/tiers/')['href'], "/tiers/data/?of=$&$'");
});

test('a link to elsewhere says so, and any other is left alone', () => {
  assert.deepEqual(through('https://x.example/', '/tiers/'), { href: 'https://x.example/', rel: ['noopener'] });
  assert.deepEqual(through('#note', '/tiers/'), { href: '#note' });
  assert.deepEqual(through('//x.example/', '/tiers/'), { href: '//x.example/' });
});
