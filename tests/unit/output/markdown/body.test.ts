import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bodyMarkdown } from '../../../../src/output/markdown/body.ts';

const written = (body: string) => bodyMarkdown(body, (path) => `https://x.example/base/${path}`);

describe('content’s own Markdown among other Markdown', () => {
  for (const [what, body, expected] of [
    [
      'has whole links within the site, and no others changed',
      ' [a](/policy/#b "c") [d](</e/>) [f](//g.example) [h](https://i.example/ "j") www.k.example\n',
      '[a](https://x.example/base/policy/#b "c") [d](https://x.example/base/e/) [f](//g.example) [h](https://i.example/ "j") www.k.example',
    ],
    ['keeps code as it is', '`[a](/b/)`\n\n```\n[c]: /d/\n```', '`[a](/b/)`\n\n```\n[c]: /d/\n```'],
    [
      'has direct links where it has some by reference, so that no other body’s are meant',
      '[*a*][b], [b][] and [b]\n\n> [b]: /c/ "d \\" &amp; e"\n\n[b]: /other/\n\nf [g]',
      '[*a*](https://x.example/base/c/ "d \\" \\& e"), [b](https://x.example/base/c/ "d \\" \\& e") and [b](https://x.example/base/c/ "d \\" \\& e")\n\n> \n\n\n\nf [g]',
    ],
    ['refers to no footnote', 'a[^1] `[^1]` \\[^1] \\\\[^1]', 'a\\[^1] `[^1]` \\[^1] \\\\\\[^1]'],
    [
      'refers to none beside what GitHub makes an address of',
      '[^1] a\\@b.example [^2] `[^3]`\n\n* [^4] a&commat;b.example\n* [^5] www\\.b.example',
      '\\[^1] a\\@b.example \\[^2] `[^3]`\n\n* \\[^4] a&commat;b.example\n* \\[^5] www\\.b.example',
    ],
    [
      'has no more cells than it had',
      '| [a](/b/?c\\|d "e\\|f") | g |\n|-|-|',
      '| [a](https://x.example/base/b/?c%7Cd "e\\|f") | g |\n|-|-|',
    ],
    ['ends its code', 'a\n\n````\nb\n```', 'a\n\n````\nb\n```\n````'],
    ['ends its code once', 'a\n\n~~~ sh\nb\n~~~~ ', 'a\n\n~~~ sh\nb\n~~~~'],
    ['has the line breaks of this system', 'a\r\nb\rc\r\n\r\n* d', 'a\nb\nc\n\n* d'],
  ] as const)
    test(what, () => assert.equal(written(body), expected));
});
