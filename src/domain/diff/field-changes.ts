import { sameContent } from '../text.ts';

/** One changed value: the path of its field, and the value before and after. */
export interface FieldChange {
  path: string[];
  /** The name of the list item that contains it. */
  item?: string | undefined;
  /** Absent for an added item. */
  from?: unknown;
  /** Absent for a removed item. */
  to?: unknown;
  what: 'changed' | 'added' | 'removed' | 'reordered';
}

type Fields = Record<string, unknown>;

/** Compares two states of a thing, except the fields in `except`. A field that was not published before is ignored. */
export function fieldChanges(then: object, now: object, except: readonly string[] = []): FieldChange[] {
  const [old, fresh] = [then as Fields, now as Fields];
  return Object.keys(old)
    .filter((key) => !except.includes(key) && old[key] !== undefined)
    .flatMap((key) => compare([key], old[key], fresh[key]));
}

function compare(path: string[], from: unknown, to: unknown, item?: string): FieldChange[] {
  if (sameContent(from, to)) return [];
  if (Array.isArray(from) && Array.isArray(to)) return listChanges(path, from, to, item);
  if (isFields(from) && isFields(to)) {
    // New keys of list items are ignored: an older version did not publish them.
    const added = item === undefined ? Object.keys(to) : [];
    return [...new Set([...Object.keys(from), ...added])].flatMap((key) =>
      compare([...path, key], from[key], to[key], item),
    );
  }
  return [{ path, item, from, to, what: 'changed' }];
}

/** Matches items by name first, then by address. */
function listChanges(path: string[], from: readonly unknown[], to: readonly unknown[], of?: string): FieldChange[] {
  const pairs = new Map<number, number>();
  for (const keyOf of [nameOf, addressOf]) {
    const taken = new Set(pairs.values());
    const free = Map.groupBy(
      from.keys().filter((index) => !taken.has(index)),
      (index) => keyOf(from[index]),
    );
    for (const [index, item] of to.entries()) {
      const key = pairs.has(index) ? undefined : keyOf(item);
      const then = key === undefined ? undefined : free.get(key)?.shift();
      if (then !== undefined) pairs.set(index, then);
    }
  }
  const matched = new Set(pairs.values());
  const changes = [
    ...from
      .filter((_, index) => !matched.has(index))
      .map((it): FieldChange => ({ path, item: of, from: it, what: 'removed' })),
    ...to.flatMap((item, index): FieldChange[] => {
      const then = pairs.get(index);
      if (then === undefined) return [{ path, item: of, to: item, what: 'added' }];
      return compare(path, from[then], item, of ?? nameOf(from[then]));
    }),
  ];
  const isMoved = to.some((_, index) => pairs.get(index) !== index);
  return changes.length > 0 || !isMoved ? changes : [{ path, item: of, what: 'reordered' }];
}

/** Returns an item's first field, which identifies it: the label of a link, the words of something missing. */
const nameOf = (item: unknown): string => String(isFields(item) ? Object.values(item)[0] : item);

const addressOf = (item: unknown): string | undefined =>
  isFields(item) && typeof item['url'] === 'string' ? item['url'] : undefined;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
