import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { readEnvironment } from '../check/environment.ts';

/** Loads the MDX files of a folder of content with Astro's own loader; the id of each is the name of its file. */
export function mdxFolder(name: string): Loader {
  const loader = glob({
    base: pathToFileURL(resolve(readEnvironment().content, name)),
    pattern: '*.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  });
  return {
    name: loader.name,
    load: ({ store, ...context }) => {
      // A file without a body is not compiled: of thousands of features, few have a note.
      const set: typeof store.set = (entry) => store.set(entry.body ? entry : { ...entry, deferredRender: false });
      return loader.load({ ...context, store: { ...store, set } });
    },
  };
}
