import { parseDocument, visit, type Document, type ErrorCode } from 'yaml';
import { firstDifference, readMdx, readYaml } from './frontmatter.ts';
import { offsetOf, placeIn, type KeyPath, type Place } from './source-position.ts';
import type { Problem } from './problem.ts';
import { flawIn, unseenIn } from './raw-text.ts';

/** A content file as it was written: its data before any schema, its body, and where in it everything is. */
export interface ContentFile {
  /** The path to show, from where the command runs. */
  path: string;
  id: string;
  text: string;
  /** Undefined where the file cannot be read, which is a problem of its own; an empty file's is null. */
  data: unknown;
  /** The text below the frontmatter; empty where there is none. */
  body: string;
  /** What is compiled: the whole file with spaces in the place of its frontmatter. */
  mdx: string;
  /** Leads to the first value that Astro reads differently; undefined where there is none. */
  ambiguous: KeyPath | undefined;
  /** The place of a value, or of the nearest thing above it that exists; a list below its key is where the key is. */
  placeOf: (path: KeyPath) => Place;
  /** The place of a key rather than of its value. */
  placeOfKey: (path: KeyPath) => Place;
}

export const linkMistake = 'this is a link to another place; put here what it leads to';

interface Mistake {
  message: string;
  offset?: number;
}

interface Reading {
  mistakes: Mistake[];
  data?: unknown;
  body?: string;
  mdx?: string;
  ambiguous?: KeyPath | undefined;
}

/** Parses a file, or what is there in its place; what is wrong with it becomes a problem, never an exception. */
export function parseFile(
  path: string,
  id: string,
  hasBody: boolean,
  { text: given, isLink: linked, limit }: { text: string | undefined; isLink: boolean; limit?: string | undefined },
): { file: ContentFile; problems: Problem[] } {
  const text = given ?? '';
  const flaw = flawOf(given, linked, limit);
  const reading: Reading = flaw ? { mistakes: [flaw] } : hasBody ? readMdxFile(text) : readYamlFile(text);
  // Places are asked for only where something is wrong; the YAML is then read again: kept, it would take a hundred times the room of its text.
  let document: Document | undefined;
  const place = (keys: KeyPath, ofKey: boolean): Place =>
    placeIn(text, offsetOf((document ??= yaml((hasBody ? split(text)?.yaml : text) ?? '')), keys, ofKey) ?? 0);
  const file = {
    path,
    id,
    text,
    data: reading.data,
    body: reading.body ?? '',
    mdx: reading.mdx ?? '',
    ambiguous: reading.ambiguous,
    placeOf: (keys: KeyPath) => place(keys, false),
    placeOfKey: (keys: KeyPath) => place(keys, true),
  };
  const problems = reading.mistakes.map(({ message, offset = 0 }) => ({
    file: path,
    ...placeIn(text, offset),
    message,
  }));
  return { file, problems };
}

const noFile = 'this is not a file that can be read; put one here, or delete it';

/** Why a text cannot even be looked at. */
const flawOf = (given: string | undefined, linked: boolean, limit: string | undefined): Mistake | undefined =>
  given === undefined ? { message: limit ?? (linked ? linkMistake : noFile) } : flawIn(given);

function readYamlFile(text: string): Reading {
  const mistakes = yamlMistakes(yaml(text));
  return mistakes.length > 0 ? { mistakes } : { mistakes, data: readYaml(text) };
}

/** Reads a file with the places of all that is in it, and again as Astro does. */
function readMdxFile(text: string): Reading {
  const parts = split(text);
  if (!parts) return { mistakes: [{ message: noFrontmatter }] };
  const { body, mdx } = parts;
  const document = yaml(parts.yaml);
  const mistakes = yamlMistakes(document);
  if (mistakes.length > 0) return { mistakes, body, mdx };
  const data = (document.toJS() as unknown) ?? {};
  try {
    const read = readMdx(text);
    if (read.mdx.trim() !== mdx.trim())
      return { mistakes: [{ message: strayFence, offset: fence.length + read.yaml.length }] };
    return { mistakes, data, body, mdx, ambiguous: firstDifference(data, read.data) };
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { position?: number } };
    const message = yamlMessage('IMPOSSIBLE', reason ?? (error as Error).message);
    return { mistakes: [{ message, offset: fence.length + (mark?.position ?? 0) }], body, mdx };
  }
}

const fence = '---';
const noFrontmatter =
  'the file does not begin with frontmatter; write "---", the keys, and "---" on lines of their own';
const strayFence = 'a line of the frontmatter begins with "---" or "+++"; put the value in quotes, or delete the line';

/** What is wrong with YAML by its syntax, and what content may not have in it. */
const yamlMistakes = (document: Document): Mistake[] => [
  ...[...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    message: yamlMessage(code, message),
    offset: pos[0],
  })),
  ...strangeNodes(document),
];

const yaml = (text: string): Document => parseDocument(text, { prettyErrors: false, logLevel: 'error' });

/** The parts of a file. The opening fence becomes a comment of the YAML, so that offsets in it are offsets in the file. */
function split(text: string): { yaml: string; body: string; mdx: string } | undefined {
  if (!/^---[ \t]*\r?\n/.test(text)) return undefined;
  const closing = /\r?\n---[ \t]*(?:\r?\n|$)/g;
  closing.lastIndex = fence.length;
  const end = closing.exec(text);
  if (!end) return undefined;
  const bodyStart = end.index + end[0].length;
  const body = text.slice(bodyStart);
  return {
    yaml: `#--${text.slice(fence.length, end.index)}`,
    body: body.trim(),
    mdx: text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + body,
  };
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
