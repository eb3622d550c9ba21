import {
  cpSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { EnvironmentError } from '../check/environment.ts';
import { exitOnMistake } from './exit-on-mistake.ts';

/** A file in public/ that marks a built site. Only a folder with this file is replaced. */
export const siteMarker = 'built-by-tiers-of-support.txt';

/**
 * Builds in the cache folder and then replaces the previous site as a whole, so that a failed build publishes nothing.
 */
export function publishWhole(out: string, cache: string): AstroIntegration {
  const building = resolve(cache, `building-${process.pid}`);
  let isBuild = false;
  return {
    name: 'publish-whole',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        isBuild = command === 'build';
        if (!isBuild) return;
        exitOnMistake(() => refuseForeign(out));
        for (const left of globSync(`${cache}/building-*`)) {
          if (isRunning(left)) exitOnMistake(() => refuseSecond(left));
          rmSync(left, { recursive: true });
        }
        mkdirSync(building, { recursive: true });
        // Astro's cache of the last build may contain content that has not been checked.
        rmSync(config.cacheDir, { recursive: true, force: true });
        updateConfig({ outDir: pathToFileURL(`${building}/`) });
      },
      'astro:build:done': ({ logger }) => {
        if (!isBuild) return;
        replaceFolder(out, building);
        logger.info(`The site is in ${out}.`);
      },
    },
  };
}

/** Throws if another build is running: Astro writes generated files to one folder of the project. */
function refuseSecond(building: string): never {
  throw new EnvironmentError(
    `Another build of this project is running (process ${processOf(building)}); wait until it ends, or use another copy of the project`,
  );
}

const processOf = (building: string): number => Number(building.split('-').at(-1));

/** Throws if a folder contains anything other than a built site. */
export function refuseForeign(out: string): void {
  const found = lstatSync(out, { throwIfNoEntry: false });
  if (!found) return;
  const refuse = (what: string) => {
    throw new EnvironmentError(`OUT_DIR is "${out}", which ${what}; name another folder, or delete it`);
  };
  if (!found.isDirectory()) refuse(found.isSymbolicLink() ? 'is a link' : 'is a file');
  if (readdirSync(out).length > 0 && !existsSync(join(out, siteMarker)))
    refuse('holds something other than a built site');
}

/** Whether the build that writes to a folder is still running. */
function isRunning(building: string): boolean {
  try {
    process.kill(processOf(building), 0);
    return true;
  } catch {
    return false;
  }
}

/** Replaces a folder with another. Readers see the old one, the new one, or for a moment none, but never a mixture. */
function replaceFolder(out: string, next: string): void {
  mkdirSync(dirname(resolve(out)), { recursive: true });
  // A temporary folder beside the site, because only a move on the same disk is atomic.
  const beside = mkdtempSync(join(dirname(resolve(out)), `.${basename(out)}-`));
  try {
    move(next, join(beside, 'next'));
    refuseForeign(out);
    if (existsSync(out)) renameSync(out, join(beside, 'last'));
    renameSync(join(beside, 'next'), out);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Moves a folder, even to another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}
