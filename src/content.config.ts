import { defineCollection } from 'astro:content';
import { readEnvironment } from './check/environment.ts';
import { readYaml } from './check/frontmatter.ts';
import { knownIds } from './check/known-ids.ts';
import { readIds } from './check/read-content.ts';
import { placedCategorySchema } from './schema/category.ts';
import { featureSchema } from './schema/feature.ts';
import { completeIds } from './schema/id-completion.ts';
import { policySchema } from './schema/policy.ts';
import { requirementSchema } from './schema/requirement.ts';
import { siteSchema } from './schema/site.ts';
import { tierSchema } from './schema/tier.ts';
import { mdxFolder, yamlFile } from './site/content-loader.ts';

const { content } = readEnvironment();

// Adds the existing ids to the schemas that Astro writes, so that editors can complete them.
const known = knownIds(readIds(content));
const ids = { ...known, tier: [...known.tier, 'none'] };
for (const schema of [policySchema, tierSchema, requirementSchema, featureSchema]) completeIds(schema, ids);

export const collections = {
  site: defineCollection({
    loader: yamlFile('site.yaml', (text) => ({ site: readYaml(text) })),
    schema: siteSchema,
  }),
  categories: defineCollection({
    loader: yamlFile('categories.yaml', (text) =>
      (readYaml(text) as object[]).map((category, position) => ({ ...category, position })),
    ),
    schema: placedCategorySchema,
  }),
  policy: defineCollection({ loader: mdxFolder('policy'), schema: policySchema }),
  tiers: defineCollection({ loader: mdxFolder('tiers'), schema: tierSchema }),
  requirements: defineCollection({ loader: mdxFolder('requirements'), schema: requirementSchema }),
  features: defineCollection({ loader: mdxFolder('features'), schema: featureSchema }),
};
