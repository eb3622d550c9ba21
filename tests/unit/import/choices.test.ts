import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choicesOf, confirmGuesses, type Guess } from '../../../src/import/choices.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { readPage } from '../../../src/import/read-page.ts';
import { importSummary } from '../../../src/import/import-report.ts';

const page = readPage(
  [
    {
      name: 'page.md',
      text: '# Care\n\n| Lamp | Now | Then | N |\n|-|-|-|-|\n| a | Tier 1 | Tier 2 | 1 |\n| b | Tier 2 | Tier 2 | |\n\n## More\n\n| X |\n|-|\n| y |\n',
    },
  ],
  'https://a.example/',
);
const read = (flags: Parameters<typeof choicesOf>[0]) => readDocument(page, choicesOf(flags, page));

test('each guess is asked about once, and an empty answer keeps the guess', async () => {
  const answers: Record<string, string> = {
    source: 'https://a.example/b',
    tiers: 'Tier 2, Tier 1',
    'tier-column': 'Then',
  };
  const questions: string[] = [];
  const flags = await confirmGuesses(
    {},
    (as): readonly Guess[] => read(as).guesses,
    async (question, answer) => {
      const flag = /\(--([a-z-]+)\)$/.exec(question)?.[1] ?? '';
      questions.push(`${flag} ${answer}`);
      return answers[flag] ?? '';
    },
  );
  assert.deepEqual(questions, [
    'source ',
    'tiers Tier 1, Tier 2',
    'name-column Lamp',
    'tier-column Now',
    'category Platform',
  ]);
  assert.deepEqual(flags, {
    source: 'https://a.example/b',
    tiers: 'Tier 2, Tier 1',
    'name-column': 'Lamp',
    'tier-column': 'Then',
    category: 'Platform',
  });
  const second = await confirmGuesses(
    flags,
    (as) => read(as).guesses,
    () => assert.fail('nothing is left to ask'),
  );
  assert.deepEqual(second, flags);
});

test('the default answers do not change what was read', async () => {
  const text = '# Care\n\n| Lamp | Oak | Elm |\n|-|-|-|\n| a | Tier 1 | Tier 2 |\n';
  const systems = readPage([{ name: 'page.md', text }], 'https://a.example/');
  const readAs = (flags: Parameters<typeof choicesOf>[0]) => readDocument(systems, choicesOf(flags, systems));
  const flags = await confirmGuesses(
    {},
    (as) => readAs(as).guesses,
    async (_, answer) => answer,
  );
  const names = (as: Parameters<typeof choicesOf>[0]) => readAs(as).rows.map(({ name }) => name);
  assert.deepEqual(
    [names(flags), names({})],
    [
      ['a (Oak)', 'a (Elm)'],
      ['a (Oak)', 'a (Elm)'],
    ],
  );
  assert.match(importSummary(readAs({}), systems), /^ {2}--tier-column: the columns that name a tier, .*: Oak, Elm$/m);
  assert.deepEqual(
    readAs({}).columns.listed?.map(({ id, label }) => label ?? id),
    ['Lamp', 'tier'],
  );
});

test('the summary lists tiers, categories, columns, prose and guesses', () => {
  assert.equal(
    importSummary(read({}), page),
    `Tiers, the highest first:
  Tier 1  1 row, 0 requirements
  Tier 2  1 row, 0 requirements

Categories:
  Platform (2 without a category)

Columns:
  Lamp, Now, Then, N

Kept as prose:
  line 10: More (1 table)

Guessed; to correct a guess, use its flag:
  --tiers "Tier 1, Tier 2": the tiers, the highest first
  --name-column "Lamp": the column that names a row
  --tier-column "Now": the column that names its tier; others name one too: Then
  --category "Platform": the category of rows that name none`,
  );
});

test('the question about tiers that were not found says what to write', () => {
  const none = readPage([{ name: 'page.md', text: '# Care\n' }], 'https://a.example/');
  assert.match(
    readDocument(none).guesses[0]?.what ?? '',
    /^the tiers, the highest first, in the words .*"Gold, Silver"$/,
  );
});
