import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { rehypeLinks } from '../../../src/site/rehype-links.ts';

/** The properties of a link after the plugin ran with a base. */
function propertiesAfterPlugin(href: string, base: string): Element['properties'] {
  const link: Element = { type: 'element', tagName: 'a', properties: { href }, children: [] };
  rehypeLinks({ base })({ type: 'root', children: [link] });
  return link.properties;
}

test('a root-relative link gets the base as a prefix, whatever characters it has', () => {
  assert.equal(propertiesAfterPlugin('/policy/', '/')['href'], '/policy/');
  assert.equal(propertiesAfterPlugin('/policy/', '/tiers/')['href'], '/tiers/policy/');
  assert.equal(propertiesAfterPlugin("/data/?of=$&$'", '/tiers/')['href'], "/tiers/data/?of=$&$'");
});

test('an external link gets rel="noopener", and other links stay unchanged', () => {
  const external = 'https://x.example/';
  assert.deepEqual(propertiesAfterPlugin(external, '/tiers/'), { href: external, rel: ['noopener'] });
  for (const href of ['#note', '//x.example/']) assert.deepEqual(propertiesAfterPlugin(href, '/tiers/'), { href });
});
