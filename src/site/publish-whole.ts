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
import { orStop } from './or-stop.ts';

/** A file of public/ that every built site has. Only a folder with it is replaced. */
export const siteMarker = 'built-by-tiers-of-support.txt';

/**
 * Builds in the cache folder and then puts the whole site in the place of the last one, so that no build publishes a
 * part of one.
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
        orStop(() => refuseForeign(out));
        for (const left of globSync(`${cache}/building-*`)) {
          if (isRunning(left)) orStop(() => refuseSecond(left));
          rmSync(left, { recursive: true });
        }
        mkdirSync(building, { recursive: true });
        // What Astro kept of the last build is content that nobody has checked.
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

/** Astro writes what it generates into one folder of the project, so builds of it take turns. */
function refuseSecond(building: string): never {
  throw new EnvironmentError(
    `Another build of this project runs (process ${processOf(building)}); wait for its end, or use another copy of the project`,
  );
}

const processOf = (building: string): number => Number(building.split('-').at(-1));

/** Throws where a folder holds anything but a site that was built here. */
export function refuseForeign(out: string): void {
  const found = lstatSync(out, { throwIfNoEntry: false });
  if (!found) return;
  const refuse = (what: string) => {
    throw new EnvironmentError(`OUT_DIR is "${out}", which ${what}; name another folder, or delete it`);
  };
  if (!found.isDirectory()) refuse(found.isSymbolicLink() ? 'is a link' : 'is a file');
  if (readdirSync(out).length > 0 && !existsSync(join(out, siteMarker)))
    refuse('holds something else than a built site');
}

/** Whether the build that fills a folder still runs. */
function isRunning(building: string): boolean {
  try {
    process.kill(processOf(building), 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts a folder in the place of another, which is deleted. A reader finds the old one, the new one, or for a moment
 * none.
 */
function replaceFolder(out: string, next: string): void {
  mkdirSync(dirname(resolve(out)), { recursive: true });
  // A folder of its own beside the site, since only a move within a disk is one step.
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

/** Moves a folder, to another disk too. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}
