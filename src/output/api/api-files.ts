import { address, type Absolute } from '../../domain/addresses/address.ts';
import { ownColumns } from '../../domain/columns.ts';
import type { Catalogue, Feature } from '../../domain/catalogue/catalogue.ts';
import { publishedFeature, publishedContent, type PublishedContent } from '../../domain/published-content.ts';
import type { PublishedIndex } from '../../schema/api.ts';
import { apiSchema, shapeUrl } from './api-schema.ts';
import { apiVersions } from './api-versions.ts';
import { csv } from './csv.ts';

/** The files of the API with the descriptions that the index and the page "API and data" show. */
export const apiListing: readonly { name: string; description: string }[] = [
  {
    name: 'features.json',
    description:
      'every feature, including removed ones: its tier, unmet requirements and history; each also has its own file, features/ID.json',
  },
  { name: 'tiers.json', description: 'the tiers, the highest first, with their prose and their requirements' },
  { name: 'requirements.json', description: "every requirement in the policy's own words" },
  { name: 'categories.json', description: 'the categories of features' },
  { name: 'policy.json', description: "the policy's sections outside the tiers" },
  { name: 'changes.json', description: 'every change of a status, newest first' },
  { name: 'features.csv', description: 'the features as a table, one per line' },
  { name: 'schema.json', description: 'JSON Schema 2020-12 of all the JSON files' },
];

/** Fields of the index that come from the build, not from the content. */
export type Provenance = Pick<PublishedIndex, 'commit' | 'repository'>;

const file = (absolute: Absolute, shape: Parameters<typeof shapeUrl>[1], value: object): string => {
  const schema = absolute(address.api('schema.json'));
  return `${JSON.stringify({ $schema: shapeUrl(schema, shape), ...value }, null, 2)}\n`;
};

/** `index.json`: the list of all files. */
export const indexFile = (catalogue: Catalogue, absolute: Absolute, provenance: Provenance): string =>
  file(absolute, 'index', apiIndex(publishedContent(catalogue, absolute).index, absolute, provenance));

/** A list file, like `features.json`. */
export const listFile = (
  catalogue: Catalogue,
  absolute: Absolute,
  list: Exclude<keyof PublishedContent, 'index' | 'policyChanges'>,
): string => {
  const { [list]: items, policyChanges } = publishedContent(catalogue, absolute);
  return file(absolute, list, { [list]: items, ...(list === 'changes' && { policyChanges }) });
};

/** `features/ID.json`: one feature. */
export const featureFile = (catalogue: Catalogue, feature: Feature, absolute: Absolute): string =>
  file(absolute, 'feature', publishedFeature(catalogue, feature, absolute));

/** `features.csv`: one line per feature. */
export const csvFile = (catalogue: Catalogue, absolute: Absolute): string => {
  const { features } = publishedContent(catalogue, absolute);
  return csv(features, ownColumns(catalogue.site));
};

/** `schema.json`: the JSON Schema of all JSON files. */
export const schemaFile = (absolute: Absolute): string =>
  `${JSON.stringify(apiSchema(absolute(address.api('schema.json'))), null, 2)}\n`;

const apiIndex = (
  { url, updated, document, columns, commandLine, answers, searchFor, feedId, ...site }: PublishedContent['index'],
  absolute: Absolute,
  { commit, repository }: Provenance,
): Omit<PublishedIndex, '$schema'> => ({
  version: apiVersions[0].version,
  title: site.title,
  project: site.project,
  description: site.description,
  url,
  source: site.source,
  repository,
  licence: site.licence,
  updated,
  commit,
  files: apiListing.map(({ name, description }) => ({ name, url: absolute(address.api(name)), description })),
  document,
  columns,
  commandLine,
  answers,
  searchFor,
  feedId,
});
