import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { annotations, reportLines } from '../../../src/check/print-problems.ts';
import { check, lanternFiles } from '../content-in-memory.ts';

const good = check(lanternFiles());
const position = { file: 'a, b.mdx', line: 3, column: 5 };

describe('The report of a check', () => {
  test('warnings are listed, explained and counted', () => {
    assert.deepEqual(reportLines(good), [
      'content/features/fog-signal.mdx:13:9: warning: it lacks "agreement of the harbour office", which no written requirement covers [written-requirement]',
      '1 warning: a status and the policy disagree. This does not block a build. To accept a warning, add',
      '"accepted:" with "- rule: …" and "reason: …" to the newest entry of the history.',
      '12 files, no error, 1 warning.',
    ]);
  });

  test('problems are listed and counted', () => {
    const lines = reportLines({
      ...good,
      warnings: [],
      problems: [
        { ...position, message: 'x; y' },
        { ...position, line: 4, message: 'z' },
      ],
    });
    assert.deepEqual(lines, ['a, b.mdx:3:5: x; y', 'a, b.mdx:4:5: z', '2 problems in 1 file.']);
  });

  test('new addresses are reported with the command that adds them', () => {
    const note = (...unlisted: string[]) => reportLines({ ...good, warnings: [], unlisted })[0];
    assert.equal(
      note('a'),
      'One address is new. The deploy workflow adds new addresses to addresses.txt; "npm run addresses" does too.',
    );
    assert.equal(
      note('a', 'b'),
      '2 addresses are new. The deploy workflow adds new addresses to addresses.txt; "npm run addresses" does too.',
    );
  });
});

describe('Annotations for a workflow', () => {
  test('problems become errors, warnings stay warnings, and special characters are escaped', () => {
    assert.deepEqual(
      annotations({
        ...good,
        problems: [{ ...position, message: '100%\r\nsure: a, b' }],
        warnings: [{ ...position, file: 'c:d', message: 'n' }],
      }),
      ['::error file=a%2C b.mdx,line=3,col=5::100%25%0D%0Asure: a, b', '::warning file=c%3Ad,line=3,col=5::n'],
    );
  });
});
