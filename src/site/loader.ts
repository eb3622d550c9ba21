import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { z } from 'astro/zod';
import { checkContent, type CheckedContent } from '../check/check-content.ts';
import { knownIds } from '../check/editor-schemas.ts';
import { readEnvironment } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';
import type { ContentFile, Folder } from '../check/read-content.ts';
import { requirementsTag } from '../domain/document.ts';
import { offerIds } from '../schema/offer.ts';

const { content: contentDir } = readEnvironment();

type Collection = Folder | 'site' | 'categories';

/** All collections come from one reading of the content, and each fills its own part of the store from it. */
let reading: CheckedContent | undefined;
const readOnce = (): CheckedContent => (reading ??= checkContent(contentDir));
const fills = new Map<Collection, (reading: CheckedContent) => Promise<void>>();

/** Loads one collection; throws a ContentError with every problem of the whole content, so that nothing is published. */
export const contentLoader = (collection: Collection): Loader => ({
  name: `content: ${collection}`,
  load: async (context) => {
    const fill = (content: CheckedContent) => fillStore(collection, content, context);
    fills.set(collection, fill);
    const read = readOnce();
    if (!read.catalogue) throw new ContentError(read.problems);
    await fill(read);
    if (collection === 'site') watch(context);
  },
});

/** A schema that lists the ids of the content, so that Astro's language server completes them in the frontmatter. */
export function withKnownIds<S extends z.ZodType>(schema: S): S {
  offerIds(schema, knownIds(readOnce().content));
  return schema;
}

function watch({ watcher, logger }: LoaderContext): void {
  watcher?.add(contentDir);
  watcher?.on('all', (_, path) => {
    if (relative(contentDir, path).startsWith('..')) return;
    const next = checkContent(contentDir);
    if (!next.catalogue) return logger.error(`\n${new ContentError(next.problems).message}`);
    reading = next;
    for (const fill of fills.values()) void fill(next);
  });
}

async function fillStore(collection: Collection, { content }: CheckedContent, context: LoaderContext): Promise<void> {
  const { store } = context;
  const gone = new Set(store.keys());
  const keep = async (id: string, data: unknown, file: ContentFile) => {
    gone.delete(id);
    await storeEntry(context, id, data as Record<string, unknown>, file);
  };
  const file = collection === 'site' || collection === 'categories' ? content[collection] : undefined;
  if (collection === 'site' && file) await keep('site', file.data, file);
  else if (collection === 'categories' && file) {
    for (const [position, category] of (file.data as { id: string }[]).entries()) await keep(category.id, { ...category, position }, file);
  } else for (const entry of content[collection as Folder]) await keep(entry.id, entry.data, entry);
  for (const id of gone) store.delete(id);
}

/** A body with a component is a module for Astro to compile; any other is rendered here, once, and kept by digest. */
async function storeEntry(context: LoaderContext, id: string, raw: Record<string, unknown>, file: ContentFile): Promise<void> {
  const { store, config, generateDigest, parseData, renderMarkdown } = context;
  const filePath = relative(fileURLToPath(config.root), file.path);
  const digest = generateDigest(JSON.stringify([filePath, raw, file.body]));
  const deferredRender = file.body.includes(requirementsTag);
  if (store.get(id)?.digest === digest) {
    if (deferredRender) store.addModuleImport(filePath);
    return;
  }
  const entry = { id, data: await parseData({ id, data: raw, filePath }), body: file.body, filePath, digest };
  if (deferredRender) store.set({ ...entry, deferredRender });
  else if (file.body.trim() === '') store.set(entry);
  else store.set({ ...entry, rendered: await renderMarkdown(file.body) });
}
