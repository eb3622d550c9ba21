import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { readEnvironment } from '../check/environment.ts';
import { keep } from './cache.ts';
import { engineDigest } from './engine.ts';

/** The pages as Astro has compiled them. They know nothing of the content but the bodies of the tiers, which name components. */
export interface CompiledPages {
  /** The folder of what is published as it is. */
  publicFolder: string;
  /** The address of the module that makes the pages, a `PageMaker`. */
  module: string;
}

const cache = '.cache/compiled';

/** Has Astro compile the pages, unless it has before; throws what Astro throws. */
export async function compilePages(): Promise<CompiledPages> {
  const hash = createHash('sha256').update(engineDigest());
  for (const file of globSync(join(readEnvironment().content, 'tiers/*.mdx')).sort())
    hash.update(`${basename(file)}\0`).update(readFileSync(file));
  const folder = join(cache, hash.digest('hex').slice(0, 32));
  if (!existsSync(folder)) await compile(folder);
  keep(folder);
  const [entry = ''] = globSync(join(folder, 'server/prerender-entry.*.mjs'));
  return { publicFolder: join(folder, 'public'), module: pathToFileURL(resolve(entry)).href };
}

/** Deletes what a compilation of this process left half done. */
export const dropParts = (): void =>
  globSync(`${cache}/*.${process.pid}`).forEach((part) => rmSync(part, { recursive: true, force: true }));

async function compile(folder: string): Promise<void> {
  const part = `${folder}.${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const { build } = await import('astro');
  // Astro knows this option and its types do not: the types of the content are for editors, and `npm run test:types` writes them.
  const withoutTypes = { sync: false } as Parameters<typeof build>[1];
  await build({ outDir: join(part, 'public'), logLevel: 'warn', integrations: [compileOnly(part)] }, withoutTypes);
  // Another build may have been quicker.
  if (existsSync(folder)) rmSync(part, { recursive: true });
  else renameSync(part, folder);
}

/** Stops Astro before it makes a page, and keeps what it would have made them with. */
const compileOnly = (folder: string): AstroIntegration => ({
  name: 'compile-only',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [entryOfOurs] } }),
    'astro:build:start': ({ setPrerenderer }) =>
      setPrerenderer({
        name: 'compile-only',
        getStaticPaths: () => Promise.resolve([]),
        render: () => Promise.reject(new Error('a page was asked for too early')),
        teardown: () => Promise.resolve(renameSync(join(folder, 'public/.prerender'), join(folder, 'server'))),
      }),
  },
});

/** Puts our entry in the place of Astro's, and what Node was given in the place of Astro's store of content. */
const entryOfOurs: Plugin = {
  name: 'entry-of-ours',
  enforce: 'pre',
  // Whoever loads the pages has filled this module before; it must not be compiled into another one.
  resolveId: (source) =>
    source.endsWith('/given.ts') ? { id: new URL('given.ts', import.meta.url).href, external: 'absolute' } : undefined,
  configEnvironment(name) {
    if (name !== 'prerender') return;
    const store = 'astro:data-layer-content';
    const paths = { [store]: new URL('store.ts', import.meta.url).href };
    return { build: { rolldownOptions: { input: 'src/site/page-maker.ts', external: [store], output: { paths } } } };
  },
};
