import { sameWords } from '../words.ts';

/** One value that another state does not have: the field and those within it, then what was and is there. */
export interface FieldChange {
  path: string[];
  /** The name of the list's item that has it. */
  item?: string | undefined;
  /** Absent for an item that a list did not have. */
  from?: unknown;
  /** Absent for an item that a list has no longer. */
  to?: unknown;
  what: 'changed' | 'added' | 'removed' | 'reordered';
}

type Fields = Record<string, unknown>;

/**
 * What one thing says in other fields than some, and its later state otherwise; a field that was not published before
 * is none.
 */
export function fieldChanges(then: object, now: object, but: readonly string[] = []): FieldChange[] {
  const [old, fresh] = [then as Fields, now as Fields];
  return Object.keys(old)
    .filter((key) => !but.includes(key) && old[key] !== undefined)
    .flatMap((key) => compare([key], old[key], fresh[key]));
}

function compare(path: string[], from: unknown, to: unknown, item?: string): FieldChange[] {
  if (sameWords(from, to)) return [];
  if (Array.isArray(from) && Array.isArray(to)) return listChanges(path, from, to, item);
  if (isFields(from) && isFields(to)) {
    // An item of a list has all of its keys, but for those that were not published before.
    const added = item === undefined ? Object.keys(to) : [];
    return [...new Set([...Object.keys(from), ...added])].flatMap((key) =>
      compare([...path, key], from[key], to[key], item),
    );
  }
  return [{ path, item, from, to, what: 'changed' }];
}

/** Items with the same name are the same item, and then those with the same address. */
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
  const kept = new Set(pairs.values());
  const changes = [
    ...from
      .filter((_, index) => !kept.has(index))
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

/** The first of its fields, by which an item is known: the label of a link, the words of what is missing. */
const nameOf = (item: unknown): string => String(isFields(item) ? Object.values(item)[0] : item);

const addressOf = (item: unknown): string | undefined =>
  isFields(item) && typeof item['url'] === 'string' ? item['url'] : undefined;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
