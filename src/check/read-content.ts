import { join } from 'node:path';
import { idFrom } from '../domain/words.ts';
import { disk, type Files } from './files.ts';
import { linkMistake, parseFile, type ContentFile } from './parse-file.ts';
import type { Problem } from './problem.ts';
import { costOf, mostBytes } from './raw-text.ts';

/** The folders of MDX files, each a collection of its own. */
export const folders = ['policy', 'tiers', 'requirements', 'features'] as const;
export type Folder = (typeof folders)[number];

/** Everything below a content folder, read but not yet understood. */
export type ContentFolder = Record<'site' | 'categories', ContentFile | undefined> & Record<Folder, ContentFile[]>;

/** The content of thousands of features is smaller; to read YAML and Markdown takes seconds for each of these megabytes. In bytes. */
const mostContent = 8 << 20;

/** How many files a folder may have: each takes time however small it is, and each tier is compared with all others. */
const mostFiles: Record<Folder, number> = { policy: 100, tiers: 100, requirements: 1000, features: 10_000 };

/** How much all files together may have of what takes long to parse: what thousands of features have. */
const mostCost = 600_000;

const tooLarge = (size: number, most: number): string => `the file has ${size} bytes; write at most ${most}`;
const tooMuch = `with this file the content has more than ${mostContent} bytes, and is not read further; delete what is no content`;

const tooCostly = `with this file the content has more than ${mostCost} lines and signs of YAML and Markdown, and is not read further; write less`;

/** Reads a content folder whole; what cannot be read or is not YAML becomes a problem, never an exception. */
export function readContent(root: string, files: Files = disk): { content: ContentFolder; problems: Problem[] } {
  const problems: Problem[] = [];
  let total = 0;
  let cost = 0;
  const read = (path: string, id: string, hasBody: boolean): ContentFile => {
    const size = files.size(path) ?? 0;
    if (size <= mostBytes) total += size;
    const tooLong = size > mostBytes ? tooLarge(size, mostBytes) : total > mostContent ? tooMuch : undefined;
    const given = tooLong === undefined ? files.text(path) : undefined;
    cost += costOf(given ?? '');
    const limit = cost > mostCost ? tooCostly : tooLong;
    const text = limit === undefined ? given : undefined;
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
    fileNames(join(root, folder), mostFiles[folder], files, problems).map(({ name, id }) =>
      read(join(root, folder, name), id, true),
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

function fileNames(folder: string, most: number, files: Files, problems: Problem[]): { name: string; id: string }[] {
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
  if (names.length > most) {
    report(folder, `the folder has ${names.length} files; write at most ${most}`);
    return [];
  }
  const known = new Set(names);
  for (const name of names) {
    const message = mistakeInName(name, known);
    if (message !== undefined) report(join(folder, name), message);
  }
  // A file that is only not named like an id is read under the one that is meant, so that nothing else misses it.
  return names
    .map((name) => ({ name, meant: meantName(name, known) ?? name }))
    .filter(({ meant }) => meant.endsWith('.mdx') && !unusable(meant))
    .filter(({ name, meant }) => name === meant || beginsWithFence(join(folder, name), files))
    .map(({ name, meant }) => ({ name, id: meant.replace(/\.mdx$/, '') }));
}

const beginsWithFence = (path: string, files: Files): boolean =>
  (files.size(path) ?? 0) <= mostBytes && (files.text(path)?.startsWith('---') ?? false);

/** The name that a file of Markdown should have; undefined where another file has it. */
function meantName(name: string, names: ReadonlySet<string>): string | undefined {
  const [, words] = /^([a-z0-9][\w .-]*?)(?:\.(?:mdx?|markdown))+$/i.exec(name) ?? [];
  const id = idFrom(words ?? '');
  const meant = `${id}.mdx`;
  return words !== undefined && id !== '' && (meant === name || !names.has(meant)) ? meant : undefined;
}

const unusable = (name: string): string | undefined =>
  onWindows.test(name)
    ? 'Windows keeps this name for itself; name the file otherwise'
    : name.length > longestName
      ? `the name of the file is longer than ${longestName} characters; write a shorter one`
      : undefined;

/** Why a file of content cannot have a name. */
export const flawInName = (name: string): string | undefined =>
  unusable(name) ??
  (idOfFile.test(name)
    ? undefined
    : 'the file is not named ID.mdx; use lower case letters, digits, "-", "_" and ".mdx"');

/** The same, with the name that is meant where there is one. */
function mistakeInName(name: string, names: ReadonlySet<string>): string | undefined {
  const flaw = flawInName(name);
  const meant = flaw === undefined || unusable(name) !== undefined ? undefined : meantName(name, names);
  return meant !== undefined && idOfFile.test(meant)
    ? `the name of the file is not an id with ".mdx"; rename it to ${meant}`
    : flaw;
}
