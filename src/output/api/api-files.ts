import { address, type Absolute } from '../../domain/addresses/address.ts';
import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import { idsOf } from '../../domain/catalogue/ids.ts';
import { publishedOf, type Published } from '../../domain/diff/snapshot.ts';
import type { PublishedIndex } from '../../schema/api.ts';
import { apiSchema, shapeUrl } from './api-schema.ts';
import { apiVersions } from './api-versions.ts';
import { csv } from './csv.ts';

/** A published file: its name below the API's folder, and its whole text, which is written each time that it is asked for. */
export interface ApiFile {
  name: string;
  readonly text: string;
}

/** What the list files hold, in the words of the index and of the page about them. */
export const apiListing: readonly { name: string; description: string }[] = [
  {
    name: 'features.json',
    description:
      'every feature, removed ones too: its tier, what it lacks, its history; each is also a file of its own, features/ID.json',
  },
  { name: 'tiers.json', description: 'the tiers, the highest first, with their prose and their requirements' },
  { name: 'requirements.json', description: "every requirement in the policy's own words" },
  { name: 'categories.json', description: 'the kinds of feature' },
  { name: 'policy.json', description: "the policy's sections that belong to no tier" },
  { name: 'changes.json', description: 'every change of a status, newest first' },
  { name: 'features.csv', description: 'the features as a table, one line each' },
  { name: 'schema.json', description: 'JSON Schema 2020-12 of all the JSON files' },
];

/** What the index says that the content does not: the commit that is built, and where the content is edited. */
export type Provenance = Pick<PublishedIndex, 'commit' | 'repository'>;

/** All files of the API, the former ids of features among them. */
export function apiFiles(catalogue: Catalogue, absolute: Absolute, provenance: Provenance): ApiFile[] {
  const url = absolute(address.api('schema.json'));
  const published = publishedOf(catalogue, absolute);
  const { index, features, tiers, requirements, categories, policy, changes } = published;
  return [
    json('index.json', { $schema: shapeUrl(url, 'index'), ...apiIndex(index, absolute, provenance) }),
    json('features.json', { $schema: shapeUrl(url, 'features'), features }),
    ...features.flatMap((feature) =>
      idsOf(feature).map((id) => json(address.apiFeature({ id }), { $schema: shapeUrl(url, 'feature'), ...feature })),
    ),
    json('tiers.json', { $schema: shapeUrl(url, 'tiers'), tiers }),
    json('requirements.json', { $schema: shapeUrl(url, 'requirements'), requirements }),
    json('categories.json', { $schema: shapeUrl(url, 'categories'), categories }),
    json('policy.json', { $schema: shapeUrl(url, 'policy'), policy }),
    json('changes.json', { $schema: shapeUrl(url, 'changes'), changes }),
    { name: 'features.csv', text: csv(features) },
    json('schema.json', apiSchema(url)),
  ];
}

const json = (name: string, value: unknown): ApiFile => ({
  name,
  get text() {
    return `${JSON.stringify(value, null, 2)}\n`;
  },
});

/** The index of a state of the content: what the content says of it, and what the build does. */
const apiIndex = (
  { url, updated, commandLine, ...site }: Published['index'],
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
  commandLine,
});
