import type { z } from 'astro/zod';
import { unknownId, type Named } from '../domain/unknown-id.ts';
import { idFrom, oneLine } from '../domain/text.ts';
import type { IdKind } from '../schema/id-completion.ts';
import { correctKeys, type CorrectedKeys } from './correct-keys.ts';
import type { Problem } from './problem.ts';
import type { ContentFile } from './parse-file.ts';
import { formOf, itemOf, keysOf, memberFor, partAt, unwrap } from './schema-parts.ts';
import type { KeyPath } from './source-position.ts';

/** The most mistakes in a file that are reported one by one. */
const mostReported = 20;

type Names = Partial<Record<IdKind, readonly Named[]>>;

/**
 * Parses the data of a file with its schema, and returns a problem for each mistake. A misspelled key is read as the
 * key that was meant, so that it causes no second problem. If there is no data, dangling references are reported here,
 * because no later check sees them.
 */
export function shape<S extends z.ZodType>(
  schema: S,
  file: ContentFile,
  names: Names = {},
): { data?: z.infer<S>; problems: Problem[] } {
  const corrected = correctKeys(schema, file.data ?? {});
  const unknown = corrected.unknown.map(({ path, message }) => ({
    file: file.path,
    ...file.positionOfKey(path),
    message,
  }));
  const result = schema.safeParse(corrected.data);
  if (result.success && unknown.length <= mostReported) return { data: result.data, problems: unknown };
  if (result.success)
    return {
      data: result.data,
      problems: [...unknown.slice(0, mostReported), moreMistakes(file, unknown.length - mostReported)],
    };
  const { issues } = result.error;
  const explained = issues.slice(0, mostReported);
  const wrong = missingTogether(explained.flatMap((issue) => explain(schema, file, issue, corrected)));
  const dangling = references(schema, corrected.data)
    .filter(({ path }) => !issues.some((issue) => String(issue.path) === String(path)))
    .flatMap(({ path, noun, value }) => {
      const known = names[noun];
      return !known || known.some(({ id }) => id === String(value))
        ? []
        : [
            {
              file: file.path,
              ...file.positionOf(corrected.written(path)),
              message: unknownId(noun, String(value), known),
            },
          ];
    });
  const problems = [...unknown, ...wrong, ...dangling];
  const more = problems.length + issues.length - explained.length - mostReported;
  return more > 0 ? { problems: [...problems.slice(0, mostReported), moreMistakes(file, more)] } : { problems };
}

/** Merges the problems for keys that are missing from the same place. */
function missingTogether(problems: readonly Problem[]): Problem[] {
  const missing = /^"([^"]+)" is missing; write (.*)$/s;
  const groups = Map.groupBy(problems, ({ line, column, message }, index) =>
    missing.test(message) ? `${line}:${column}` : index,
  );
  return [...groups.values()].flatMap((group) => {
    const parts = group.flatMap(({ message }) => {
      const [, key = '', fix = ''] = missing.exec(message) ?? [];
      return key === '' ? [] : [{ key: `"${key}"`, fix: `${key}: ${fix}` }];
    });
    const [first] = group;
    const keys = parts.map(({ key }) => key);
    if (!first || keys.length < 2 || new Set(keys).size < keys.length) return group;
    const all = `${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}`;
    return { ...first, message: `${all} are missing; write ${parts.map(({ fix }) => fix).join('; ')}` };
  });
}

const moreMistakes = ({ path }: ContentFile, more: number): Problem => ({
  file: path,
  line: 1,
  column: 1,
  message: `the file has ${more} more mistakes; correct the others first`,
});

/** Finds every value that refers to something by its id. */
function references(
  schema: z.ZodType | undefined,
  data: unknown,
  path: KeyPath = [],
): { path: KeyPath; noun: IdKind; value: string | number }[] {
  const noun = formOf(schema, data)?.meta()?.['ids'] as IdKind | undefined;
  // "none" means no tier.
  if (noun === 'tier' && data === 'none') return [];
  if (noun && (typeof data === 'number' || (typeof data === 'string' && data.trim() !== '')))
    return [{ path, noun, value: data }];
  if (Array.isArray(data)) return data.flatMap((value, at) => references(itemOf(schema), value, [...path, at]));
  if (typeof data !== 'object' || data === null) return [];
  const keys = keysOf(schema);
  return Object.entries(data).flatMap(([key, value]) =>
    Object.hasOwn(keys, key) ? references(keys[key], value, [...path, key]) : [],
  );
}

