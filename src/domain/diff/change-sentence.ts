import type { Entry } from '../catalogue/catalogue.ts';
import type { Change } from '../history.ts';
import { withoutBackticks } from '../text.ts';

/** Returns the rest of a sentence that begins with the feature's name; backticks around code are kept. */
export function changePredicate({ kind, entry, before }: Change): string {
  const to = placeOf(entry);
  const from = placeOf(before);
  switch (kind) {
    case 'added':
      return `was added to ${to}`;
    case 'promoted':
      return `was promoted from ${from} to ${to}`;
    case 'demoted':
      return `was demoted from ${from} to ${to}`;
    case 'returned':
      return `returned to ${to}`;
    case 'not-supported':
      return before?.tier ? `is no longer supported; it was in ${from}` : 'is listed as not supported';
    case 'removed':
      return before ? `was removed from ${from}` : 'was removed';
    case 'confirmed':
      if (entry.tier) return `stays in ${to}`;
      return `is still not ${entry.unsupported ? 'supported' : 'tracked'}`;
    case 'requirements-changed':
      return `stays in ${to}${differences(entry, before)}`;
  }
}

/** Returns the change as a sentence without backticks or a full stop. */
export const changeSentence = (change: Change): string =>
  `${withoutBackticks(change.feature.name)} ${withoutBackticks(changePredicate(change))}`;

/** Returns what sentences call the place of a status. `label` is that of its tier, if it has one. */
export function placeName(label: string | undefined, isUnsupported: boolean): string {
  if (label !== undefined) return label;
  return isUnsupported ? 'what is not supported' : 'no tier';
}

const placeOf = (entry: Entry | undefined): string => placeName(entry?.tier?.label, entry?.unsupported ?? false);

/** Lists what became missing or waived and what no longer is, compared by words alone. */
function differences(entry: Entry, before: Entry | undefined): string {
  const lacks = compare(before?.missing ?? [], entry.missing, ({ as }) => as);
  const waives = compare(before?.waived ?? [], entry.waived, ({ requirement }) => requirement.title);
  const parts = [
    lacks.gained && `it now lacks ${lacks.gained}`,
    lacks.gone && `it no longer lacks ${lacks.gone}`,
    waives.gained && `it need not meet ${waives.gained}`,
    waives.gone && `it must meet ${waives.gone} again`,
  ].filter((part) => part !== '');
  return parts.length > 0 ? `; ${parts.join(', and ')}` : '; which requirement its words name was clarified';
}

function compare<T>(
  then: readonly T[],
  now: readonly T[],
  textOf: (it: T) => string,
): { gained: string; gone: string } {
  const [old, present] = [then.map(textOf), now.map(textOf)];
  return {
    gained: inCurlyQuotes(present.filter((it) => !old.includes(it))),
    gone: inCurlyQuotes(old.filter((it) => !present.includes(it))),
  };
}

const inCurlyQuotes = (texts: string[]): string => texts.map((it) => `“${it}”`).join(', ');
