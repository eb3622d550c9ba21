import { z } from 'astro/zod';

/** The kinds of thing that a field's value can be the id of. A field declares its kind as `ids` in its meta. */
export type IdKind = 'category' | 'requirement' | 'feature' | 'tier' | 'rule';

/** The ids that exist now. */
export type Known = Partial<Record<IdKind, readonly (string | number)[]>>;

/** Whether an id belongs to the other branch of a union of number and text. */
const isOther = (form: string, type: string): boolean => ['string', 'number'].includes(form) && form !== type;

/** Adds the known ids to every field that refers to one, so that editors complete them from the JSON Schema. */
export function completeIds(schema: z.ZodType, known: Known): void {
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
  const ids = known[meta?.['ids'] as IdKind]?.filter((id) => !isOther(schema.def.type, typeof id));
  if (ids) z.globalRegistry.add(schema, { ...meta, enum: ids });
  for (const part of [innerType, out, element, ...options, ...Object.values(shape ?? {})])
    if (part) completeIds(part, known);
}

/** Returns the JSON Schema of a content file. Draft 7 is the version that every editor reads. */
export function jsonSchema(schema: z.ZodType, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema: made }) => {
      delete made['ids'];
      // Zod omits the examples of fields that it transforms, such as days. Ours are in the input form.
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (Array.isArray(examples)) made.examples = examples;
    },
  });
  return { $schema, title, ...rest };
}
