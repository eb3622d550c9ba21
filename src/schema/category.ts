import { z } from 'astro/zod';
import { id, text } from './field.ts';

const category = z.strictObject({
  id: id.meta({ description: 'its id, which is part of addresses', examples: ['lamp'] }),
  name: text.meta({ description: "the document's word for one of them", examples: ['Lamp'] }),
  label: text.optional().meta({
    description: 'a clearer word for one of them, if the one in the document would puzzle readers',
    examples: ['Signal lamp'],
  }),
  plural: text.meta({ description: 'the word for several of them', examples: ['Lamps'] }),
  description: text.meta({
    description: 'what belongs in it, in a sentence',
    examples: ['Lamps that the controller can switch.'],
  }),
  formerIds: z
    .array(id)
    .default([])
    .meta({ description: 'the ids it had before; their addresses redirect here', examples: [['lights']] }),
  emphasis: z
    .literal(true)
    .optional()
    .meta({ description: 'true if the document sets the name in italics', examples: [true] }),
  platform: z
    .literal(true)
    .optional()
    .meta({
      description: 'true for the one category that the features of the other categories run on',
      examples: [true],
    }),
});

/** `categories.yaml`: the kinds of feature, in the order of the tables. */
export const categoriesSchema = z.array(category).min(1).meta({
  description: 'the categories in order, each with its id, name, plural and description',
});

/** A category in Astro's collection, which has no order; `position` is the index in the file. */
export const placedCategorySchema = category.extend({ position: z.int() });

export type CategoryData = z.infer<typeof category>;
