import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';

/** The file system functions that reading content needs. Replacing them allows a check before content is written. */
export interface Files {
  exists: (path: string) => boolean;
  /** The names in a folder; undefined if it is not a folder. */
  names: (folder: string) => string[] | undefined;
  /** The size of a regular file in bytes; undefined for anything else, like a link, a pipe or a device. */
  size: (path: string) => number | undefined;
  /** The text of a file, without a byte order mark; undefined if it cannot be read. */
  text: (path: string) => string | undefined;
  /** Whether a path is a symbolic link. Links are not followed. */
  isLink: (path: string) => boolean;
}

/** The largest file that is read at all; a larger one could fill the memory. Each kind of file has a lower limit. */
const mostBytesOnDisk = 16 << 20;

const bare = (text: string): string => text.replace(/^\uFEFF/, '');

/** What is at a path. A link is not followed, because it could lead out of the content or back into it. */
const at = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });

/** The files on disk. */
export const disk: Files = {
  exists: (path) => at(path) !== undefined,
  names: (folder) => (at(folder)?.isDirectory() ? readdirSync(folder) : undefined),
  size: (path) => {
    const it = at(path);
    return it?.isFile() ? it.size : undefined;
  },
  text: (path) => {
    const it = at(path);
    return it?.isFile() && it.size <= mostBytesOnDisk ? read(path) : undefined;
  },
  isLink: (path) => at(path)?.isSymbolicLink() ?? false,
};

function read(path: string): string | undefined {
  try {
    return bare(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Files in memory by their paths. Paths that are not among them are looked up in `below`. */
export function memory(files: ReadonlyMap<string, string>, below?: Files): Files {
  const paths = [...files.keys()];
  const isFolder = (path: string) => paths.some((file) => file.startsWith(`${path}/`));
  return {
    exists: (path) => files.has(path) || isFolder(path) || (below?.exists(path) ?? false),
    names: (folder) => {
      const own = paths
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).replace(/\/.*/s, ''));
      const under = below?.names(folder);
      return own.length > 0 || under ? [...new Set([...own, ...(under ?? [])])] : undefined;
    },
    size: (path) => {
      const own = files.get(path);
      return own === undefined ? below?.size(path) : Buffer.byteLength(own);
    },
    text: (path) => {
      const own = files.get(path);
      return own === undefined ? below?.text(path) : bare(own);
    },
    isLink: (path) => !files.has(path) && (below?.isLink(path) ?? false),
  };
}
