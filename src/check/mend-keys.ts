import type { z } from 'astro/zod';
import { nearest } from '../domain/nearest.ts';
import { itemOf, keysOf, placesOf } from './schema-parts.ts';
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
    const entries = Object.entries(value).flatMap(([key, it]): [string, unknown][] => {
      if (Object.hasOwn(keys, key)) return [[key, mend(keys[key], it, [...path, key], [...own, key])]];
      const places = placesOf(schema, key);
      const isElsewhere =
        places.length > 0 && !Object.keys(keys).some((other) => other.toLowerCase() === key.toLowerCase());
      const meant = isElsewhere ? undefined : nearest(key, Object.keys(keys));
      unknown.push({
        path: [...own, key],
        message: unknownKey(key, meant, isElsewhere ? places : [], Object.keys(keys)),
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
  if (places.length === 0) return `the key "${key}" is unknown; write one of: ${known.join(', ')}`;
  const [shortest = []] = places.toSorted((a, b) => a.length - b.length);
  const where =
    shortest.length === 0
      ? 'at the top level, without spaces before it'
      : `in "${shortest.toReversed().join('" of "')}"`;
  return `the key "${key}" does not belong here; write it ${where}`;
}
