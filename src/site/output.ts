import { existsSync, linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { digestOf, keep, writeWhole } from './cache.ts';

/** A file as it was published: the digest of what it was made from, its size in bytes, and when it was written, in milliseconds. */
export type Made = readonly [from: string, size: number, written: number];

/** What was published last, by path. */
export interface LastSite {
  folder: string;
  made: Readonly<Record<string, Made>>;
}

/** The folder that a build fills. A file that would be made from the same as in the last site is taken from there. */
export class Output {
  /** What the files here were made from, for the next build; files without a digest are made in each. */
  readonly made: Record<string, Made> = {};
  readonly folder: string;
  readonly #last: LastSite;
  readonly #from: ReadonlyMap<string, string>;
  readonly #folders = new Set<string>();

  constructor(folder: string, last: LastSite, from: ReadonlyMap<string, string>) {
    this.folder = folder;
    this.#last = last;
    this.#from = from;
  }

  /** Puts a file at its path below the folder; `make` is not called where the file is there from before. */
  async put(path: string, make: () => string | Uint8Array | Promise<string | Uint8Array>): Promise<void> {
    const file = join(this.folder, path);
    const folder = dirname(file);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    const from = this.#from.get(path);
    if (this.#take(path, file)) return;
    writeFileSync(file, await make());
    if (from !== undefined) this.#note(path, from, file);
  }

  /** Whether a file would be made from the same as in the last site. */
  isKnown(path: string): boolean {
    const from = this.#from.get(path);
    return from !== undefined && this.#last.made[path]?.[0] === from;
  }

  #take(path: string, file: string): boolean {
    const last = this.#last.made[path];
    if (!last || !this.isKnown(path)) return false;
    const before = join(this.#last.folder, path);
    const found = statSync(before, { throwIfNoEntry: false });
    // Somebody may have written to it since.
    if (found?.size !== last[1] || found.mtimeMs !== last[2]) return false;
    try {
      linkSync(before, file);
    } catch {
      return false; // Not every file system can give a file a second name.
    }
    this.made[path] = last;
    return true;
  }

  #note(path: string, from: string, file: string): void {
    const { size, mtimeMs } = statSync(file);
    this.made[path] = [from, size, mtimeMs];
  }
}

const memory = '.cache/made';

const memoryOf = (folder: string): string => join(memory, digestOf(resolve(folder)));

/** What the last build into a folder remembered of it; nothing where there was none. */
export function lastSite(folder: string): LastSite {
  const path = memoryOf(folder);
  return { folder, made: existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as LastSite['made']) : {} };
}

/** Keeps for the next build what the files of this one were made from. */
export function remember(folder: string, made: LastSite['made']): void {
  writeWhole(memoryOf(folder), JSON.stringify(made));
  keep(memoryOf(folder));
}
