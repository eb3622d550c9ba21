import './src/cli/node-version.mjs';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { readEnvironment } from './src/check/environment.ts';
import { speculationRules, themeScript } from './src/layouts/inline-scripts.ts';
import { checkBeforeBuild } from './src/site/check-before-build.ts';
import { contentSecurityPolicy, requirePolicy } from './src/site/content-security-policy.ts';
import { markdown } from './src/site/markdown.ts';
import { exitOnMistake } from './src/site/exit-on-mistake.ts';
import { publishWhole } from './src/site/publish-whole.ts';

const { site, base, out } = exitOnMistake(readEnvironment);

export default defineConfig({
  site,
  base,
  outDir: out,
  cacheDir: '.cache/astro',
  trailingSlash: 'always',
  security: { csp: contentSecurityPolicy([themeScript, speculationRules(base)]) },
  // Pages are built concurrently, because a build mostly waits for the disk and for cards drawn in worker threads.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1' },
  markdown: { syntaxHighlight: false, processor: markdown(base) },
  integrations: [checkBeforeBuild(), mdx(), requirePolicy(), publishWhole(out, '.cache')],
  vite: {
    plugins: [tailwindcss()],
    // Astro adds a directive to each MDX module that the bundler does not know and would warn about.
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
