import type { Entry } from './catalogue.ts';
import type { Change } from './history.ts';
import { tierName } from './tier.ts';
import { plain } from './words.ts';

/** What happened to the feature, as the end of a sentence that its name begins; marks of code are kept. */
export function changePredicate({ kind, entry, before }: Change): string {
  const to = placeName(entry);
  const from = placeName(before);
  switch (kind) {
    case 'added':
      return `was added to ${to}`;
    case 'promoted':
      return `was promoted from ${from} to ${to}`;
    case 'demoted':
      return `was demoted from ${from} to ${to}`;
    case 'returned':
      return `returned to ${to}`;
    case 'removed':
      return before ? `was removed from ${from}` : 'was removed';
    case 'confirmed':
      return entry.tier ? `stays in ${to}` : 'is still not tracked';
    case 'requirements-changed':
      return `stays in ${to}${differences(entry, before)}`;
  }
}

/** The change as a whole sentence in plain words, without its full stop. */
export const changeSentence = (change: Change): string => `${plain(change.feature.name)} ${plain(changePredicate(change))}`;

const placeName = (entry: Entry | undefined): string => (entry?.tier ? tierName(entry.tier) : 'no tier');

/** What one status lacks and the other does not, by the words alone. */
function differences(entry: Entry, before: Entry | undefined): string {
  const now = entry.missing.map(({ as }) => as);
  const then = before?.missing.map(({ as }) => as) ?? [];
  const gained = now.filter((words) => !then.includes(words));
  const gone = then.filter((words) => !now.includes(words));
  const parts = [
    gained.length > 0 ? `it now lacks ${quoted(gained)}` : '',
    gone.length > 0 ? `it no longer lacks ${quoted(gone)}` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `; ${parts.join(', and ')}` : '; what it must meet was clarified';
}

const quoted = (words: string[]): string => words.map((it) => `“${it}”`).join(', ');
