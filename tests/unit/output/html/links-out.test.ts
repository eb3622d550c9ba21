import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judged, linksMarkdown, linksOut } from '../../../../src/output/html/links-out.ts';

const own = 'https://lantern.example';

test('An address to elsewhere is taken once, without its fragment, with the first page that has it', () => {
  const links = linksOut(
    [
      {
        page: 'a.html',
        html: '<a href="https://x.example/one#part"></a> <a class="b" href="https://x.example/two?a=1&amp;b=2&#38;c=3">two</a>',
      },
      { page: 'b.html', html: '<a href="https://x.example/one"></a> <a href="http://y.example/"></a>' },
    ],
    own,
  );
  assert.deepEqual(
    [...links],
    [
      ['https://x.example/one', 'a.html'],
      ['https://x.example/two?a=1&b=2&c=3', 'a.html'],
      ['http://y.example/', 'b.html'],
    ],
  );
});

test('None is taken that is the site’s own, relative, text, or behind a form to sign in', () => {
  const html =
    '<a href="https://lantern.example/a"> <a href="/b"> href="x" <p>https://x.example</p> <a href="https://git.example/o/r/issues/new?template=a.yml"> <a href="https://git.example/o/r/edit/main/a.mdx">';
  assert.deepEqual([...linksOut([{ page: 'a.html', html }], own)], []);
});

test('Dead is what is gone, or where nobody answers; a server that refuses or fails has said nothing', () => {
  assert.deepEqual([200, 301, 404, 410, undefined].map(judged), ['alive', 'alive', 'dead', 'dead', 'dead']);
  assert.deepEqual([401, 403, 429, 500, 503].map(judged), ['unclear', 'unclear', 'unclear', 'unclear', 'unclear']);
});

test('The text names each dead address and its page, and nothing is said where none is dead', () => {
  const links = new Map([
    ['https://x.example/a', 'a.html'],
    ['https://x.example/b', 'b.html'],
    ['https://x.example/c', 'c.html'],
  ]);
  const [a, b, c] = ['https://x.example/a', 'https://x.example/b', 'https://x.example/c'] as const;
  assert.equal(
    linksMarkdown(
      links,
      new Map([
        [a, 'alive'],
        [b, 'unclear'],
        [c, 'alive'],
      ]),
    ),
    '',
  );
  assert.equal(
    linksMarkdown(
      links,
      new Map([
        [a, 'dead'],
        [b, 'alive'],
        [c, 'alive'],
      ]),
    ),
    'These addresses lead nowhere any more:\n\n- `https://x.example/a`, on `a.html`\n',
  );
  assert.match(
    linksMarkdown(
      links,
      new Map([
        [a, 'dead'],
        [b, 'unclear'],
        [c, 'alive'],
      ]),
    ),
    /would not say:\n\n- `https:\/\/x\.example\/b`, on `b\.html`\n$/,
  );
});
