import type { z } from 'astro/zod';
import type { KeyPath } from './source-position.ts';

type Definition = {
  innerType?: z.ZodType;
  out?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  /** The values of a record. */
  valueType?: z.ZodType;
  /** The members of a union: a scalar first, an object last. */
  options?: z.ZodType[];
};
const definition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Removes the wrappers that make a schema optional or transform its input. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType, out } = definition(schema);
  const inner = innerType ?? out;
  return inner ? unwrap(inner) : schema;
}

/** The member of a union that a value looks like, from a list with something for each member. */
export const memberFor = <T>(members: readonly T[], value: unknown): T | undefined =>
  typeof value === 'object' && value !== null ? members.at(-1) : members[0];

/** The member of a union that a value looks like; the schema itself if it is not a union. */
export const formOf = (schema: z.ZodType | undefined, value: unknown): z.ZodType | undefined =>
  schema && (memberFor(definition(unwrap(schema)).options ?? [], value) ?? schema);

/** The schemas of an object's keys; empty if the schema is not an object. Of a union, the last member counts. */
export const keysOf = (schema: z.ZodType | undefined): Record<string, z.ZodType> =>
  (schema && definition(unwrap(formOf(unwrap(schema), {}) ?? schema)).shape) ?? {};

/** The schema of an array's items. */
export const itemOf = (schema: z.ZodType | undefined): z.ZodType | undefined =>
  schema && definition(unwrap(schema)).element;

/** The schema at a path. It keeps its wrappers, because the outermost one has the description. */
export const partAt = (schema: z.ZodType, path: KeyPath): z.ZodType | undefined =>
  path.reduce<z.ZodType | undefined>(
    (at, key) =>
      typeof key === 'number'
        ? itemOf(at)
        : (ownPart(keysOf(at), String(key)) ?? (at && definition(unwrap(at)).valueType)),
    schema,
  );

/** Looks up a key safely: an editor may write one that every object inherits, like "constructor". */
const ownPart = (keys: Record<string, z.ZodType>, key: string): z.ZodType | undefined =>
  Object.hasOwn(keys, key) ? keys[key] : undefined;

/** Every place in a schema that has a key, as the keys that lead to it, without indices. */
export function placesOf(schema: z.ZodType, key: string, above: readonly string[] = []): (readonly string[])[] {
  const item = itemOf(schema);
  if (item) return placesOf(item, key, above);
  const keys = keysOf(schema);
  return [
    ...(Object.hasOwn(keys, key) ? [above] : []),
    ...Object.entries(keys).flatMap(([name, part]) => placesOf(part, key, [...above, name])),
  ];
}

/** Every key in a schema, at any depth. */
export function everyKey(schema: z.ZodType): string[] {
  const item = itemOf(schema);
  return item ? everyKey(item) : Object.entries(keysOf(schema)).flatMap(([key, part]) => [key, ...everyKey(part)]);
}
