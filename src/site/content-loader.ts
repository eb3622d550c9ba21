import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { file, glob, type Loader, type LoaderContext } from 'astro/loaders';
import { readEnvironment } from '../check/environment.ts';
import { buildPlaceholderIn } from '../schema/build-placeholders.ts';

type DataStore = LoaderContext['store'];
type Entry = Parameters<DataStore['set']>[0];

/** Wraps a loader: refuses entries with words that the build would replace, and applies `change` to the others. */
const guarded = (loader: Loader, change: (entry: Entry) => Entry = (entry) => entry): Loader => ({
  name: loader.name,
  load: ({ store, ...context }) => {
    const set = (entry: Entry) => {
      const mistake = buildPlaceholderIn(JSON.stringify([entry.data, entry.body]));
      if (mistake) throw new Error(`${entry.filePath ?? entry.id}: ${mistake.message}`);
      return store.set(change(entry));
    };
    return loader.load({ ...context, store: { ...store, set } as DataStore });
  },
});

/** Loads a YAML file of content with Astro's loader. */
export const yamlFile = (name: string, parser: (text: string) => Record<string, unknown> | object[]): Loader =>
  guarded(
    file(pathToFileURL(resolve(readEnvironment().content, name)).href, {
      parser: (text) => parser(text) as Record<string, Record<string, unknown>>,
    }),
  );

/** Loads a folder of MDX files with Astro's loader. The id of an entry is its file name without the extension. */
export function mdxFolder(name: string): Loader {
  const loader = glob({
    base: pathToFileURL(resolve(readEnvironment().content, name)),
    pattern: '*.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  });
  // An empty body is not stored, so that it is not compiled. Few features have a body.
  return guarded(loader, (entry) => (entry.body ? entry : withoutBody(entry)));
}

const withoutBody = ({ id, data, filePath, digest }: Entry) => ({ id, data, filePath, digest }) as Entry;
