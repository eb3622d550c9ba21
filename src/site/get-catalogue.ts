import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { readOutline } from '../check/document-outline.ts';
import { buildCatalogue } from '../domain/catalogue/build-catalogue.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { ContentSource } from '../domain/catalogue/sources.ts';

let latest: { digests: string; catalogue: Promise<Catalogue> } | undefined;

/** The catalogue of all collections. A build creates it once; the development server recreates it after changes. */
export async function getCatalogue(): Promise<Catalogue> {
  if (latest && !import.meta.env.DEV) return latest.catalogue;
  const digests = await contentDigests();
  if (latest?.digests !== digests) latest = { digests, catalogue: readCatalogue() };
  return latest.catalogue;
}

async function contentDigests(): Promise<string> {
  const names = ['site', 'categories', 'policy', 'tiers', 'requirements', 'features'] as const;
  const collections = await Promise.all(names.map((name) => getCollection(name)));
  return JSON.stringify(collections.flat().map(({ id, digest, data }) => digest ?? [id, data]));
}

async function readCatalogue(): Promise<Catalogue> {
  const [[site], categories] = await Promise.all([getCollection('site'), getCollection('categories')]);
  categories.sort((a, b) => a.data.position - b.data.position);
  const [document = { file: 'policy/document.mdx', id: 'document', data: undefined, body: '' }] =
    await sources('policy');
  const { catalogue, problems } = buildCatalogue({
    site: { file: site?.filePath ?? '', id: 'site', data: site?.data, body: '' },
    categories: {
      file: categories[0]?.filePath ?? '',
      id: 'categories',
      data: categories.map(({ data: { position: _, ...category } }) => category),
      body: '',
    },
    document: { ...document, outline: readOutline(document.body) },
    tiers: await sources('tiers'),
    requirements: await sources('requirements'),
    features: await sources('features'),
  });
  if (!catalogue) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return catalogue;
}

/** The entries of a collection, sorted by id because Astro guarantees no order. */
async function sources<C extends CollectionKey>(collection: C): Promise<ContentSource<CollectionEntry<C>['data']>[]> {
  const entries: { id: string; data: CollectionEntry<C>['data']; body?: string; filePath?: string }[] =
    await getCollection(collection);
  return entries
    .map(({ id, data, body = '', filePath = '' }) => ({ file: filePath, id, data, body: body.trim() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
