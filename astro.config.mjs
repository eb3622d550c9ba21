import { resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { readEnvironment } from './src/check/environment.ts';
import { markdown } from './src/site/markdown.ts';
import { wholeScripts } from './src/site/whole-scripts.ts';

const { site, base, out, content } = readEnvironment();

/** @satisfies {import('astro').AstroUserConfig} Not by defineConfig, whose module brings an optimizer of pictures along. */
export default {
  site,
  base,
  outDir: out,
  cacheDir: '.cache/astro',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1' },
  markdown: { syntaxHighlight: false, processor: markdown },
  integrations: [mdx()],
  vite: {
    resolve: { alias: { '@content': resolve(content) } },
    plugins: [tailwindcss(), wholeScripts()],
    // Astro marks each MDX module with a directive that the bundler does not know, and warns of every one.
    build: {
      rollupOptions: { onwarn: (warning, report) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || report(warning) },
    },
  },
};
