import assert from 'node:assert/strict';
import { test } from 'node:test';
import { futureEntries } from '../../../src/check/future-entries.ts';
import { problemLine } from '../../../src/check/problem.ts';
import { check, lanternFiles } from '../content-in-memory.ts';

test('an entry with a future date is reported, and today’s entry is not', () => {
  const checked = check(lanternFiles());
  const days = checked.catalogue?.features.flatMap(({ history }) => history.map(({ date }) => date)).sort() ?? [];
  const [newest = '', before = ''] = days.toReversed().filter((day, index, all) => all.indexOf(day) === index);
  assert.deepEqual(futureEntries(checked, newest), []);
  const found = futureEntries(checked, before).map(problemLine);
  assert.equal(found.length, days.filter((day) => day === newest).length);
  for (const line of found)
    assert.match(
      line,
      new RegExp(`features/[a-z-]+\\.mdx:\\d+:\\d+: ${newest} is in the future; write the day of the change$`),
    );
});
