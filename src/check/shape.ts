import type { z } from 'astro/zod';
import { nearest } from '../domain/nearest.ts';
import { oneLine } from '../domain/words.ts';
import type { Problem } from './problem.ts';
import type { ContentFile } from './parse-file.ts';
import type { KeyPath } from './source-position.ts';

/** A schema's view of a file: its data when the shape is right, or one problem for each thing that is not. */
export function shape<S extends z.ZodType>(schema: S, file: ContentFile): { data?: z.infer<S>; problems: Problem[] } {
  const result = schema.safeParse(file.data ?? {});
  if (result.success) return { data: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) => explain(schema, file, issue));
  return { problems };
}

function explain(schema: z.ZodType, file: ContentFile, issue: z.core.$ZodIssue): Problem[] {
  const at = (path: KeyPath, message: string, key = false): Problem => {
    const place = key ? file.placeOfKey(path) : file.placeOf(path);
    return { file: file.path, ...place, message };
  };
  const name = issue.path.length > 0 ? spell(issue.path) : `the ${file.path.endsWith('.mdx') ? 'frontmatter' : 'file'}`;
  // Of the forms that a value can have, the one is meant that it looks like.
  if (issue.code === 'invalid_union') {
    const isObject = typeof valueAt(file.data, issue.path) === 'object';
    const meant = issue.errors.at(isObject ? -1 : 0) ?? [];
    return meant.flatMap((it) => explain(schema, file, { ...it, path: [...issue.path, ...it.path] }));
  }
  if (issue.code === 'custom') return [at(issue.path, issue.message)];
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shapeOf(node(schema, issue.path)));
    return issue.keys.map((key) => at([...issue.path, key], unknownKey(key, known), true));
  }
  const value = valueAt(file.data, issue.path);
  const mend = mendFor(schema, issue, value);
  if (value === undefined) return [at(issue.path.slice(0, -1), `${name} is missing; write ${mend}`)];
  return [at(issue.path, `${name} is ${describe(value)}; write ${mend}`)];
}

function unknownKey(key: string, known: string[]): string {
  const guess = nearest(key, known);
  return `there is no key "${key}"; ${guess ? `write "${guess}"` : `the keys are ${known.join(', ')}`}`;
}

function mendFor(schema: z.ZodType, issue: z.core.$ZodIssue, value: unknown): string {
  const found = node(schema, issue.path);
  // Of several forms, the one that the value looks like.
  const at = (found && typeof value !== 'object' && definition(found).options?.[0]) || found;
  const about = String(
    (at?.meta() ?? node(schema, issue.path.slice(0, -1))?.meta())?.['description'] ?? spell(issue.path),
  );
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length > 1
        ? `one of: ${issue.values.join(', ')}`
        : `${String(issue.values[0])}, or delete the line`;
    case 'invalid_type':
      if (issue.expected === 'array') return `a list: ${about}`;
      if (issue.expected === 'object') return `keys and values: ${Object.keys(shapeOf(at)).join(', ')}`;
      if (issue.expected === 'int' || issue.expected === 'number') return `a whole number: ${about}`;
      return typeof value === 'number' || typeof value === 'boolean' || value instanceof Date
        ? `${about}, in quotes`
        : about;
    case 'invalid_format':
      if (issue.format === 'url') return `${about}, beginning with https://`;
      // Of the two patterns, blank text is all that fails the one for text.
      return issue.format === 'regex' && String(value).trim() !== ''
        ? `${about}, in lower case letters, digits, "-", "_" or "."`
        : about;
    case 'too_small':
      return issue.origin === 'array' ? `at least one: ${about}` : `1 or more: ${about}`;
    default:
      return about;
  }
}

/** What a path leads to, as an editor would say it: `history[0].tier` → "tier", `aliases[0]` → item 1 of "aliases". */
function spell(path: KeyPath): string {
  const last = path.at(-1);
  const list = path.at(-2);
  return typeof last === 'number'
    ? `item ${last + 1} of ${list === undefined ? 'the list' : `"${String(list)}"`}`
    : `"${String(last)}"`;
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

type Definition = {
  innerType?: z.ZodType;
  out?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
};
const definition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Follows a path into a schema; the description set on the outermost wrapper wins. */
function node(schema: z.ZodType, path: KeyPath): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const key of path) {
    if (at === undefined) return undefined;
    const inner = definition(withShape(unwrap(at)));
    at = typeof key === 'number' ? inner.element : inner.shape?.[String(key)];
  }
  return at;
}

/** Of several forms the one with keys. */
const withShape = (schema: z.ZodType): z.ZodType =>
  definition(schema).options?.find((option) => definition(unwrap(option)).shape) ?? schema;

function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType, out } = definition(schema);
  const inner = innerType ?? out;
  return inner ? unwrap(inner) : schema;
}

const shapeOf = (schema: z.ZodType | undefined): Record<string, z.ZodType> =>
  (schema && definition(withShape(unwrap(schema))).shape) ?? {};
