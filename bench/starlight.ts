// The same text built with Starlight: a page for each feature, one with all rows, and the policy.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { address, pageFile } from '../src/domain/addresses/address.ts';
import { install } from './install.ts';
import { benchFolder, buildSite, putAway } from './workspace.ts';

const { dependencies: ours } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<'astro' | '@astrojs/markdown-remark', string>;
};
const versions = {
  astro: ours.astro,
  '@astrojs/markdown-remark': ours['@astrojs/markdown-remark'],
  '@astrojs/starlight': '0.42.4',
};

/** Starlight's defaults, with every page in the sidebar and a search index; and a lean variant with neither. */
const variants = { starlight: {}, lean: { sidebar: [], pagefind: false } };
export type Variant = keyof typeof variants;

/** Installs Starlight if needed; returns a function that builds a workspace's pages and measures the seconds. */
export function starlight(workspace: string, note: (text: string) => void): (variant: Variant) => Promise<number> {
  const home = benchFolder('peer');
  install(home, versions, note);
  for (const variant of Object.keys(variants) as Variant[])
    makeProject(join(home, variant), variant, join(workspace, 'dist'));
  return async (variant) => {
    const folder = join(home, variant);
    putAway(...['dist', '.astro', 'node_modules'].map((part) => join(folder, part)));
    const { seconds } = await buildSite(folder, join(home, 'node_modules/astro'));
    readFileSync(join(folder, 'dist', pageFile(address.policy)));
    return seconds;
  };
}

/** Writes a Starlight project: a configuration, and a Markdown file for each page. */
function makeProject(folder: string, variant: Variant, site: string): void {
  const options = JSON.stringify({ title: 'Tiers of support', ...variants[variant] });
  const features = readdirSync(join(site, 'features')).map((id) => address.feature({ id }));
  const page = (path: string) => withTitle(readFileSync(join(site, address.markdown(path)), 'utf8'));
  const files = {
    'package.json': JSON.stringify({ type: 'module', private: true, dependencies: versions }),
    'astro.config.mjs': `import starlight from '@astrojs/starlight';
      import { defineConfig } from 'astro/config';
      export default defineConfig({ integrations: [starlight(${options})] });`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
      import { docsLoader } from '@astrojs/starlight/loaders';
      import { docsSchema } from '@astrojs/starlight/schema';
      export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
    ...Object.fromEntries(
      [address.home, address.policy, ...features].map((path) => [
        `src/content/docs/${path.replace(/\/$/, '') || 'index'}.md`,
        page(path),
      ]),
    ),
  };
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Starlight takes a page's first heading from its frontmatter. */
export function withTitle(markdown: string): string {
  const [, heading = '', rest = ''] = /^# ([^\n]*)\n+(.*)$/s.exec(markdown) ?? [];
  return `---\n${stringify({ title: heading.replace(/[`\\]/g, '') })}---\n\n${rest}`;
}
