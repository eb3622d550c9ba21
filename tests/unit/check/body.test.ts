import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkBody } from '../../../src/check/body.ts';
import type { ContentFile } from '../../../src/check/parse-file.ts';
import { requirementsTag } from '../../../src/domain/document.ts';

const place = () => ({ line: 1, column: 1 });
/** A file whose body begins on line 10. */
const file = (body: string, isTier = false): ContentFile => ({
  path: `content/${isTier ? 'tiers' : 'features'}/file.mdx`,
  id: 'file',
  text: body,
  data: {},
  body: body.trim(),
  mdx: `${'\n'.repeat(9)}${body}`,
  ambiguous: undefined,
  placeOf: place,
  placeOfKey: place,
  written: () => undefined,
});
const lines = (body: string, isTier = false) =>
  checkBody(file(body, isTier), isTier ? 'tier' : 'words', new Set(['', 'log/', 'log/#lamp', '#lamp'])).map(
    ({ line, column, message }) => `${line}:${column}: ${message}`,
  );

describe('A body may hold any Markdown', () => {
  const bodies: Record<string, string> = {
    nothing: '',
    'emphasis, code and lists': '* It *is* `x < {y}`\n\n  1. and **so** on.\n',
    'a block of code': '```\nimport x from y;\n<b>{y}</b>\n```\n',
    tables: '| a | b |\n|---|---|\n| c | d |\n',
    'escaped braces and angles': 'A set \\{a, b\\}, x \\< y, and 3 < 4.\n',
    'an address on the web and a mailbox': '[a](https://lantern.example) [b](mailto:b@lantern.example)\n',
    'addresses of the site': '[a](/) [b](/log/) [c](/log/#lamp) [d](/?q=lamp#lamp) [e]\n\n[e]: /log/\n',
  };
  for (const [what, body] of Object.entries(bodies)) test(what, () => assert.deepEqual(lines(body), []));
});

describe('A body is words, not a program', () => {
  test('an import or an export is named', () => {
    assert.deepEqual(
      lines("import a from 'a'\n\nexport const b = 1\n").map((line) => line.split(':')[0]),
      ['10', '12'],
    );
    // Whether it is a program or words, and with no backslash, which a reader would see.
    for (const text of ['export const b = 1', 'export of lamps is\nfree', 'import lamps'])
      assert.deepEqual(lines(`Words.\n\n${text}\n`), [
        `12:1: MDX reads a paragraph that begins with "${text.slice(0, 6)}" as code; begin it with another word or a capital letter`,
      ]);
  });

  test('each expression is named', () => {
    const mend = 'content cannot contain code in braces; write the words themselves, or "\\{" for a brace';
    assert.deepEqual(lines('a {b} c\n\n{/* d */}\n'), [
      `10:3: ${mend}`,
      '12:1: content cannot contain comments; delete this one, or write "# …" on a line of the frontmatter',
    ]);
  });

  test('each component that the site does not have is named', () => {
    assert.deepEqual(lines('<Lamp />\n\nA <b>lamp</b>.\n'), [
      '10:1: "<Lamp>" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"',
      '12:3: "<b>" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"',
    ]);
  });

  test('a link that leads nowhere is named where it is written, in text or by reference', () => {
    assert.deepEqual(
      lines('a [b](javascript:c)\n\n[a]\n\n[a]: /lgo/\n').map((line) => line.split(';')[0]),
      ['10:3: "javascript:c" cannot be published', '14:1: "/lgo/" is not an address of this site'],
    );
  });

  test('headings, pictures, footnotes and indented code are reported', () => {
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

describe('Invalid MDX is reported at its place in the file, with a fix', () => {
  for (const [what, body, expected] of [
    [
      'an angle',
      'a\nb <3\n',
      '11:3: "<" begins a tag, and content cannot contain tags; write "\\<" for a literal "<", or put the words in backticks',
    ],
    [
      'a tag that stays open',
      'a\n\nb <i>c\n',
      '12:3: "<i>" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"',
    ],
    [
      'a tag that is only closed',
      'a </b> c\n',
      '10:3: "</b>" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"',
    ],
    [
      'a type',
      'a Vec<u8> c\n',
      '10:6: "<u8>" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"',
    ],
    [
      'a link in angle brackets',
      'a <https://b.example>\n',
      '10:3: MDX has no links in angle brackets; write [words](address)',
    ],
    [
      'a brace',
      'a {b\n',
      '10:3: a brace begins code, and content cannot contain code; write "\\{" for a literal "{", or put the words in backticks',
    ],
    [
      'braces around words',
      'a {b c}\n',
      '10:3: content cannot contain code in braces; write the words themselves, or "\\{" for a brace',
    ],
    [
      'a comment of HTML',
      'a\n\n<!-- b -->\n',
      '12:1: MDX has no HTML comments; delete it, or write "# …" on a line of the frontmatter',
    ],
  ] as const)
    test(what, () => assert.deepEqual(lines(body), [expected]));
});

describe(`The list of requirements is ${requirementsTag}, on a line of its own, in a tier`, () => {
  test('so it is right', () => assert.deepEqual(lines(`Prose.\n\n${requirementsTag}\n\nProse.\n`, true), []));

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
    test(`not ${written}`, () => {
      assert.match(lines(`${written}\n`, true)[0] ?? '', /^10:\d: the list of requirements is not written correctly; /);
    });

  test('a tag in a code block is not reported', () => {
    assert.deepEqual(lines(`\`\`\`\n${requirementsTag}\n\`\`\`\n\n${requirementsTag}\n`, true), [
      `11:1: other readers of Markdown read this line as the list of requirements; put a space before "${requirementsTag}"`,
    ]);
    assert.deepEqual(lines(`\`\`\`\n ${requirementsTag}\n\`\`\`\n\n${requirementsTag} \n`, true), []);
  });

  test('no other file has a list of requirements', () => {
    assert.deepEqual(lines(requirementsTag), [
      `10:1: only a tier has a list of requirements; delete "${requirementsTag}"`,
    ]);
  });
});

test('a tier that has requirements says where they are listed', () => {
  const tier = (body: string, requirements: string[]) =>
    checkBody({ ...file(body, true), data: { requirements } }, 'tier').map(({ message }) => message);
  const mend = `the prose does not say where its requirements are listed; write "${requirementsTag}" on a line of its own`;
  assert.deepEqual(tier('Prose.\n', ['night-watch']), [mend]);
  assert.deepEqual(tier('', ['night-watch']), [mend]);
  assert.deepEqual(tier(`\`${requirementsTag}\`\n`, ['night-watch']), [mend]);
  assert.deepEqual(tier('Prose.\n', []), []);
  assert.deepEqual(tier(`${requirementsTag}\n`, ['night-watch']), []);
});

test('a tier lists its requirements once', () => {
  assert.deepEqual(lines(`${requirementsTag}\n\nAnd again:\n\n${requirementsTag}\n`, true), [
    '14:1: the list of requirements appears twice; delete this one',
  ]);
});
