import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refusal } from '../../../src/import/other-formats.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { readPage } from '../../../src/import/read-page.ts';
import { splitAtCommas } from '../../../src/import/read-rows.ts';

const base = 'https://git.example/lantern/docs/tiers.md';
const read = (...texts: string[]) => {
  const page = readPage(
    texts.map((text, index) => ({ name: `${index + 1}.md`, text })),
    base,
  );
  const document = readDocument(page);
  return {
    page,
    ...document,
    reported: document.leftovers.map(({ line, what }) => `${page.positionOf(line)}: ${what}`),
  };
};

describe('Reading a page', () => {
  test('a page becomes a document body with components for tables, tiers and notes', () => {
    const { body } = read(`# Support of Lantern

Read [the plan][plan] & \`{braces}\`, {more} a < b. <!-- a remark -->

## Status

#### Tier 1

| Category | Feature            | Since |
|----------|--------------------|-------|
| Lamp     | [\`red_lamp\`][plan] | 2020  |

#### Tier 2

| Category | Description          | Missing Tier 1 Requirements |
|----------|----------------------|-----------------------------|
| *other*  | Mode \`#![dim]\` [^a]  | oil, words (\`a, b\`, c)      |

A stray remark.

[^a]: It *dims*.

    Twice.

[plan]: https://git.example/plan

## Meaning

#### Tier 2 - May Go Dark

Before.

* One
  line.

  * inner

* Two.

After.

##### Besides

And more.

#### Tier 1 - Kept Lit

Only words.
`);
    assert.equal(
      body,
      `# Support of Lantern

Read [the plan][plan] & \`{braces}\`, \\{more} a \\< b.

## Status

#### Tier 1

<TierTable tier="1" />

#### Tier 2

<TierTable tier="2" />

A stray remark.

<Notes />

[plan]: https://git.example/plan

## Meaning

<Tier tier="2" />

##### Besides

And more.

<Tier tier="1" heading="4" />`,
    );
  });

  test('code of another site generator stays as text and is reported', () => {
    const { body, reported } = read('# A\n\nOne\n{{#include rows.md}}, `{{code}}`.\n\n{% if lit %}\n');
    assert.match(body, /\\\{\\\{#include rows\.md\}\}/);
    assert.deepEqual(reported, [
      'line 4: the template code {{#include rows.md}}, which is only text here',
      'line 6: the template code {% if lit %}, which is only text here',
    ]);
  });

  test('front matter gives the title and does not shift the line numbers', () => {
    for (const frontMatter of ['---\ntitle: Care\n---\n', '+++\ntitle = "Care"\n+++\n']) {
      const { title, body, reported } = read(`${frontMatter}\n<i class="x">One</i> <q>two</q>.\n\n## Tier 1\n`);
      assert.equal(title, 'Care');
      assert.ok(body.startsWith('# Care\n\n*One* two.'), body);
      assert.deepEqual(reported, ['line 5: the HTML <q>']);
    }
    assert.equal(read('---\n\n# A\n\nB\n\n---\n').body, '---\n\n# A\n\nB\n\n---');
  });

  test('several files become one page and keep their own footnotes, links and line numbers', () => {
    const one =
      '# One\n\nA[^n] [b].\n\n## Tier 1\n\n| Name |\n|-|\n| a |\n\n[^n]: First.\n\n[b]: https://one.example\n';
    const two =
      'Two\n===\n\nC[^n] [b] [d][b].\n\nMore\n----\n\n[^n]: Second.\n\n[b]: https://two.example\n\n### E\n\n<p>F <q>g</q></p>\n\n<!-- h -->\n';
    const { body, reported } = read(one, two);
    for (const expected of [
      'A[^n] [b].\n',
      '[^n]: First.\n',
      '[b]: https://one.example\n',
      'Two\n---\n\nC[^n-2] [b][b-2] [d][b-2].\n',
      '### More\n',
      '[^n-2]: Second.\n',
      '[b-2]: https://two.example\n',
      '#### E\n',
      'F "g"',
    ])
      assert.ok(body.includes(expected), `${expected}\n---\n${body}`);
    assert.deepEqual(reported, ['2.md:17: the HTML <!-- h -->']);
  });

  test('explicit anchors of headings are kept as former anchors', () => {
    const { formerAnchors, body } = read(
      '# A {#start}\n\n## B {#b}\n\n<a name="old"></a>\n\n## C\n\n<h3 id="deep">D</h3>\n\n## C {: #again .x }\n',
    );
    assert.deepEqual(Object.fromEntries(formerAnchors), { start: 'a', old: 'c', deep: 'd', again: 'c-1' });
    assert.equal(body, '# A\n\n## B\n\n## C\n\n### D\n\n## C');
  });

  test('a relative address becomes absolute, and a fragment becomes a link to the policy page', () => {
    assert.equal(
      read('# A\n\n[b](./b.md) [c](../c.md#d) [e](#f) [g](/h) [i](mailto:a@b.example) [j].\n\n[j]: k.md "L"').body,
      '# A\n\n[b](https://git.example/lantern/docs/b.md) [c](https://git.example/lantern/c.md#d) [e](/policy/#f) [g](https://git.example/h) [i](mailto:a@b.example) [j].\n\n[j]: https://git.example/lantern/docs/k.md "L"',
    );
  });

  test('invisible characters are removed and reported', () => {
    const { body, reported } = read('# A\n\nB\u200Bc\u202E d.\n');
    assert.equal(body, '# A\n\nBc d.');
    assert.deepEqual(reported, ['line 3: 2 invisible characters']);
  });

  test('a tag that is not HTML is escaped, even if it is named like an object property', () => {
    assert.equal(
      read('# A\n\nB <constructor> <T> <toString>c</toString> {proto} <!-- d --> e.\n\n<valueOf>\n').body,
      '# A\n\nB \\<constructor> \\<T> \\<toString>c\\</toString> \\{proto}  e.\n\n\\<valueOf>',
    );
  });
});

describe('Files that are not Markdown', () => {
  const cases: Record<string, [text: string, command: string | undefined]> = {
    'a.md': ['# A\n\n.. note::\n', undefined],
    'a.txt': ['# A', undefined],
    'a b.rst': ['A\n=', "pandoc -f rst -t gfm 'a b.rst' -o 'a b.md'"],
    'a.txt.rst': ['', 'pandoc -f rst -t gfm a.txt.rst -o a.txt.md'],
    README: ['A\n=\n\n.. note:: b', 'pandoc -f rst -t gfm README -o README.md'],
    'a.adoc': ['= A', 'npx downdoc -o a.md a.adoc'],
    'a.txt.text': ['|===\n| a\n|===', 'npx downdoc -o a.txt.md a.txt.text'],
    'a.html': ['', 'pandoc -f html -t gfm a.html -o a.md'],
    'b.md': ['<!DOCTYPE html>\n<p>', 'pandoc -f html -t gfm b.md -o b.md'],
    'a.org': ['* A', 'pandoc -f org -t gfm a.org -o a.md'],
    'a.pdf': ['%PDF-1.7\0', 'markitdown a.pdf -o a.md'],
    'a.docx': ['PK\uFFFD\0', 'pandoc -f docx -t gfm a.docx -o a.md'],
    'c.md': ['# A \uFFFD', 'markitdown c.md -o c.md.md'],
  };
  test('a file in another format is rejected with the command that converts it', () => {
    for (const [file, [text, command]] of Object.entries(cases)) {
      const refused = refusal(file, text);
      assert.equal(refused?.split('run this first: ')[1], command, file);
      assert.ok(!refused?.includes('\n'));
    }
  });
});

test('missing items are split at commas, except in brackets and in code', () => {
  assert.deepEqual(splitAtCommas('CI testing, `a, b`, x (y, z) w,'), ['CI testing', '`a, b`', 'x (y, z) w']);
  assert.deepEqual(splitAtCommas('a ( b, c, , `d` e, `'), ['a ( b', 'c', '`d` e', '`']);
  assert.deepEqual(splitAtCommas('()``, ('), ['()``', '(']);
  assert.deepEqual(splitAtCommas(''), []);
});
