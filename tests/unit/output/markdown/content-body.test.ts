import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bodyMarkdown } from '../../../../src/output/markdown/content-body.ts';

const written = (body: string) => bodyMarkdown(body, (path) => `https://x.example/base/${path}`);

describe('Markdown of content', () => {
  for (const [what, body, expected] of [
    [
      'links within the site become absolute, and other links stay unchanged',
      ' [a](/policy/#b "c") [d](</e/>) [f](//g.example) [h](https://i.example/ "j") www.k.example\n',
      '[a](https://x.example/base/policy/#b "c") [d](https://x.example/base/e/) [f](//g.example) [h](https://i.example/ "j") www.k.example',
    ],
    ['code stays unchanged', '`[a](/b/)`\n\n```\n[c]: /d/\n```', '`[a](/b/)`\n\n```\n[c]: /d/\n```'],
    [
      'reference links become direct links, so that they cannot refer to another body',
      '[*a*][b], [b][] and [b]\n\n> [b]: /c/ "d \\" &amp; e"\n\n[b]: /other/\n\nf [g]',
      '[*a*](https://x.example/base/c/ "d \\" \\& e"), [b](https://x.example/base/c/ "d \\" \\& e") and [b](https://x.example/base/c/ "d \\" \\& e")\n\n> \n\n\n\nf [g]',
    ],
    ['footnote references are escaped', 'a[^1] `[^1]` \\[^1] \\\\[^1]', 'a\\[^1] `[^1]` \\[^1] \\\\\\[^1]'],
    [
      'footnote references beside automatic addresses are escaped',
      '[^1] a\\@b.example [^2] `[^3]`\n\n* [^4] a&commat;b.example\n* [^5] www\\.b.example',
      '\\[^1] a\\@b.example \\[^2] `[^3]`\n\n* \\[^4] a&commat;b.example\n* \\[^5] www\\.b.example',
    ],
    [
      'a table keeps its number of cells',
      '| [a](/b/?c\\|d "e\\|f") | g |\n|-|-|',
      '| [a](https://x.example/base/b/?c%7Cd "e\\|f") | g |\n|-|-|',
    ],
    ['an open code block is closed', 'a\n\n````\nb\n```', 'a\n\n````\nb\n```\n````'],
    ['a closed code block stays closed', 'a\n\n~~~ sh\nb\n~~~~ ', 'a\n\n~~~ sh\nb\n~~~~'],
    ['every line break becomes a line feed', 'a\r\nb\rc\r\n\r\n* d', 'a\nb\nc\n\n* d'],
  ] as const)
    test(what, () => assert.equal(written(body), expected));
});
