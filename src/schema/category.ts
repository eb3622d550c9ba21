import { z } from 'astro/zod';
import { id, text } from './field.ts';

const category = z.strictObject({
  id: id.meta({ description: 'its id, which is part of addresses' }),
  name: text.meta({ description: "the document's word for one of them" }),
  label: text.optional().meta({ description: 'our word for one of them, where the document’s own would puzzle' }),
  plural: text.meta({ description: 'the word for several of them' }),
  description: text.meta({ description: 'what belongs in it, in a sentence' }),
  formerIds: z.array(id).default([]).meta({ description: 'ids it had before; addresses under them redirect here' }),
  emphasis: z.literal(true).optional().meta({ description: 'true where the document sets the name in italics' }),
  platform: z.literal(true).optional().meta({
    description: 'true on the one category whose features are what the others run on',
  }),
});

/** `categories.yaml`: the kinds of feature, in the order of the tables. */
export const categoriesSchema = z.array(category).min(1).meta({
  description: 'the categories in their order, each with its id, name, plural and description',
});

/** A category as Astro keeps it: with its place in the file, since a collection has no order. */
export const placedCategorySchema = category.extend({ position: z.int() });

export type CategoryData = z.infer<typeof category>;
