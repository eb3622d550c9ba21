import { join } from 'node:path';
import { isCollection, LineCounter, parseDocument, visit, type Document, type ErrorCode, type Node, type Pair } from 'yaml';
import { disk, type Files } from './disk.ts';
import type { Problem } from './problem.ts';
import { flawIn, unseenIn } from './raw-text.ts';

/** Where something is: keys and indices from the top of a file's data, like `['history', 0, 'tier']`. */
export type KeyPath = readonly PropertyKey[];
export interface Place {
  line: number;
  column: number;
}

/** A content file as it was written: its data before any schema, its body, and where in it everything stands. */
export interface ContentFile {
  /** The path to show, from where the command runs. */
  path: string;
  id: string;
  text: string;
  /** Undefined where the file cannot be read, which is a problem of its own; an empty file's is null. */
  data: unknown;
  body: string;
  /** The line on which the body begins, from 1. */
  bodyLine: number;
  /** The place of a value, or of the nearest thing above it that exists; a list below its key is where the key is. */
  placeOf: (path: KeyPath) => Place;
  /** The place of a key rather than of its value. */
  placeOfKey: (path: KeyPath) => Place;
}

/** The folders of MDX files, each a collection of its own. */
export const folders = ['policy', 'tiers', 'requirements', 'features'] as const;
export type Folder = (typeof folders)[number];

/** Everything below a content folder, read but not yet understood. */
export type ContentFolder = Record<'site' | 'categories', ContentFile | undefined> & Record<Folder, ContentFile[]>;

