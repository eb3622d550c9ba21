import type { z } from 'astro/zod';
import { nearest } from '../domain/nearest.ts';
import { itemOf, keysOf, partAt, placesOf } from './schema-parts.ts';
import type { KeyPath } from './source-position.ts';

/** Data with its keys as they are meant. */
export interface MendedKeys {
  data: unknown;
  unknown: { path: KeyPath; message: string }[];
  /** Keys that stand where they do not belong. */
  misplaced: ReadonlySet<string>;
  /** A path in this data as one in the file. */
  written: (path: KeyPath) => KeyPath;
}

/** Reads each unknown key as the one that is meant; one that means nothing is left out. */
export function mendKeys(schema: z.ZodType, data: unknown): MendedKeys {
  const unknown: MendedKeys['unknown'] = [];
  const misplaced = new Set<string>();
  const names = new Map<string, string>();
  const mend = (part: z.ZodType | undefined, value: unknown, path: KeyPath, own: KeyPath): unknown => {
    if (Array.isArray(value)) {
      const pasted = value.findIndex((it) => isEntry(it) && !Object.hasOwn(keysOf(itemOf(part)), 'date'));
      if (pasted >= 0) unknown.push({ path: [...own, pasted], message: pastedEntry });
      return value
        .slice(0, pasted < 0 ? value.length : pasted)
        .map((it, at) => mend(itemOf(part), it, [...path, at], [...own, at]));
    }
    const keys = keysOf(part);
    if (typeof value !== 'object' || value === null || value instanceof Date || Object.keys(keys).length === 0)
      return value;
    const together = commonPlace(schema, keys, value);
    if (together)
      unknown.push({
        path: [...own, together.keys[0] ?? ''],
        message: misplacedKeys(schema, together.keys, together.place),
      });
    const entries = Object.entries(value).flatMap(([key, it]): [string, unknown][] => {
      if (Object.hasOwn(keys, key)) return [[key, mend(keys[key], it, [...path, key], [...own, key])]];
      if (together?.keys.includes(key)) {
        misplaced.add(key);
        return [];
      }
      const places = placesElsewhere(schema, keys, key);
      const isElsewhere = places.length > 0;
      const meant = isElsewhere ? undefined : nearest(key, Object.keys(keys));
      unknown.push({
        path: [...own, key],
        message: unknownKey(key, meant, places, Object.keys(keys)),
      });
      if (isElsewhere) misplaced.add(key);
      if (meant === undefined || Object.hasOwn(value, meant)) return [];
      names.set(JSON.stringify([...path, meant]), key);
      return [[meant, mend(keys[meant], it, [...path, meant], [...own, key])]];
    });
    return Object.fromEntries(entries);
  };
  const mended = mend(schema, data, [], []);
  const written = (path: KeyPath) => path.map((key, at) => names.get(JSON.stringify(path.slice(0, at + 1))) ?? key);
  return { data: mended, unknown, misplaced, written };
}

/** Where a key is known that is none here, however it is written. */
const placesElsewhere = (schema: z.ZodType, keys: Record<string, unknown>, key: string): (readonly string[])[] =>
  Object.keys(keys).some((other) => other.toLowerCase() === key.toLowerCase()) ? [] : placesOf(schema, key);

/**
 * The unknown keys of a value that all belong to one other place, where these are several: an item without its "- ".
 */
function commonPlace(
  schema: z.ZodType,
  keys: Record<string, unknown>,
  value: object,
): { keys: string[]; place: readonly string[] } | undefined {
  const strange = Object.keys(value).filter((key) => !Object.hasOwn(keys, key));
  const groups = Map.groupBy(
    strange.flatMap((key) => placesElsewhere(schema, keys, key).map((place) => ({ key, place }))),
    ({ place }) => place.join('.'),
  );
  const [most = []] = [...groups.values()].sort((a, b) => b.length - a.length);
  const [first] = most;
  return first && most.length > 1 && first.place.length > 0
    ? { keys: most.map(({ key }) => key), place: first.place }
    : undefined;
}

function misplacedKeys(schema: z.ZodType, keys: readonly string[], place: readonly string[]): string {
  const names = keys.map((key) => `"${key}"`);
  const all = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const where = `"${place.toReversed().join('" of "')}"`;
  return itemOf(partAt(schema, place))
    ? `the keys ${all} do not belong here; write them as an item of ${where}, with "- " before the first`
    : `the keys ${all} do not belong here; write them below ${where}, with spaces before them`;
}

const pastedEntry = 'an entry of the history stands in another list; move it to the line below "history:"';

/** What is pasted above the key of its list, and so ends the list before. */
const isEntry = (it: unknown): boolean =>
  typeof it === 'object' && it !== null && 'date' in it && ('tier' in it || 'removed' in it);

function unknownKey(
  key: string,
  meant: string | undefined,
  places: readonly (readonly string[])[],
  known: string[],
): string {
  if (meant !== undefined) return `the key "${key}" is unknown; write "${meant}"`;
  if (/\s/.test(key))
    return 'this line has no key; put the value above it in quotes, and indent it further where it goes on with that';
  if (places.length === 0) return `the key "${key}" is unknown; write one of: ${known.join(', ')}`;
  const [shortest = []] = places.toSorted((a, b) => a.length - b.length);
  const where =
    shortest.length === 0
      ? 'at the top level, without spaces before it'
      : `in "${shortest.toReversed().join('" of "')}"`;
  return `the key "${key}" does not belong here; write it ${where}`;
}
