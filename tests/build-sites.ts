// Builds the sites that the content and browser tests read: all of them, or those that are named.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { filesAfterEveryEdit } from './edits.ts';
import { editedRevisions } from './upstream-revisions.ts';
import { build, commit, contentOf, documented, fiveTiers, otherContent, siteOf, writeContent } from './sites.ts';

const sites: Record<string, (out: string) => Promise<void>> = {
  today: (out) => build(out),
  documented: (out) => build(out, { CONTENT_DIR: documented }),
  other: (out) => build(out, { CONTENT_DIR: otherContent }),
  five: (out) => build(out, { CONTENT_DIR: fiveTiers }),
  /** An imported document with everything that the real document may later contain. */
  grown: async (out) => {
    const CONTENT_DIR = contentOf('grown');
    rmSync(CONTENT_DIR, { recursive: true, force: true });
    const flags = ['--into', CONTENT_DIR, '--source', 'https://lantern.example/policy.md', '--date', '2024-05-01'];
    await promisify(execFile)(process.execPath, ['src/cli/import.ts', 'tests/fixtures/lantern-document.md', ...flags]);
    await build(out, { CONTENT_DIR });
  },
  /** The later history of the real document, as edits of the content. */
  replayed: async (out) => {
    const CONTENT_DIR = contentOf('replayed');
    writeContent(editedRevisions().at(-1)?.files ?? new Map(), CONTENT_DIR);
    await build(out, { CONTENT_DIR });
  },
  /** Every edit in CONTRIBUTING, as a project site: another host, and a base path of two parts. */
  edited: async (out) => {
    const CONTENT_DIR = contentOf('edited');
    writeContent(filesAfterEveryEdit(), CONTENT_DIR);
    const BASE_PATH = '/wasmtime/tiers';
    await build(out, { CONTENT_DIR, BASE_PATH, SITE_URL: 'https://docs.example', COMMIT_SHA: commit });
  },
  /** The published site, built without caches, from another folder, in another time zone and language. */
  elsewhere: async (out) => {
    const folder = mkdtempSync(join(tmpdir(), 'else where '));
    for (const part of ['src', 'public', 'content', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
      cpSync(part, join(folder, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const [TZ, LANG] = ['Pacific/Kiritimati', 'tr_TR.UTF-8'];
    await build(out, { CONTENT_DIR: join(folder, 'content'), TZ, LANG, LC_ALL: LANG }, folder);
    rmSync(folder, { recursive: true });
  },
};

async function buildSite(name: string): Promise<void> {
  const started = performance.now();
  await sites[name]?.(siteOf(name));
  console.log(`${siteOf(name)} is built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(sites);
// Builds in one folder share what Astro generates there, so they go one after another.
const buildInThisFolder = async () => {
  for (const name of names) if (name !== 'elsewhere') await buildSite(name);
};
await Promise.all([buildInThisFolder(), names.includes('elsewhere') && buildSite('elsewhere')]);
