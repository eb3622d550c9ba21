import { relative } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { z } from 'astro/zod';
import { knownIds } from '../check/editor-schemas.ts';
import { readEnvironment } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';
import { offerIds } from '../schema/id-completion.ts';
import { entriesOf, rendered, type Collection } from './entries.ts';
import { readAgain, readOnce } from './reading.ts';

/** All collections come from one reading of the content, and each fills its own part of the store from it. */
const fills = new Map<Collection, () => Promise<void>>();

/** Loads one collection, in development and for types: a build reads the content by itself. Throws a ContentError with every problem of the whole content. */
export const contentLoader = (collection: Collection): Loader => ({
  name: `content: ${collection}`,
  load: async (context) => {
    fills.set(collection, () => fillStore(collection, context));
    const { catalogue, problems } = readOnce();
    if (!catalogue) throw new ContentError(problems);
    await fillStore(collection, context);
    if (collection === 'site') watch(context);
  },
});

/** A schema that lists the ids of the content, so that Astro's language server completes them in the frontmatter. */
export function withKnownIds<S extends z.ZodType>(schema: S): S {
  offerIds(schema, knownIds(readOnce().content));
  return schema;
}

function watch({ watcher, logger }: LoaderContext): void {
  const folder = readEnvironment().content;
  watcher?.add(folder);
  watcher?.on('all', (_, path) => {
    if (relative(folder, path).startsWith('..')) return;
    const { catalogue, problems } = readAgain();
    if (!catalogue) return logger.error(`\n${new ContentError(problems).message}`);
    for (const fill of fills.values()) void fill();
  });
}

async function fillStore(collection: Collection, { store, generateDigest }: LoaderContext): Promise<void> {
  const entries = await Promise.all(entriesOf(readOnce())[collection].map(rendered));
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const entry of entries) store.set({ ...entry, digest: generateDigest(JSON.stringify(entry)) });
}
