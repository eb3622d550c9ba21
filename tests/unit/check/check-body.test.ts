import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkBody } from '../../../src/check/check-body.ts';
import type { ContentFile } from '../../../src/check/parse-file.ts';
import { requirementsTag } from '../../../src/domain/document.ts';

const position = () => ({ line: 1, column: 1 });
/** A file whose body begins on line 10. */
const file = (body: string, isTier = false): ContentFile => ({
  path: `content/${isTier ? 'tiers' : 'features'}/file.mdx`,
  id: 'file',
  text: body,
  data: {},
  body: body.trim(),
  mdx: `${'\n'.repeat(9)}${body}`,
  ambiguous: undefined,
  positionOf: position,
  positionOfKey: position,
  written: () => undefined,
});
const lines = (body: string, isTier = false) =>
  checkBody(file(body, isTier), isTier ? 'tier' : 'text', new Set(['', 'log/', 'log/#lamp', '#lamp'])).map(
    ({ line, column, message }) => `${line}:${column}: ${message}`,
  );

describe('Markdown in a body', () => {
  const bodies: Record<string, string> = {
    'an empty body is accepted': '',
    'emphasis, code and lists are accepted': '* It *is* `x < {y}`\n\n  1. and **so** on.\n',
    'a code block is accepted': '```\nimport x from y;\n<b>{y}</b>\n```\n',
    'a table is accepted': '| a | b |\n|---|---|\n| c | d |\n',
    'escaped braces and angle brackets are accepted': 'A set \\{a, b\\}, x \\< y, and 3 < 4.\n',
    'a web address and a mailto address are accepted': '[a](https://lantern.example) [b](mailto:b@lantern.example)\n',
    'site addresses are accepted': '[a](/) [b](/log/) [c](/log/#lamp) [d](/?q=lamp#lamp) [e]\n\n[e]: /log/\n',
  };
  for (const [what, body] of Object.entries(bodies)) test(what, () => assert.deepEqual(lines(body), []));
});

describe('Invalid content in a body', () => {
  test('a paragraph that begins with "import" or "export" is reported', () => {
    assert.deepEqual(
      lines("import a from 'a'\n\nexport const b = 1\n").map((line) => line.split(':')[0]),
      ['10', '12'],
    );
    // Code and prose get the same message; it suggests no backslash, because a reader would see one.
    for (const text of ['export const b = 1', 'export of lamps is\nfree', 'import lamps'])
      assert.deepEqual(lines(`Words.\n\n${text}\n`), [
        `12:1: MDX reads a paragraph that begins with "${text.slice(0, 6)}" as code; begin it with another word or a capital letter`,
      ]);
  });

  test('an expression and a comment in braces are reported', () => {
    const message = 'content cannot contain code in braces; write the words themselves, or "\\{" for a brace';
    assert.deepEqual(lines('a {b} c\n\n{/* d */}\n'), [
      `10:3: ${message}`,
      '12:1: content cannot contain comments; delete this one, or write "# …" on a line of the frontmatter',
    ]);
  });

  test('each tag is reported', () => {
    assert.deepEqual(lines('<Lamp />\n\nA <b>lamp</b>.\n'), [
      '10:1: "<Lamp>" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"',
      '12:3: "<b>" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"',
    ]);
  });

  test('an invalid inline link or link definition is reported at its place', () => {
    assert.deepEqual(
      lines('a [b](javascript:c)\n\n[a]\n\n[a]: /lgo/\n').map((line) => line.split(';')[0]),
      ['10:3: "javascript:c" cannot be published', '14:1: "/lgo/" is not an address of this site'],
    );
  });

  test('headings, images, footnotes and indented code are reported', () => {
    assert.deepEqual(
      lines('## A\n\n![b](/log/)\n\n    c\n\nd[^1]\n\n[^1]: E.\n').map((line) => line.split(';')[0]),
      [
        '10:1: only the document has headings',
        '12:1: content cannot contain images',
        '16:2: only the document has footnotes',
        '18:1: only the document has footnotes',
        '14:1: spaces at the beginning make this line code',
      ],
    );
  });
});

