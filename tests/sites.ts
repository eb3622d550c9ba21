// The sites that tests read: where they are, and how one is built.
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

/**
 * A copy of the content as it was on the date of the source document. Tests can rely on its values, whatever
 * has changed since then.
 */
export const documented = 'tests/fixtures/documented';
/** The invented project. */
export const otherContent = 'tests/fixtures/other-content';
/** A project with five tiers, two of them with the same number, and with custom columns. */
export const fiveTiers = 'tests/fixtures/five-tiers';
/** The commit given to one of the sites. */
export const commit = '0123456789abcdef0123456789abcdef01234567';

/** Where a site is, and the content that was written for it. */
export const siteOf = (name: string): string => `.cache/sites/${name}`;
export const contentOf = (name: string): string => `.cache/content/${name}`;

/** The variables of this process without those that change a build. */
export const environment = Object.fromEntries(
  Object.entries({ ...process.env, ASTRO_TELEMETRY_DISABLED: '1' }).filter(
    ([name]) => !/^(?:GITHUB_.*|CONTENT_DIR|OUT_DIR|SITE_URL|BASE_PATH|COMMIT_SHA|REPOSITORY_URL)$/.test(name),
  ),
);

export const astro = 'node_modules/astro/bin/astro.mjs';

/** Runs `astro build` with these variables. If it fails, the error contains its output. */
export async function build(out: string, variables: Record<string, string> = {}, cwd = '.'): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const env = { ...environment, OUT_DIR: resolve(out), ...variables };
  await promisify(execFile)(process.execPath, [astro, 'build'], { cwd, env });
}

/** Writes content to a folder and replaces what was there. */
export function writeContent(files: ReadonlyMap<string, string>, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    const file = join(folder, relative('content', path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
