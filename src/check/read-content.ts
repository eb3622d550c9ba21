import { basename, join } from 'node:path';
import { idFrom } from '../domain/words.ts';
import { keptName } from '../schema/field.ts';
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
    const other = join(root, name.replace('.yaml', '.yml'));
    if (files.exists(other)) {
      problems.push({ file: other, line: 1, column: 1, message: `rename this file to ${name}` });
      return read(other, name, false);
    }
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
  for (const folder of folders)
    for (const file of content[folder]) {
      const meant = meantFolder(file.data, folder);
      if (meant === undefined || content[meant].some(({ id }) => id === file.id)) continue;
      problems.push({ file: file.path, line: 1, column: 1, message: `this is ${nouns[meant]}; move it to ${meant}/` });
      // It is read as what it is, so that nothing else misses it.
      content[folder] = content[folder].filter((it) => it !== file);
      content[meant] = [...content[meant], file];
    }
  problems.push(...strays(root, files));
  return { content, problems };
}

const nouns: Record<Folder, string> = {
  policy: 'a part of the policy',
  tiers: 'a tier',
  requirements: 'a requirement',
  features: 'a feature',
};

/** The folder of what a file is by its keys, where it stands in another. */
function meantFolder(data: unknown, folder: Folder): Folder | undefined {
  const has = (key: string) => typeof data === 'object' && data !== null && Object.hasOwn(data, key);
  const meant = has('history')
    ? 'features'
    : has('level')
      ? 'tiers'
      : folder === 'features' && has('title') && !has('name') && !has('category')
        ? 'requirements'
        : folder;
  return meant === folder ? undefined : meant;
}

/** Files that look like content and stand where nothing reads them. */
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
    const isFolder = !name.endsWith('.mdx') && files.names(join(folder, name)) !== undefined;
    const message = isFolder ? 'a folder stands here; move its files out of it' : mistakeInName(name, known);
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
  keptName(name) ??
  (name.length > longestName
    ? `the name of the file is longer than ${longestName} characters; write a shorter one`
    : undefined);

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
