import { basename, join } from 'node:path';
import { idFrom } from '../domain/text.ts';
import { reservedName } from '../schema/field.ts';
import { disk, type Files } from './files.ts';
import { linkMistake, parseFile, type ContentFile } from './parse-file.ts';
import type { Problem } from './problem.ts';
import { costOf, mostBytesOfFile } from './raw-text.ts';

/** The folders of MDX files; each is a collection. */
export const folders = ['policy', 'tiers', 'requirements', 'features'] as const;
export type Folder = (typeof folders)[number];

/** Every file of a content folder, before any schema. */
export type ContentFolder = Record<'site' | 'categories', ContentFile | undefined> & Record<Folder, ContentFile[]>;

/** The most bytes of content; thousands of features need less. Parsing takes seconds for each megabyte. */
const mostContent = 8 << 20;

/** The most files in a folder. Even an empty file takes time, and each tier is compared with all others. */
const mostFiles: Record<Folder, number> = { policy: 100, tiers: 100, requirements: 1000, features: 10_000 };

/** The highest total cost of parsing all files; thousands of features stay below it. */
const mostCost = 600_000;

const tooLarge = (size: number, most: number): string => `the file has ${size} bytes; write at most ${most}`;
const tooMuch = `with this file the content has more than ${mostContent} bytes, so the rest is not read; delete files that are not content`;

const tooCostly = `with this file the content has more than ${mostCost} lines and characters of YAML and Markdown syntax, so the rest is not read; shorten it`;

