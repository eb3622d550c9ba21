// The same content built with Starlight: a page for each feature, an index with all rows, and the policy.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { address } from '../src/domain/addresses/address.ts';
import { install } from './install.ts';
import type { BenchOptions, Peer, Row, Runs } from './part.ts';
import { ratio, summary } from './statistics.ts';
import { benchFolder, putAway, run, type Built } from './workspace.ts';

const { devDependencies: ours } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  devDependencies: Record<'astro' | '@astrojs/markdown-remark', string>;
};
const versions = {
  astro: ours.astro,
  '@astrojs/markdown-remark': ours['@astrojs/markdown-remark'],
  '@astrojs/starlight': '0.42.4',
};

/** As it comes: every page in the sidebar, and a search index; lean: neither. */
const variants = { starlight: {}, 'lean starlight': { sidebar: [], pagefind: false } };
type Variant = keyof typeof variants;

const collections = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;
const config = (variant: Variant): string => `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [starlight(${JSON.stringify({ title: 'Tiers of support', ...variants[variant] })})] });
`;

/** Starlight's builds of what one workspace has built. */
export class Starlight implements Peer {
  private readonly folders: Record<Variant, string>;
  private readonly runs: Record<Variant, Built[]> = { starlight: [], 'lean starlight': [] };
  private readonly astro: string;
  private readonly note: (text: string) => void;

  /** Takes the pages from the Markdown that the workspace's own build has published; installs Starlight where it is not yet. */
  constructor(workspace: string, { note }: BenchOptions) {
    const home = benchFolder('peer');
    install(home, versions, note);
    this.note = note;
    this.astro = join(home, 'node_modules/astro/bin/astro.mjs');
    const folder = (variant: Variant) =>
      makeProject(join(home, variant.replace(' ', '-')), variant, join(workspace, 'dist'));
    this.folders = { starlight: folder('starlight'), 'lean starlight': folder('lean starlight') };
  }

  /** One cold build of each. */
  async build(): Promise<void> {
    for (const variant of Object.keys(variants) as Variant[]) {
      const folder = this.folders[variant];
      for (const part of ['dist', '.astro', 'node_modules']) putAway(join(folder, part));
      this.note(`${readdirSync(join(folder, 'src/content/docs/features')).length} features, ${variant}`);
      this.runs[variant].push(await run(folder, [this.astro, 'build']));
      if (!existsSync(join(folder, 'dist/policy/index.html'))) throw new Error(`${variant} built no policy`);
    }
  }

  /** Its times, and how many of them one of ours takes. */
  columns({ cold }: Runs): Row {
    const seconds = (builds: readonly Built[]) => summary(builds.map((it) => it.seconds));
    return Object.fromEntries(
      (Object.keys(variants) as Variant[]).flatMap((variant) => {
        const theirs = seconds(this.runs[variant]);
        return [
          [variant, theirs.median],
          [`÷ ${variant}`, ratio(seconds(cold), theirs)],
        ];
      }),
    );
  }
}

/** Writes a project as its author would: a configuration, and a Markdown file for each page. */
function makeProject(folder: string, variant: Variant, site: string): string {
  rmSync(folder, { recursive: true, force: true });
  const docs = join(folder, 'src/content/docs');
  mkdirSync(docs, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', private: true, dependencies: versions }),
  );
  writeFileSync(join(folder, 'astro.config.mjs'), config(variant));
  writeFileSync(join(folder, 'src/content.config.ts'), collections);
  const features = readdirSync(join(site, 'features')).map((id) => address.feature({ id }));
  for (const page of [address.home, address.policy, ...features]) {
    const file = join(docs, `${page.replace(/\/$/, '') || 'index'}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, withTitle(readFileSync(join(site, address.twin(page)), 'utf8')));
  }
  return folder;
}

/** Starlight takes a page's first heading from its frontmatter. */
export function withTitle(markdown: string): string {
  const [, heading = '', rest = ''] = /^# ([^\n]*)\n+(.*)$/s.exec(markdown) ?? [];
  return `---\n${stringify({ title: heading.replace(/[`\\]/g, '') })}---\n\n${rest}`;
}
