import { defineCollection } from 'astro:content';
import { schemas } from './check/check-content.ts';
import { placedCategorySchema } from './schema/category.ts';
import { siteSchema } from './schema/site.ts';
import { contentLoader, withKnownIds } from './site/loader.ts';

export const collections = {
  site: defineCollection({ loader: contentLoader('site'), schema: siteSchema }),
  categories: defineCollection({ loader: contentLoader('categories'), schema: placedCategorySchema }),
  policy: defineCollection({ loader: contentLoader('policy'), schema: withKnownIds(schemas.policy) }),
  tiers: defineCollection({ loader: contentLoader('tiers'), schema: withKnownIds(schemas.tiers) }),
  requirements: defineCollection({ loader: contentLoader('requirements'), schema: withKnownIds(schemas.requirements) }),
  features: defineCollection({ loader: contentLoader('features'), schema: withKnownIds(schemas.features) }),
};
