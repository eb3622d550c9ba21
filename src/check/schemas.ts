import { categoriesSchema } from '../schema/category.ts';
import { featureSchema } from '../schema/feature.ts';
import { policySchema } from '../schema/policy.ts';
import { requirementSchema } from '../schema/requirement.ts';
import { siteSchema } from '../schema/site.ts';
import { tierSchema } from '../schema/tier.ts';
import { everyKey } from './schema-parts.ts';

/** The schema of each YAML file, and of each folder's frontmatter. */
export const schemas = {
  site: siteSchema,
  categories: categoriesSchema,
  policy: policySchema,
  tiers: tierSchema,
  requirements: requirementSchema,
  features: featureSchema,
};

/** Every key that any content file can have. */
export const contentKeys: ReadonlySet<string> = new Set(Object.values(schemas).flatMap(everyKey));
