import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { annotations, report } from '../../../src/check/report.ts';
import { check, lanternFiles } from '../memory.ts';

const good = check(lanternFiles());
const place = { file: 'a, b.mdx', line: 3, column: 5 };

describe('The report ends with what follows from it', () => {
  test('notes block nothing', () => {
    assert.deepEqual(report(good), [
      'content/features/fog-signal.mdx:13:9: note: it lacks "agreement of the harbour office", which no written requirement covers [written-requirement]',
      '1 note: the policy and the data are in tension, which blocks nothing. To record one as accepted, add',
      '"accepted:" with "- rule: …" and "reason: …" to the newest history entry.',
      '12 files, no problem.',
    ]);
  });

  test('problems come first and are counted', () => {
    const lines = report({
      ...good,
      notes: [],
      problems: [
        { ...place, message: 'x; y' },
        { ...place, line: 4, message: 'z' },
      ],
    });
    assert.deepEqual(lines, ['a, b.mdx:3:5: x; y', 'a, b.mdx:4:5: z', '2 problems in 1 file.']);
  });

  test('new addresses are told with the command that lists them', () => {
    const of = (...unlisted: string[]) => report({ ...good, notes: [], unlisted })[0];
    assert.equal(of('a'), 'One address is new: "npm run addresses" lists them, so that none is ever lost.');
    assert.equal(of('a', 'b'), '2 addresses are new: "npm run addresses" lists them, so that none is ever lost.');
  });
});

describe('An annotation is a workflow command of one line', () => {
  test('problems are errors, notes are notices, and nothing in them ends the command', () => {
    assert.deepEqual(
      annotations({
        ...good,
        problems: [{ ...place, message: '100%\r\nsure: a, b' }],
        notes: [{ ...place, file: 'c:d', message: 'n' }],
      }),
      ['::error file=a%2C b.mdx,line=3,col=5::100%25%0D%0Asure: a, b', '::notice file=c%3Ad,line=3,col=5::n'],
    );
  });
});
