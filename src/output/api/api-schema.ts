import { z } from 'astro/zod';
import { feature, published } from '../../schema/api.ts';

const anyFile = z.union([
  published.index,
  published.features,
  published.feature,
  published.tiers,
  published.requirements,
  published.categories,
  published.policy,
  published.changes,
]);

/** The JSON Schema (2020-12) of the published files; fields that a later version adds are valid too. */
export function apiSchema(url: string): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(anyFile, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // The format says it; zod's pattern for it is 200 characters long.
      if (jsonSchema.format === 'date') delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return { $schema, $id: url, title: 'The published files', ...schema };
}

/** The address of one file's own shape within that schema, for the file's `$schema`. */
export const shapeUrl = (url: string, file: keyof typeof published): string =>
  `${url}#/$defs/${published[file].meta()?.id}`;

/** Each field of a published feature, and what it means. */
export const featureFields = Object.entries(feature.shape).map(([name, field]) => ({
  name,
  says: field.description ?? '',
}));
