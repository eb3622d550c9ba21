import { createHash } from 'node:crypto';
import { parseDocument, visit, type Document, type ErrorCode } from 'yaml';
import { offsetOf, placeIn, type KeyPath, type Place } from './source-position.ts';
import type { Problem } from './problem.ts';
import { flawIn, unseenIn } from './raw-text.ts';

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

export const linkMistake = 'this is a link to another place; put here what it leads to';

/**
 * The data of texts in which nothing is wrong, by `keyOf`: to read YAML with its places is most of what reading content costs. A build
 * keeps it for the next; while somebody edits one file, all others are known.
 */
export const knownData = new Map<string, unknown>();

/** The key of a text's data. */
export const keyOf = (text: string, hasBody: boolean): string =>
  createHash('sha256').update(`${hasBody} ${text}`).digest('base64');

/** Parses a file, or what is there in its place; what is wrong with it becomes a problem, never an exception. */
export function parseFile(
  path: string,
  id: string,
  hasBody: boolean,
  { text: given, isLink: linked }: { text: string | undefined; isLink: boolean },
): { file: ContentFile; problems: Problem[] } {
  const text = given ?? '';
  const key = keyOf(text, hasBody);
  const isKnown = given !== undefined && knownData.has(key);
  const flaw = isKnown ? undefined : flawOf(given, linked);
  const parts = flaw ? undefined : hasBody ? split(text) : { yaml: text, body: '', bodyLine: 1 };
  const parsed = isKnown
    ? { mistakes: [], data: knownData.get(key) }
    : flaw
      ? { mistakes: [flaw] }
      : parse(parts?.yaml);
  if (parsed.mistakes.length === 0) knownData.set(key, parsed.data);
  // Places are asked for only where something is wrong; the YAML is then read again: kept, it would take a hundred times the room of its text.
  let document: Document | undefined;
  const place = (keys: KeyPath, ofKey: boolean): Place =>
    placeIn(text, offsetOf((document ??= yaml(parts?.yaml ?? '')), keys, ofKey) ?? 0);
  const file = {
    path,
    id,
    text,
    data: parsed.data,
    body: parts?.body ?? '',
    bodyLine: parts?.bodyLine ?? 1,
    placeOf: (keys: KeyPath) => place(keys, false),
    placeOfKey: (keys: KeyPath) => place(keys, true),
  };
  return {
    file,
    problems: parsed.mistakes.map(({ message, offset = 0 }) => ({ file: path, ...placeIn(text, offset), message })),
  };
}

interface Mistake {
  message: string;
  offset?: number;
}

const noFile = 'this is not a file that can be read; put one here, or delete it';

/** Why a text cannot even be looked at. */
const flawOf = (given: string | undefined, linked: boolean): Mistake | undefined =>
  given === undefined ? { message: linked ? linkMistake : noFile } : flawIn(given);

/** The data of what is YAML, or undefined where there are mistakes. */
function parse(frontmatter: string | undefined): { mistakes: Mistake[]; data?: unknown } {
  if (frontmatter === undefined)
    return {
      mistakes: [
        { message: 'the file does not begin with frontmatter; write "---", the keys, and "---" on lines of their own' },
      ],
    };
  const document = yaml(frontmatter);
  const mistakes = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    message: yamlMessage(code, message),
    offset: pos[0],
  }));
  mistakes.push(...strangeNodes(document));
  return mistakes.length > 0 ? { mistakes } : { mistakes, data: document.toJS() as unknown };
}

const yaml = (text: string): Document => parseDocument(text, { prettyErrors: false, logLevel: 'error' });

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
  const first = aliases.slice(0, 1).map(([source, offset]) => ({
    offset,
    message: `"*${source}"${more} refers to another line; put the value in quotes, or write it out`,
  }));
  return [...first, ...unseen.slice(0, 1)];
}