function explain(schema: z.ZodType, file: ContentFile, issue: z.core.$ZodIssue, corrected: CorrectedKeys): Problem[] {
  const at = (path: KeyPath, message: string): Problem => ({
    file: file.path,
    ...file.positionOf(corrected.written(path)),
    message,
  });
  const lacks = issue.code === 'custom' ? String(issue.params?.['lacks']) : String(issue.path.at(-1));
  const value = issue.path.length > 0 ? valueAt(corrected.data, issue.path) : file.data;
  // A misplaced key is already reported where it is written.
  if (corrected.misplaced.has(lacks) && (value === undefined || issue.code === 'custom')) return [];
  // If a value may have several forms, report the mistakes of the form that it looks like.
  if (issue.code === 'invalid_union') {
    const meant = memberFor(issue.errors, value) ?? [];
    return meant.flatMap((it) => explain(schema, file, { ...it, path: [...issue.path, ...it.path] }, corrected));
  }
  if (issue.code === 'custom') return [at(issue.path, issue.message)];
  if (issue.code === 'invalid_key')
    return issue.issues.map(({ code, message }) => ({
      file: file.path,
      ...file.positionOfKey(corrected.written(issue.path)),
      message: code === 'invalid_format' ? `"${oneLine(lacks)}" is not an id; write ${fixForId(lacks)}` : message,
    }));
  const whole = file.path.endsWith('.mdx') ? 'the frontmatter' : 'the file';
  const name = issue.path.length > 0 ? spell(issue.path) : whole;
  const part = partAt(schema, issue.path);
  const fix = fixFor(schema, issue, value, file.written(corrected.written(issue.path)));
  if (value === undefined) return [at(issue.path.slice(0, -1), `${name} is missing; write ${fix}`)];
  const without = part?.safeParse(undefined).success && isNothing(value) && !fix.endsWith(deleteIt) ? deleteIt : '';
  return [at(issue.path, `${name} is ${describe(value)}; write ${fix}${without}`)];
}

const deleteIt = ', or delete the line';

const isNothing = (value: unknown): boolean =>
  value === null || value === false || /^(?:none|no|nothing|n\/a|-|—|\?|false|)$/i.test(String(value).trim());

