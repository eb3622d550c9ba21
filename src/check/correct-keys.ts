import type { z } from 'astro/zod';
import { nearest } from '../domain/unknown-id.ts';
import { itemOf, keysOf, partAt, placesOf } from './schema-parts.ts';
import type { KeyPath } from './source-position.ts';

/** Data whose misspelled keys have been corrected. */
export interface CorrectedKeys {
  data: unknown;
  unknown: { path: KeyPath; message: string }[];
  /** Keys that belong to another place. */
  misplaced: ReadonlySet<string>;
  /** Converts a path in this data to the path in the file. */
  written: (path: KeyPath) => KeyPath;
}

/** Corrects misspelled keys and leaves out other unknown ones. */
export function correctKeys(schema: z.ZodType, data: unknown): CorrectedKeys {
  const unknown: CorrectedKeys['unknown'] = [];
  const misplaced = new Set<string>();
  /** The key as written in the file, by the path of the corrected key. */
  const names = new Map<string, string>();
  /** Corrects a value. `path` leads to it in the corrected data, and `own` in the file. */
  const correct = (part: z.ZodType | undefined, value: unknown, path: KeyPath, own: KeyPath): unknown => {
    if (Array.isArray(value)) return correctItems(itemOf(part), value, path, own);
    const keys = keysOf(part);
    const isMapping = typeof value === 'object' && value !== null && !(value instanceof Date);
    if (!isMapping || Object.keys(keys).length === 0) return value;
    const together = commonPlace(schema, keys, value);
    if (together)
      unknown.push({
        path: [...own, together.keys[0] ?? ''],
        message: misplacedKeys(schema, together.keys, together.place),
      });
    const entries = Object.entries(value).flatMap(([key, it]): [string, unknown][] => {
      const valueAs = (name: string) => correct(keys[name], it, [...path, name], [...own, key]);
      if (Object.hasOwn(keys, key)) return [[key, valueAs(key)]];
      if (together?.keys.includes(key)) {
        misplaced.add(key);
        return [];
      }
      const places = placesElsewhere(schema, keys, key);
      const isElsewhere = places.length > 0;
      const meant = isElsewhere ? onlyMissingKey(part, value, it) : nearest(key, Object.keys(keys));
      unknown.push({ path: [...own, key], message: unknownKey(key, meant, places, Object.keys(keys)) });
      if (isElsewhere && meant === undefined) misplaced.add(key);
      if (meant === undefined || Object.hasOwn(value, meant)) return [];
      names.set(JSON.stringify([...path, meant]), key);
      return [[meant, valueAs(meant)]];
    });
    return Object.fromEntries(entries);
  };
  const correctItems = (part: z.ZodType | undefined, items: unknown[], path: KeyPath, own: KeyPath): unknown[] => {
    const pasted = items.findIndex((it) => isEntry(it) && !Object.hasOwn(keysOf(part), 'date'));
    if (pasted >= 0) unknown.push({ path: [...own, pasted], message: pastedEntry });
    const before = pasted < 0 ? items : items.slice(0, pasted);
    return before.map((it, at) => correct(part, it, [...path, at], [...own, at]));
  };
  const corrected = correct(schema, data, [], []);
  const written = (path: KeyPath) => path.map((key, at) => names.get(JSON.stringify(path.slice(0, at + 1))) ?? key);
  return { data: corrected, unknown, misplaced, written };
}

/** The places where an unknown key is valid; empty if it differs only in case from a key that is valid here. */
const placesElsewhere = (schema: z.ZodType, keys: Record<string, unknown>, key: string): (readonly string[])[] =>
  Object.keys(keys).some((other) => other.toLowerCase() === key.toLowerCase()) ? [] : placesOf(schema, key);

/** The one required key that a mapping lacks; undefined if it lacks several, or if a value is not valid for it. */
function onlyMissingKey(part: z.ZodType | undefined, mapping: object, value: unknown): string | undefined {
  const keys = keysOf(part);
  const names = Object.keys(keys);
  const spelled = new Map(
    Object.entries(mapping).map(([key, it]) => [Object.hasOwn(keys, key) ? key : (nearest(key, names) ?? key), it]),
  );
  const issues = part?.safeParse(Object.fromEntries(spelled)).error?.issues ?? [];
  const lacks = new Set(
    issues.map(({ path, ...issue }) => (issue.code === 'custom' && issue.params?.['lacks']) || path[0]),
  );
  const [missing, ...others] = names.filter((name) => lacks.has(name) && !spelled.has(name));
  return missing !== undefined && others.length === 0 && keys[missing]?.safeParse(value).success ? missing : undefined;
}

/** Finds two or more unknown keys that belong to the same other place, as after forgetting the "- " of an item. */
function commonPlace(
  schema: z.ZodType,
  keys: Record<string, unknown>,
  value: object,
): { keys: string[]; place: readonly string[] } | undefined {
  const unknownKeys = Object.keys(value).filter((key) => !Object.hasOwn(keys, key));
  const groups = Map.groupBy(
    unknownKeys.flatMap((key) => placesElsewhere(schema, keys, key).map((place) => ({ key, place }))),
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

const pastedEntry = 'a history entry is in another list; move it to the line below "history:"';

/** Whether a value is a history entry; one pasted above "history:" becomes an item of the list before it. */
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
    return 'this line has no key; if it continues the value above, put that value in quotes and indent this line further';
  const [shortest, ...others] = places.toSorted((a, b) => a.length - b.length);
  // Of several places, one is meant only if it contains the others.
  if (!shortest || others.some((place) => shortest.some((name, at) => place[at] !== name)))
    return `the key "${key}" is unknown; write one of: ${known.join(', ')}`;
  const isTop = shortest.length === 0;
  const where = isTop ? 'at the top level, without spaces before it' : `in "${shortest.toReversed().join('" of "')}"`;
  return `the key "${key}" does not belong here; write it ${where}`;
}
