import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { buildCatalogue } from '../domain/catalogue/build-catalogue.ts';
import type { Source } from '../domain/catalogue/sources.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { given } from './given.ts';

/** The catalogue of the published content: the one that a build has checked, or in development that of the collections. */
export const getCatalogue = (): Promise<Catalogue> =>
  import.meta.env.DEV ? currentCatalogue() : Promise.resolve(given().catalogue);

let built: Promise<Catalogue> | undefined;
let builtFrom = '';

/** Built anew once the content has changed. */
async function currentCatalogue(): Promise<Catalogue> {
  const digests = await contentDigests();
  if (digests !== builtFrom) [built, builtFrom] = [readCatalogue(), digests];
  return (built ??= readCatalogue());
}

/** What tells one state of the content from another. */
async function contentDigests(): Promise<string> {
  const collections = (['site', 'categories', 'policy', 'tiers', 'requirements', 'features'] as const).map((name) =>
    getCollection(name),
  );
  return (await Promise.all(collections))
    .flat()
    .map(({ id, digest }) => `${id} ${digest}`)
    .join('\n');
}

async function readCatalogue(): Promise<Catalogue> {
  const [[site], categories] = await Promise.all([getCollection('site'), getCollection('categories')]);
  categories.sort((a, b) => a.data.position - b.data.position);
  const { catalogue, findings } = buildCatalogue({
    site: { file: site?.filePath ?? '', id: 'site', data: site?.data, body: '' },
    categories: {
      file: categories[0]?.filePath ?? '',
      id: 'categories',
      data: categories.map(({ data: { position: _, ...category } }) => category),
      body: '',
    },
    policy: await sources('policy'),
    tiers: await sources('tiers'),
    requirements: await sources('requirements'),
    features: await sources('features'),
  });
  if (!catalogue) throw new Error(findings.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return catalogue;
}

async function sources<C extends CollectionKey>(collection: C): Promise<Source<CollectionEntry<C>['data']>[]> {
  const entries: { id: string; data: CollectionEntry<C>['data']; body?: string; filePath?: string }[] =
    await getCollection(collection);
  return entries.map(({ id, data, body = '', filePath = '' }) => ({ file: filePath, id, data, body }));
}
