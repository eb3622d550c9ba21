import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPolicy } from '../../../src/formats/csp.ts';

const page = (inner: string) => `<html><head><meta charset="utf-8">${inner}</head></html>`;
const policyOf = (html: string) => /content="([^"]*)"/.exec(withPolicy(html))?.[1] ?? '';

test('a page without scripts and styles may run none', () => {
  assert.match(policyOf(page('')), /script-src 'none'; style-src 'none'/);
});

test('an inline script and a style are let in by their hash, each once', () => {
  // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
  const hash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
  const policy = policyOf(page('<script>alert(1)</script><script type="module">alert(1)</script><style>p{}</style>'));
  assert.match(policy, new RegExp(`script-src ${hash.replaceAll(/[+/]/g, '\\$&')}; style-src 'sha256-[^ ]+';`));
});

test('data that no browser runs needs no hash', () => {
  assert.match(policyOf(page('<script type="application/ld+json">{}</script>')), /script-src 'none'/);
});

test('the policy stands before everything that it rules, and nothing else on the page changes', () => {
  const html = page('<title>$& $1</title>');
  const meta = /<meta http-equiv[^>]*>/.exec(withPolicy(html))?.[0] ?? '';
  assert.equal(withPolicy(html).replace(meta, ''), html);
  assert.ok(withPolicy(html).startsWith(`<html><head><meta charset="utf-8">${meta}`));
});