function fixFor(schema: z.ZodType, issue: z.core.$ZodIssue, value: unknown, written = ''): string {
  const at = formOf(partAt(schema, issue.path), value);
  const about = String(
    (at?.meta() ?? partAt(schema, issue.path.slice(0, -1))?.meta())?.['description'] ?? spell(issue.path),
  );
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length > 1 ? `one of: ${issue.values.join(', ')}` : `${String(issue.values[0])}${deleteIt}`;
    case 'invalid_type':
      if (typeof value === 'string' && Object.hasOwn(keysOf(partAt(schema, issue.path.slice(0, -1))), value))
        return `"${value}: true" in the place of this line`;
      if (Array.isArray(value) && value.length > 0 && typeof issue.path.at(-1) === 'number') return '"- " once';
      return fixForType(at, issue.expected, value, about, written);
    case 'invalid_format': {
      if (issue.format === 'url') return fixForAddress(String(value), about);
      if (issue.format === 'date') return fixForDay(String(value), about);
      // There are two patterns: only blank text fails the one for text, so anything else failed the one for ids.
      const isId = issue.format === 'regex' && /[^\s`]/.test(String(value));
      const isName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(String(value));
      if (!isId) return about;
      return fixForId(isName ? String(value) : '', about);
    }
    case 'too_big':
      return issue.origin === 'string' ? `at most ${issue.maximum} characters: ${about}` : about;
    case 'too_small':
      return issue.origin === 'array' ? `at least one: ${about}` : `1 or more: ${about}`;
    default:
      return about;
  }
}

function fixForType(at: z.ZodType | undefined, expected: string, value: unknown, about: string, written: string) {
  if (expected === 'array') return fixForList(at, value, about);
  if (expected === 'object') return fixForKeys(at, value);
  if (expected === 'int' || expected === 'number') return fixForNumber(value, about);
  const { format } = (at ? unwrap(at).def : {}) as { format?: string };
  if (format === 'url' && value !== undefined) return `${about}, beginning with https://`;
  if (format === 'date') return about;
  const isUnquoted = typeof value === 'number' || typeof value === 'boolean' || value instanceof Date;
  if (!isUnquoted) return about;
  return `${about}, in quotes${written ? `: "${written}"` : ''}`;
}

function fixForList(at: z.ZodType | undefined, value: unknown, about: string): string {
  const isKeys = typeof value === 'object' && value !== null && !Array.isArray(value);
  const firstKey = isKeys ? Object.keys(value)[0] : undefined;
  if (firstKey !== undefined) return `"- " before "${firstKey}", since it is a list: ${about}`;
  if (/^-[^\s-]/.test(String(value))) return `a space after each "-", since it is a list: ${about}`;
  const isText = typeof value === 'string' && value.trim() !== '' && !isNothing(value);
  const keysOfItem = keysOf(itemOf(at));
  const [key] = Object.keys(keysOfItem);
  const fits = key === undefined || keysOfItem[key]?.safeParse(value).success;
  const isItem = isText && fits && !/[:#[\]{}"'\n]/.test(value);
  if (!isItem) return `a list: ${about}`;
  return `a list, like ${key === undefined ? `[${value}]` : `"- ${key}: ${value}" on a line of its own`}: ${about}`;
}

function fixForKeys(at: z.ZodType | undefined, value: unknown): string {
  const keys = Object.keys(keysOf(at));
  const isValue = typeof value === 'string' && value.trim() !== '' && !/[:#\n]/.test(value);
  const like = isValue ? `, like "${keys[0]}: ${oneLine(value)}"` : '';
  return `keys and values${like}: ${keys.join(', ')}`;
}

function fixForNumber(value: unknown, about: string): string {
  const [, digits] = /^\D*(\d+)\D*$/.exec(typeof value === 'string' ? value : '') ?? [];
  return digits ? `${digits}: ${about}` : `a whole number: ${about}`;
}

function fixForId(written: string, about = ''): string {
  const meant = idFrom(written);
  if (meant !== '') return `"${meant}"`;
  return `${about === '' ? '' : `${about}, in `}lowercase letters, digits, "-", "_" or "."`;
}

function fixForAddress(value: string, about: string): string {
  const bare = /^<?(?:https?:?\/*)?((?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s<>]*)?)>?$/i.exec(value.trim())?.[1];
  const inMarkdown = /\]\((https?:\/\/[^\s)]+)\)/.exec(value)?.[1];
  if (inMarkdown !== undefined) return inMarkdown;
  return bare && !/\.(?:md|mdx|html?)$/i.test(bare) ? `https://${bare}` : `${about}, beginning with https://`;
}

/** Suggests the date that was meant, if it is unambiguous; the order of day and month is not guessed. */
function fixForDay(value: string, about: string): string {
  const yearFirst = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})(?!\d)/.exec(value)?.slice(1);
  // In dates like 24.12.2025, the day is always first.
  const dayFirst = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(value)?.slice(1);
  const parts = yearFirst ?? dayFirst?.reverse() ?? [];
  const day = parts.map((it) => it.padStart(2, '0')).join('-');
  const exists = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  return exists ? `${day}: ${about.replace(/ as YYYY.*$/, '')}` : about;
}

/** Names the value at a path for an editor: `history[0].tier` → "tier", `aliases[0]` → item 1 of "aliases". */
function spell(path: KeyPath): string {
  const last = path.at(-1);
  const list = path.at(-2);
  if (typeof last !== 'number') return `"${String(last)}"`;
  return `item ${last + 1} of ${list === undefined ? 'the list' : `"${String(list)}"`}`;
}

function describe(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a set of keys';
  if (typeof value === 'string') return value.trim() === '' ? 'empty' : `"${oneLine(value)}"`;
  return `the ${typeof value === 'number' ? 'number' : 'value'} ${String(value)}`;
}

const valueAt = (data: unknown, path: KeyPath): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);