/** Reads and parses every file of a content folder. A mistake becomes a problem; it never throws. */
export function readContent(root: string, files: Files = disk): { content: ContentFolder; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = limitedReader(files, problems);
  const one = (name: string) => {
    const path = join(root, name);
    if (files.exists(path)) return read(path, name, false);
    const other = join(root, name.replace('.yaml', '.yml'));
    if (files.exists(other)) {
      problems.push({ file: other, line: 1, column: 1, message: `rename this file to ${name}` });
      return read(other, name, false);
    }
    problems.push({ file: path, line: 1, column: 1, message: 'the file is missing; create it' });
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
  for (const folder of folders)
    for (const file of content[folder]) {
      const meant = meantFolder(file.data, folder);
      if (meant === undefined || content[meant].some(({ id }) => id === file.id)) continue;
      problems.push({ file: file.path, line: 1, column: 1, message: `this is ${nouns[meant]}; move it to ${meant}/` });
      // Treat it as part of the right folder, so that references to it are not reported as dangling.
      content[folder] = content[folder].filter((it) => it !== file);
      content[meant] = [...content[meant], file];
    }
  problems.push(...strays(root, files));
  return { content, problems };
}

/** Returns a function that reads and parses a file. Once all files together exceed a limit, it reports the rest. */
function limitedReader(files: Files, problems: Problem[]) {
  let totalSize = 0;
  let totalCost = 0;
  return (path: string, id: string, hasBody: boolean): ContentFile => {
    const size = files.size(path) ?? 0;
    if (size <= mostBytesOfFile) totalSize += size;
    const contentLimit = totalSize > mostContent ? tooMuch : undefined;
    const tooLong = size > mostBytesOfFile ? tooLarge(size, mostBytesOfFile) : contentLimit;
    const source = tooLong === undefined ? files.text(path) : undefined;
    totalCost += costOf(source ?? '');
    const limit = totalCost > mostCost ? tooCostly : tooLong;
    const text = limit === undefined ? source : undefined;
    const { file, problems: found } = parseFile(path, id, hasBody, { text, isLink: files.isLink(path), limit });
    problems.push(...found);
    return file;
  };
}

/** Reads the ids of a content folder. It parses categories and tiers only, because other ids are names of files. */
export function readIds(root: string, files: Files = disk) {
  const parsed = (path: string, id: string, hasBody: boolean) =>
    parseFile(path, id, hasBody, { text: files.text(path), isLink: files.isLink(path) }).file;
  const named = (folder: Folder) => fileNames(join(root, folder), mostFiles[folder], files, []);
  return {
    categories: parsed(join(root, 'categories.yaml'), 'categories.yaml', false),
    tiers: named('tiers').map(({ name, id }) => parsed(join(root, 'tiers', name), id, true)),
    requirements: named('requirements'),
    features: named('features'),
  };
}

const nouns: Record<Folder, string> = {
  policy: 'a part of the policy',
  tiers: 'a tier',
  requirements: 'a requirement',
  features: 'a feature',
};

/** The folder that a file belongs to by its keys; undefined if it is already there. */
function meantFolder(data: unknown, folder: Folder): Folder | undefined {
  const has = (key: string) => typeof data === 'object' && data !== null && Object.hasOwn(data, key);
  const isRequirement = folder === 'features' && has('title') && !has('name') && !has('category');
  let meant = folder;
  if (has('history')) meant = 'features';
  else if (has('level')) meant = 'tiers';
  else if (isRequirement) meant = 'requirements';
  return meant === folder ? undefined : meant;
}

/** Reports files that look like content in a place where nothing reads them. */
function strays(root: string, files: Files): Problem[] {
  const known = new Set<string>(['site.yaml', 'categories.yaml', 'import.yaml', ...folders]);
  const isContent = (name: string) => /\.(?:mdx?|markdown|ya?ml)$/i.test(name) && !/^(?:readme\.|\.)/i.test(name);
  return (files.names(root) ?? [])
    .filter((name) => !known.has(name) && !known.has(name.replace('.yml', '.yaml')) && !name.startsWith('.'))
    .flatMap((name) => [name, ...(files.names(join(root, name)) ?? []).map((it) => join(name, it))])
    .filter((path) => isContent(basename(path)))
    .sort()
    .map((path) => ({
      file: join(root, path),
      line: 1,
      column: 1,
      message: `nothing reads a file here; move it to ${folders.join('/, ')}/, or delete it`,
    }));
}

const idOfFile = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*\.mdx$/;
/** In characters. Published files have longer names, and file systems allow 255 bytes. */
const longestName = 100;

function fileNames(folder: string, most: number, files: Files, problems: Problem[]): { name: string; id: string }[] {
  const report = (file: string, message: string) => problems.push({ file, line: 1, column: 1, message });
  const all = files.names(folder);
  if (!all) {
    report(folder, files.isLink(folder) ? linkMistake : 'the folder is missing; create it, and add its .mdx files');
    return [];
  }
  const names = all.filter((name) => !name.startsWith('.')).sort();
  if (names.length > most) {
    report(folder, `the folder has ${names.length} files; write at most ${most}`);
    return [];
  }
  const known = new Set(names);
  for (const name of names) {
    const isFolder = !name.endsWith('.mdx') && files.names(join(folder, name)) !== undefined;
    const message = isFolder ? 'this is a folder; move its files out of it' : problemInNewName(name, known);
    if (message !== undefined) report(join(folder, name), message);
  }
  // A file with a wrong name is read under the id that was meant, so that references to it are not reported as
  // dangling.
  return names
    .map((name) => ({ name, meant: meantName(name, known) ?? name }))
    .filter(({ meant }) => meant.endsWith('.mdx') && !unusable(meant))
    .filter(({ name, meant }) => name === meant || beginsWithFence(join(folder, name), files))
    .map(({ name, meant }) => ({ name, id: meant.replace(/\.mdx$/, '') }));
}

const beginsWithFence = (path: string, files: Files): boolean =>
  (files.size(path) ?? 0) <= mostBytesOfFile && (files.text(path)?.startsWith('---') ?? false);

/** The name that a Markdown file should have; undefined if another file has it. */
function meantName(name: string, names: ReadonlySet<string>): string | undefined {
  const [, stem] = /^([a-z0-9][\w .-]*?)(?:\.(?:mdx?|markdown))+$/i.exec(name) ?? [];
  const id = idFrom(stem ?? '');
  const meant = `${id}.mdx`;
  return stem !== undefined && id !== '' && (meant === name || !names.has(meant)) ? meant : undefined;
}

const unusable = (name: string): string | undefined =>
  reservedName(name) ??
  (name.length > longestName
    ? `the name of the file is longer than ${longestName} characters; write a shorter one`
    : undefined);

/** The reason that a content file cannot have a name. */
export const problemInName = (name: string): string | undefined =>
  unusable(name) ??
  (idOfFile.test(name)
    ? undefined
    : 'the file is not named ID.mdx; use lowercase letters, digits, "-", "_" and ".mdx"');

/** Like `problemInName`, but suggests the name that was probably meant. */
function problemInNewName(name: string, names: ReadonlySet<string>): string | undefined {
  const problem = problemInName(name);
  const meant = problem === undefined || unusable(name) !== undefined ? undefined : meantName(name, names);
  return meant !== undefined && idOfFile.test(meant)
    ? `the name of the file is not an id with ".mdx"; rename it to ${meant}`
    : problem;
}
