import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPolicy } from '../../../../src/output/html/csp.ts';

const page = (inner: string) => `<html><head><meta charset="utf-8">${inner}</head></html>`;
const policyOf = (html: string) => /content="([^"]*)"/.exec(withPolicy(html))?.[1] ?? '';

test('a page without scripts and styles may run none', () => {
  assert.equal(
    policyOf(page('')),
    "default-src 'none'; script-src 'none'; style-src 'none'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'",
  );
});

test('an inline script and a style are let in by their hash, each once', () => {
  // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
  const hash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
  const [other, style, empty] = [
    "'sha256-4axlHpxgDbFzJObpXPFZgZhULrEGgJiud3OwxN9unHg='",
    "'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='",
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  ];
  const policy = policyOf(
    page(
      '<script>alert(1)</script><script type="module">alert(1)</script><script>alert(2)</script><style>p{}</style><style></style>',
    ),
  );
  assert.ok(policy.includes(`; script-src ${hash} ${other}; style-src ${style} ${empty}; `), policy);
});

test('data that no browser runs needs no hash', () => {
  assert.match(
    policyOf(page('<script type="application/ld+json">{}</script><script type="application/json">{}</script>')),
    /script-src 'none'/,
  );
});

test('the policy stands before everything that it rules, and nothing else on the page changes', () => {
  const html = page('<title>$& $1</title>');
  const meta = /<meta http-equiv[^>]*>/.exec(withPolicy(html))?.[0] ?? '';
  assert.equal(withPolicy(html).replace(meta, ''), html);
  assert.ok(withPolicy(html).startsWith(`<html><head><meta charset="utf-8">${meta}`));
});
