// The API files of the invented project, the schemas of its YAML files and the tables of docs/content.md: as written
// now, and as last accepted.
import { globSync, readFileSync } from 'node:fs';
import { checkContent } from '../../src/check/check-content.ts';
import { schemas } from '../../src/check/schemas.ts';
import { idsOf } from '../../src/domain/catalogue/former-ids.ts';
import { csvFile, featureFile, indexFile, listFile, schemaFile } from '../../src/output/api/api-files.ts';
import { withFieldTables } from '../../src/output/docs/field-tables.ts';
import { jsonSchema } from '../../src/schema/id-completion.ts';

export const api = 'tests/golden/api/v1';
const contentPage = 'docs/content.md';
const lists = ['features', 'tiers', 'requirements', 'categories', 'policy', 'changes'] as const;
const absolute = (path: string) => `https://levels.example/lantern/${path}`;

/** Every file as it is written now, by its path. */
export function writtenFiles(): Map<string, string> {
  const { catalogue, problems } = checkContent('tests/fixtures/other-content');
  if (!catalogue) throw new Error(problems.map(({ message }) => message).join('\n'));
  const provenance = { commit: 'c0ffee', repository: catalogue.site.repository ?? null };
  const editorSchema = (schema: Parameters<typeof jsonSchema>[0], title: string) =>
    `${JSON.stringify(jsonSchema(schema, title), null, 2)}\n`;
  return new Map([
    [`${api}/index.json`, indexFile(catalogue, absolute, provenance)],
    ...lists.map((list) => [`${api}/${list}.json`, listFile(catalogue, absolute, list)] as const),
    ...catalogue.features.flatMap((feature) =>
      idsOf(feature).map((id) => [`${api}/features/${id}.json`, featureFile(catalogue, feature, absolute)] as const),
    ),
    [`${api}/features.csv`, csvFile(catalogue, absolute)],
    [`${api}/schema.json`, schemaFile(absolute)],
    ['.vscode/schemas/site.schema.json', editorSchema(schemas.site, 'site.yaml')],
    ['.vscode/schemas/categories.schema.json', editorSchema(schemas.categories, 'categories.yaml')],
    [
      contentPage,
      withFieldTables(readFileSync(contentPage, 'utf8'), (name) =>
        jsonSchema(schemas[name as keyof typeof schemas], name),
      ),
    ],
  ]);
}

/** Every file as it was accepted, by its path. */
export const acceptedFiles = (): Map<string, string> =>
  new Map(
    globSync([`${api}/**/*.{json,csv}`, '.vscode/schemas/*.json', contentPage]).map((path) => [
      path,
      readFileSync(path, 'utf8'),
    ]),
  );
