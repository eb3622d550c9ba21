import { unknownId, type Named } from '../unknown-id.ts';
import type { Report } from '../catalogue/sources.ts';
import type { EntryData } from '../../schema/feature.ts';

/**
 * Checks the rules for every history under any policy: sorted, one entry per day, tiers that exist, and no removal as
 * the oldest entry.
 */
export function checkHistory(history: EntryData[], file: string, tiers: readonly Named[], report: Report): void {
  for (const [index, { date, tier }] of history.entries()) {
    const newer = history[index - 1];
    if (newer?.date === date)
      report(file, ['history', index, 'date'], `two entries have the date ${date}; keep one entry for each day`);
    if (newer && newer.date < date)
      report(file, ['history', index, 'date'], `${date} is below ${newer.date}; put the newest entry first`);
    if (tier !== undefined && tier !== 'none' && tiers.length > 0 && !tiers.some(({ id }) => id === String(tier)))
      report(file, ['history', index, 'tier'], unknownId('tier', String(tier), tiers));
  }
  const first = history.length - 1;
  const isSorted = history.every(({ date }, index) => date <= (history[index - 1]?.date ?? date));
  if (isSorted && history[first]?.removed)
    report(file, ['history', first], 'the oldest entry is a removal; add an entry below it with its earlier tier');
}