/** Reads a content folder whole; what cannot be read or is not YAML becomes a problem, never an exception. */
export function readContent(root: string, files: Files = disk): { content: ContentFolder; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = (path: string, id: string, hasBody: boolean) => readFile(path, id, hasBody, files, problems);
  const one = (name: string) => {
    const path = join(root, name);
    if (files.exists(path)) return read(path, name, false);
    problems.push({ file: path, line: 1, column: 1, message: 'the file is missing; write it' });
    return undefined;
  };
  const many = (folder: Folder) => fileNames(join(root, folder), files, problems)
    .map((name) => read(join(root, folder, name), name.replace(/\.mdx$/, ''), true));
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

const isLink = 'this is a link to another place; put here what it leads to';
const idOfFile = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*\.mdx$/;
const onWindows = /^(?:con|prn|aux|nul|(?:com|lpt)\d)\./;
/** Names of published files are longer by some, and no name may have more than 255 bytes. */
const longestName = 100;

function fileNames(folder: string, files: Files, problems: Problem[]): string[] {
  const report = (file: string, message: string) => problems.push({ file, line: 1, column: 1, message });
  const all = files.names(folder);
  if (!all) {
    report(folder, files.isLink(folder) ? isLink : 'the folder is missing; make it, with one .mdx file for each entry');
    return [];
  }
  const names = all.filter((name) => !name.startsWith('.')).sort();
  return names.filter((name) => {
    if (onWindows.test(name)) report(join(folder, name), 'Windows keeps this name for itself; name the file otherwise');
    else if (name.length > longestName) report(join(folder, name), `the name of the file is longer than ${longestName} characters; write a shorter one`);
    else if (idOfFile.test(name)) return true;
    if (idOfFile.test(name)) return false;
    report(join(folder, name), 'the file is not named ID.mdx; use lower case letters, digits, "-", "_" and ".mdx"');
    return name.endsWith('.mdx');
  });
}

/** Frontmatter and body; the opening fence becomes a YAML comment, so that offsets in the YAML are offsets in the file. */
function split(text: string): { yaml: string; body: string; bodyLine: number } | undefined {
  if (!/^---[ \t]*\r?\n/.test(text)) return undefined;
  const fence = /\r?\n---[ \t]*(?:\r?\n|$)/g;
  fence.lastIndex = '---'.length;
  const end = fence.exec(text);
  if (!end) return undefined;
  const bodyStart = end.index + end[0].length;
  const bodyLine = text.slice(0, bodyStart).split('\n').length;
  return { yaml: `#--${text.slice('---'.length, end.index)}`, body: text.slice(bodyStart), bodyLine };
}

/** Files as they were last read: while somebody edits one, all others are the same. */
const lastRead = new Map<string, { written: string | undefined; file: ContentFile; problems: Problem[] }>();

function readFile(path: string, id: string, hasBody: boolean, files: Files, problems: Problem[]): ContentFile {
  const written = files.text(path);
  const last = lastRead.get(path);
  const read = written !== undefined && last?.written === written ? last : { written, ...parseFile(path, id, hasBody, written, files) };
  lastRead.set(path, read);
  problems.push(...read.problems);
  return read.file;
}

function parseFile(path: string, id: string, hasBody: boolean, written: string | undefined, files: Files): { file: ContentFile; problems: Problem[] } {
  const mistakes: { message: string; offset: number }[] = [];
  const report = (message: string, offset = 0) => mistakes.push({ message, offset });
  if (written === undefined) report(files.isLink(path) ? isLink : 'this is not a file that can be read; put one here, or delete it');
  const flaw = flawIn(written ?? '');
  if (flaw) report(flaw.message, flaw.offset);
  const text = flaw ? '' : (written ?? '');
  const parts = hasBody ? split(text) : { yaml: text, body: '', bodyLine: 1 };
  if (!parts && written !== undefined && !flaw)
    report('the file does not begin with frontmatter; write "---", the keys, and "---" on lines of their own');
  const lines = new LineCounter();
  const document = parseDocument(parts?.yaml ?? '', { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) report(yamlMessage(code, message), pos[0]);
  for (const { message, offset } of strangeNodes(document)) report(message, offset);
  const place = (offset = 0): Place => {
    const at = flaw ? placeIn(written ?? '', offset) : lines.linePos(offset);
    return { line: Math.max(1, at.line), column: Math.max(1, at.col) };
  };
  const problems = mistakes.map(({ message, offset }) => ({ file: path, ...place(offset), message }));
  const file = {
    path,
    id,
    text: written ?? '',
    data: mistakes.length > 0 ? undefined : (document.toJS() as unknown),
    body: parts?.body ?? '',
    bodyLine: parts?.bodyLine ?? 1,
    placeOf: (keys: KeyPath) => place(offsetOf(document, keys, false)),
    placeOfKey: (keys: KeyPath) => place(offsetOf(document, keys, true)),
  };
  return { file, problems };
}

const mends: Partial<Record<ErrorCode, string>> = {
  BAD_SCALAR_START: 'put the value in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put a value that holds ": " in quotes',
  DUPLICATE_KEY: 'delete one of the two',
  TAB_AS_INDENT: 'indent with spaces',
};

const yamlMessage = (code: ErrorCode, message: string) =>
  `this is not YAML: ${message.replace(/\s+/g, ' ').replace(/\.$/, '')}; ${mends[code] ?? 'correct the line'}`;

/** The first value that refers to another, and the first with a character in it that nobody sees, however it is written. */
function strangeNodes(document: Document): { message: string; offset: number }[] {
  const aliases: [string, number][] = [];
  const unseen: { message: string; offset: number }[] = [];
  visit(document, {
    Alias: (_, { source, range }) => void aliases.push([source, range?.[0] ?? 0]),
    Scalar: (_, { value, range }) => {
      const found = typeof value === 'string' ? unseenIn(value) : undefined;
      if (found) unseen.push({ message: found.message, offset: range?.[0] ?? 0 });
    },
  });
  const more = aliases.length > 1 ? ` (and ${aliases.length - 1} more)` : '';
  const first = aliases.slice(0, 1).map(([source, offset]) => ({ offset, message: `"*${source}"${more} refers to another line; put the value in quotes, or write it out` }));
  return [...first, ...unseen.slice(0, 1)];
}

function placeIn(text: string, offset: number): { line: number; col: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 };
}

function offsetOf(document: Document, keys: KeyPath, wantKey: boolean): number | undefined {
  for (let depth = keys.length; depth > 0; depth--) {
    const path = keys.slice(0, depth);
    const value = document.getIn(path, true) as Node | undefined;
    // A block below its key begins on the next line, so the key stands for it.
    const isBlock = isCollection(value) && !value.flow && typeof path.at(-1) === 'string';
    const isWanted = wantKey && depth === keys.length;
    const node = (isBlock || isWanted ? keyNode(document, path) : undefined) ?? value;
    if (node?.range) return node.range[0];
  }
  return (document.contents as Node | null)?.range?.[0];
}

function keyNode(document: Document, path: KeyPath): Node | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  let found: Node | undefined;
  visit(parent as Node, {
    Pair(_, pair: Pair) {
      if (found === undefined && String(pair.key) === String(path.at(-1))) found = pair.key as Node;
      return visit.SKIP;
    },
  });
  return found;
}
