// The least that Astro builds: a project of one page, with nothing in it but a heading.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Peer, Row, Runs } from './part.ts';
import { ratio, summary } from './statistics.ts';
import { benchFolder, forget, run, type Built } from './workspace.ts';

const files = {
  'package.json': '{ "type": "module", "private": true }\n',
  // Below the node_modules that it shares, it would meet other builds' caches.
  'astro.config.mjs': `export default { cacheDir: '.cache' };\n`,
  'src/pages/index.astro': '<!doctype html><html lang="en"><title>Bare</title><h1>Bare</h1></html>\n',
};

/** Builds of one bare page, by Astro's own command. */
export class BareSite implements Peer {
  private readonly folder = benchFolder('bare');
  private readonly runs: Built[] = [];

  constructor() {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(join(this.folder, 'src/pages'), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, name), text);
    symlinkSync(resolve('node_modules'), join(this.folder, 'node_modules'));
  }

  async build(): Promise<void> {
    forget(this.folder);
    this.runs.push(await run(this.folder, [resolve('node_modules/astro/bin/astro.mjs'), 'build']));
  }

  /** Its time, and how many of them one of ours takes where nothing is cached but what CI keeps. */
  columns({ kept }: Runs): Row {
    const bare = summary(this.runs.map((it) => it.seconds));
    return { 'bare page': bare.median, 'kept ÷ bare': ratio(summary(kept.map((it) => it.seconds)), bare) };
  }
}
