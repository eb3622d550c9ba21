import type { EntryData } from '../../schema/feature.ts';
import type { Report } from './sources.ts';

/** What a history can never be, whatever the policy says: unordered, ambiguous on a day, in none of the levels. */
export function checkHistory(history: EntryData[], file: string, levels: readonly number[], report: Report): void {
  for (const [index, entry] of history.entries()) {
    const newer = history[index - 1];
    if (newer?.date === entry.date)
      report(file, ['history', index, 'date'], `two entries on ${entry.date}; keep one status for a day`);
    if (newer && newer.date < entry.date)
      report(file, ['history', index, 'date'], `${entry.date} stands below ${newer.date}; put the newest entry first`);
    if (entry.tier !== undefined && levels.length > 0 && !levels.includes(entry.tier))
      report(
        file,
        ['history', index, 'tier'],
        `there is no Tier ${entry.tier}; write one of: ${levels.toSorted((a, b) => a - b).join(', ')}`,
      );
    if (entry.tier === 1 && entry.missing.length > 0)
      report(
        file,
        ['history', index, 'missing'],
        'nothing can be missing at the highest tier; delete "missing" or write a lower tier',
      );
  }
  const first = history.length - 1;
  if (history[first]?.removed)
    report(file, ['history', first], 'the oldest entry is a removal; add the tier that it was in before');
}
