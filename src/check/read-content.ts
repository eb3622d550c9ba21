import { join } from 'node:path';
import { disk, type Files } from './files.ts';
import { linkMistake, parseFile, type ContentFile } from './parse-file.ts';
import type { Problem } from './problem.ts';
import { mostBytes } from './raw-text.ts';

/** The folders of MDX files, each a collection of its own. */
export const folders = ['policy', 'tiers', 'requirements', 'features'] as const;
export type Folder = (typeof folders)[number];

/** Everything below a content folder, read but not yet understood. */
export type ContentFolder = Record<'site' | 'categories', ContentFile | undefined> & Record<Folder, ContentFile[]>;

/** The content of thousands of features is smaller by far. In bytes. */
const mostContent = 64 << 20;

const tooLarge = (size: number, most: number): string => `the file has ${size} bytes; write at most ${most}`;
const tooMuch = `with this file the content has more than ${mostContent} bytes, and is not read further; delete what is no content`;

/** Reads a content folder whole; what cannot be read or is not YAML becomes a problem, never an exception. */
export function readContent(root: string, files: Files = disk): { content: ContentFolder; problems: Problem[] } {
  const problems: Problem[] = [];
  let total = 0;
  const read = (path: string, id: string, hasBody: boolean): ContentFile => {
    const size = files.size(path) ?? 0;
    total += size;
    const limit = size > mostBytes ? tooLarge(size, mostBytes) : total > mostContent ? tooMuch : undefined;
    const text = limit === undefined ? files.text(path) : undefined;
    const { file, problems: found } = parseFile(path, id, hasBody, { text, isLink: files.isLink(path), limit });
    problems.push(...found);
    return file;
  };
  const one = (name: string) => {
    const path = join(root, name);
    if (files.exists(path)) return read(path, name, false);
    problems.push({ file: path, line: 1, column: 1, message: 'the file is missing; write it' });
    return undefined;
  };
  const many = (folder: Folder) =>
    fileNames(join(root, folder), files, problems).map((name) =>
      read(join(root, folder, name), name.replace(/\.mdx$/, ''), true),
    );
  const content = {
    site: one('site.yaml'),
    categories: one('categories.yaml'),
    policy: many('policy'),
    tiers: many('tiers'),
    requirements: many('requirements'),
    features: many('features'),
  };
  return { content, problems };
}

const idOfFile = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*\.mdx$/;
const onWindows = /^(?:con|prn|aux|nul|(?:com|lpt)\d)\./;
/** Names of published files are longer by some, and no name may have more than 255 bytes. */
const longestName = 100;

function fileNames(folder: string, files: Files, problems: Problem[]): string[] {
  const report = (file: string, message: string) => problems.push({ file, line: 1, column: 1, message });
  const all = files.names(folder);
  if (!all) {
    report(
      folder,
      files.isLink(folder) ? linkMistake : 'the folder is missing; make it, with one .mdx file for each entry',
    );
    return [];
  }
  const names = all.filter((name) => !name.startsWith('.')).sort();
  for (const name of names) for (const message of mistakesInName(name)) report(join(folder, name), message);
  // A file that is only not named like an id is read all the same, so that its own mistakes are told too.
  return names.filter(
    (name) => name.endsWith('.mdx') && (!idOfFile.test(name) || [...mistakesInName(name)].length === 0),
  );
}

function* mistakesInName(name: string): Generator<string> {
  if (onWindows.test(name)) yield 'Windows keeps this name for itself; name the file otherwise';
  else if (name.length > longestName)
    yield `the name of the file is longer than ${longestName} characters; write a shorter one`;
  if (!idOfFile.test(name)) yield 'the file is not named ID.mdx; use lower case letters, digits, "-", "_" and ".mdx"';
}
