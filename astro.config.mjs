import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { readEnvironment } from './src/check/environment.ts';
import { rehypeLinks } from './src/site/rehype-links.ts';
import { wholeScripts } from './src/site/whole-scripts.ts';

const { site, base, out } = readEnvironment();

export default defineConfig({
  site,
  base,
  outDir: out,
  cacheDir: '.cache/astro',
  trailingSlash: 'always',
  // Pages are made side by side, since each waits for the disk.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1' },
  // SmartyPants would change the policy's words; GFM comes from the pinned plugin alone.
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkGfm],
      rehypePlugins: [[rehypeLinks, { base }]],
    }),
  },
  integrations: [mdx()],
  vite: {
    plugins: [tailwindcss(), wholeScripts()],
    // Astro marks each MDX module with a directive that the bundler does not know, and warns of every one.
    build: { rollupOptions: { onwarn: (warning, report) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || report(warning) } },
  },
});
