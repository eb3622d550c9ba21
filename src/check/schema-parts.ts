import type { z } from 'astro/zod';
import type { KeyPath } from './source-position.ts';

type Definition = {
  innerType?: z.ZodType;
  out?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  /** The forms that a value can have: a single value first, a set of keys last. */
  options?: z.ZodType[];
};
const definition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** A schema without what makes it optional or changes its input. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType, out } = definition(schema);
  const inner = innerType ?? out;
  return inner ? unwrap(inner) : schema;
}

/** Which of the forms that a schema allows a value looks like. */
export const formIndex = (value: unknown): number => (typeof value === 'object' && value !== null ? -1 : 0);

/** The schema of that form; the schema itself where it allows one alone. */
export const formOf = (schema: z.ZodType | undefined, value: unknown): z.ZodType | undefined =>
  schema && (definition(unwrap(schema)).options?.at(formIndex(value)) ?? schema);

/** The schemas of a set of keys, which is the last form where there are several; none where a schema is of something else. */
export const keysOf = (schema: z.ZodType | undefined): Record<string, z.ZodType> =>
  (schema && definition(unwrap(formOf(unwrap(schema), {}) ?? schema)).shape) ?? {};

/** The schema of a list's items. */
export const itemOf = (schema: z.ZodType | undefined): z.ZodType | undefined =>
  schema && definition(unwrap(schema)).element;

/** Follows a path into a schema; the description set on the outermost wrapper wins. */
export const partAt = (schema: z.ZodType, path: KeyPath): z.ZodType | undefined =>
  path.reduce<z.ZodType | undefined>(
    (at, key) => (typeof key === 'number' ? itemOf(at) : ownPart(keysOf(at), String(key))),
    schema,
  );

/** A key may be any word, those that every object has too. */
const ownPart = (keys: Record<string, z.ZodType>, key: string): z.ZodType | undefined =>
  Object.hasOwn(keys, key) ? keys[key] : undefined;

/** Where a key is known in a schema: the keys that lead to each place, without the numbers of items. */
export function placesOf(schema: z.ZodType, key: string, above: readonly string[] = []): (readonly string[])[] {
  const item = itemOf(schema);
  if (item) return placesOf(item, key, above);
  const keys = keysOf(schema);
  return [
    ...(Object.hasOwn(keys, key) ? [above] : []),
    ...Object.entries(keys).flatMap(([name, part]) => placesOf(part, key, [...above, name])),
  ];
}

/** Every key that a schema knows anywhere. */
export function everyKey(schema: z.ZodType): string[] {
  const item = itemOf(schema);
  return item ? everyKey(item) : Object.entries(keysOf(schema)).flatMap(([key, part]) => [key, ...everyKey(part)]);
}
