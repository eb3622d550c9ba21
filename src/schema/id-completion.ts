import { z } from 'astro/zod';

/** What a field's value can be the id of; a field says so by `ids` in its meta. */
export type Noun = 'category' | 'requirement' | 'feature' | 'tier' | 'rule';

/** The ids that exist now. */
export type Known = Partial<Record<Noun, readonly (string | number)[]>>;

/** Where a value can be a number or a text, each of the two forms lists its own ids. */
const isOther = (form: string, type: string): boolean => ['string', 'number'].includes(form) && form !== type;

/**
 * Lists the known ids in every field that refers to one, so that JSON Schemas made of it let an editor complete them.
 */
export function offerIds(schema: z.ZodType, known: Known): void {
  const {
    innerType,
    out,
    element,
    shape,
    options = [],
  } = schema.def as {
    innerType?: z.ZodType;
    out?: z.ZodType;
    element?: z.ZodType;
    shape?: Record<string, z.ZodType>;
    options?: z.ZodType[];
  };
  const meta = schema.meta();
  const ids = known[meta?.['ids'] as Noun]?.filter((id) => !isOther(schema.def.type, typeof id));
  if (ids) z.globalRegistry.add(schema, { ...meta, enum: ids });
  for (const part of [innerType, out, element, ...options, ...Object.values(shape ?? {})])
    if (part) offerIds(part, known);
}

/** The JSON Schema (draft 7, which every editor reads) of what may be written in a file. */
export function jsonSchema(schema: z.ZodType, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema: made }) => void delete made['ids'],
  });
  return { $schema, title, ...rest };
}
