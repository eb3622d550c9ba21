import { acceptable } from '../domain/rules/rules.ts';
import { categoriesSchema } from '../schema/category.ts';
import { jsonSchema, offerIds, type Known } from '../schema/id-completion.ts';
import { siteSchema } from '../schema/site.ts';
import { schemas } from './check-content.ts';
import type { ContentFolder } from './read-content.ts';

/** One JSON Schema for each kind of content file. Ids of features are left free, or every new feature would change it. */
export function editorSchemas(content: ContentFolder): Record<string, string> {
  const { feature: _, ...known } = knownIds(content);
  const kinds = {
    site: { schema: siteSchema, title: 'site.yaml' },
    categories: { schema: categoriesSchema, title: 'categories.yaml' },
    policy: { schema: schemas.policy, title: 'Frontmatter of policy/PART.mdx' },
    tier: { schema: schemas.tiers, title: 'Frontmatter of tiers/ID.mdx' },
    requirement: { schema: schemas.requirements, title: 'Frontmatter of requirements/ID.mdx' },
    feature: { schema: schemas.features, title: 'Frontmatter of features/ID.mdx' },
  };
  const files = Object.entries(kinds).map(([kind, { schema, title }]) => {
    offerIds(schema, known);
    return [`${kind}.schema.json`, `${JSON.stringify(jsonSchema(schema, title), null, 2)}\n`] as const;
  });
  return Object.fromEntries(files);
}

/** The ids that a content folder has, even where some of its files are broken. */
export function knownIds({ categories, requirements, tiers, features }: ContentFolder): Required<Known> {
  const list = (data: unknown): unknown[] => (Array.isArray(data) ? data : []);
  const field = (data: unknown, key: string): unknown => (data as Record<string, unknown> | null | undefined)?.[key];
  const isLevel = (level: unknown): level is number => Number.isInteger(level);
  return {
    category: list(categories?.data)
      .map((category) => field(category, 'id'))
      .filter((id) => typeof id === 'string'),
    requirement: requirements.map(({ id }) => id),
    feature: features.map(({ id }) => id),
    tier: tiers
      .map(({ data }) => field(data, 'level'))
      .filter(isLevel)
      .sort((a, b) => a - b),
    rule: acceptable,
  };
}
