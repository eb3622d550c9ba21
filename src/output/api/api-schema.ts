import { z } from 'astro/zod';
import { feature, fileSchemas } from '../../schema/api.ts';

const anyFile = z.union([
  fileSchemas.index,
  fileSchemas.features,
  fileSchemas.feature,
  fileSchemas.tiers,
  fileSchemas.requirements,
  fileSchemas.categories,
  fileSchemas.policy,
  fileSchemas.changes,
]);

/** The JSON Schema (2020-12) of the published files. It allows fields that a later version may add. */
export function apiSchema(url: string): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(anyFile, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // `format` is enough; zod adds a pattern of 200 characters.
      if (jsonSchema.format === 'date') delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return { $schema, $id: url, title: 'The published files', ...schema };
}

/** The address of one file's definition within the schema, for the `$schema` of that file. */
export const shapeUrl = (url: string, file: keyof typeof fileSchemas): string =>
  `${url}#/$defs/${fileSchemas[file].meta()?.id}`;

/** Each field of a published feature with its description. */
export const featureFields = Object.entries(feature.shape).map(([name, field]) => ({
  name,
  says: field.description ?? '',
}));