describe('Invalid MDX in a body', () => {
  for (const [what, body, expected] of [
    [
      'an unescaped "<"',
      'a\nb <3\n',
      '11:3: "<" begins a tag, and content cannot contain tags; write "\\<" for a literal "<", or put the words in backticks',
    ],
    [
      'an unclosed tag',
      'a\n\nb <i>c\n',
      '12:3: "<i>" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"',
    ],
    [
      'a closing tag without an opening tag',
      'a </b> c\n',
      '10:3: "</b>" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"',
    ],
    [
      'a generic type',
      'a Vec<u8> c\n',
      '10:6: "<u8>" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"',
    ],
    [
      'a link in angle brackets',
      'a <https://b.example>\n',
      '10:3: MDX has no links in angle brackets; write [words](address)',
    ],
    [
      'an unclosed brace',
      'a {b\n',
      '10:3: a brace begins code, and content cannot contain code; write "\\{" for a literal "{", or put the words in backticks',
    ],
    [
      'a pair of braces around words',
      'a {b c}\n',
      '10:3: content cannot contain code in braces; write the words themselves, or "\\{" for a brace',
    ],
    [
      'an HTML comment',
      'a\n\n<!-- b -->\n',
      '12:1: MDX has no HTML comments; delete it, or write "# …" on a line of the frontmatter',
    ],
  ] as const)
    test(`${what} is reported`, () => assert.deepEqual(lines(body), [expected]));
});

describe('The list of requirements in a body', () => {
  test('the tag is accepted', () => assert.deepEqual(lines(`Prose.\n\n${requirementsTag}\n\nProse.\n`, true), []));

  const others = [
    '<Requirements/>',
    '<Requirements></Requirements>',
    '<Requirements all />',
    `Here: ${requirementsTag}`,
    `  ${requirementsTag}`,
    `- ${requirementsTag}`,
    `> ${requirementsTag}`,
  ];
  for (const written of others)
    test(`"${written}" is rejected`, () => {
      assert.match(lines(`${written}\n`, true)[0] ?? '', /^10:\d: the list of requirements is not written correctly; /);
    });

  test('an unindented tag in a code block is reported, and an indented one is not', () => {
    assert.deepEqual(lines(`\`\`\`\n${requirementsTag}\n\`\`\`\n\n${requirementsTag}\n`, true), [
      `11:1: other readers of Markdown read this line as the list of requirements; put a space before "${requirementsTag}"`,
    ]);
    assert.deepEqual(lines(`\`\`\`\n ${requirementsTag}\n\`\`\`\n\n${requirementsTag} \n`, true), []);
  });

  test('a list of requirements outside a tier is reported', () => {
    assert.deepEqual(lines(requirementsTag), [
      `10:1: only a tier has a list of requirements; delete "${requirementsTag}"`,
    ]);
  });
});

test('a tier whose prose does not list its requirements is reported', () => {
  const tier = (body: string, requirements: string[]) =>
    checkBody({ ...file(body, true), data: { requirements } }, 'tier').map(({ message }) => message);
  const message = `the prose does not say where its requirements are listed; write "${requirementsTag}" on a line of its own`;
  assert.deepEqual(tier('Prose.\n', ['night-watch']), [message]);
  assert.deepEqual(tier('', ['night-watch']), [message]);
  assert.deepEqual(tier(`\`${requirementsTag}\`\n`, ['night-watch']), [message]);
  assert.deepEqual(tier('Prose.\n', []), []);
  assert.deepEqual(tier(`${requirementsTag}\n`, ['night-watch']), []);
});

test('a second list of requirements is reported', () => {
  assert.deepEqual(lines(`${requirementsTag}\n\nAnd again:\n\n${requirementsTag}\n`, true), [
    '14:1: the list of requirements appears twice; delete this one',
  ]);
});
