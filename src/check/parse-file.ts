import { isScalar, type Document } from 'yaml';
import { conflictIn } from './conflict-markers.ts';
import { fenceMistake } from './frontmatter-fence.ts';
import { firstDifference, readMdx, readYaml } from './frontmatter.ts';
import { offsetOf, positionIn, type KeyPath, type Position } from './source-position.ts';
import type { Problem } from './problem.ts';
import { mistakeIn } from './raw-text.ts';
import type { Mistake } from './problem.ts';
import { fixMisreadValues, parseYaml, syntaxMistakes } from './yaml-mistakes.ts';

/** A content file before any schema: its data, its body, and the position of every value. */
export interface ContentFile {
  /** The path to show, relative to the working directory. */
  path: string;
  id: string;
  text: string;
  /** Undefined if the file cannot be read, which is reported separately; null if it is empty. */
  data: unknown;
  /** The text below the frontmatter. */
  body: string;
  /** The text that is compiled: the whole file with its frontmatter replaced by spaces. */
  mdx: string;
  /** The path of the first value that Astro reads differently. */
  ambiguous: KeyPath | undefined;
  /**
   * The position of a value, or of its nearest existing parent. A list or mapping below its key has the key's position.
   */
  positionOf: (path: KeyPath) => Position;
  /** The position of a key rather than of its value. */
  positionOfKey: (path: KeyPath) => Position;
  /** A scalar as it is written in the file: the number 1.1 may be written 1.10. */
  written: (path: KeyPath) => string | undefined;
}

export const linkMistake = 'this is a symbolic link; replace it with what it points to';

interface Reading {
  mistakes: Mistake[];
  data?: unknown;
  body?: string;
  mdx?: string;
  ambiguous?: KeyPath | undefined;
}

/** Parses a file. A mistake in it becomes a problem; it never throws. */
export function parseFile(
  path: string,
  id: string,
  hasBody: boolean,
  { text: source, isLink, limit }: { text: string | undefined; isLink: boolean; limit?: string | undefined },
): { file: ContentFile; problems: Problem[] } {
  const text = source ?? '';
  const read = hasBody ? readMdxFile : readYamlFile;
  const mistake = reasonNotToParse(source, isLink, limit, isDocument(path));
  const reading: Reading = mistake ? { mistakes: [mistake] } : read(text);
  // The YAML tree takes a hundred times the memory of its text, so it is parsed again when a position is needed.
  let parsed: Document | undefined;
  const document = () => (parsed ??= parseYaml((hasBody ? split(text)?.yaml : text) ?? ''));
  const position = (keys: KeyPath, ofKey: boolean): Position =>
    positionIn(text, offsetOf(document(), keys, ofKey) ?? 0);
  const file = {
    path,
    id,
    text,
    data: reading.data,
    body: reading.body ?? '',
    mdx: reading.mdx ?? '',
    ambiguous: reading.ambiguous,
    positionOf: (keys: KeyPath) => position(keys, false),
    positionOfKey: (keys: KeyPath) => position(keys, true),
    written: (keys: KeyPath) => {
      const node = document().getIn(keys, true);
      return isScalar(node) ? node.source : undefined;
    },
  };
  const problems = reading.mistakes.map(({ message, offset }) => ({
    file: path,
    ...positionIn(text, offset),
    message,
  }));
  return { file, problems };
}

const noFile = 'this is not a readable file; replace it, or delete it';

/** Whether a file is the policy document, which may be twice as long as other files. */
const isDocument = (path: string): boolean => /(?:^|[\\/])policy[\\/]document\.mdx$/.test(path);

/** The reason not to parse a text. */
function reasonNotToParse(
  text: string | undefined,
  isLink: boolean,
  limit: string | undefined,
  isPolicyDocument: boolean,
): Mistake | undefined {
  if (text !== undefined) return mistakeIn(text, isPolicyDocument ? 2 : 1) ?? conflictIn(text, isPolicyDocument);
  return { message: limit ?? (isLink ? linkMistake : noFile), offset: 0 };
}

function readYamlFile(text: string): Reading {
  const { mistakes, data } = readData(text);
  return mistakes.length > 0 ? { mistakes, data } : { mistakes, data: readYaml(text) };
}

/** Parses YAML. A value that YAML would read differently from how it looks is replaced by what it looks like. */
function readData(text: string): { mistakes: Mistake[]; data?: unknown } {
  const document = parseYaml(text);
  const mistakes = syntaxMistakes(document, text);
  if (mistakes.length > 0) return { mistakes };
  const silent = fixMisreadValues(document, text);
  return { mistakes: silent, data: document.toJS() as unknown };
}

/** Parses an MDX file with our YAML parser, which knows positions, and again with Astro's, to compare the two. */
function readMdxFile(text: string): Reading {
  const parts = split(text);
  if (!parts) return { mistakes: [fenceMistake(text)] };
  const { body, mdx } = parts;
  const { mistakes, data } = readData(parts.yaml);
  if (mistakes.length > 0) return { mistakes, data, body, mdx };
  try {
    const read = readMdx(text);
    if (read.mdx.trim() !== mdx.trim())
      return { mistakes: [{ message: strayFence, offset: fence.length + read.yaml.length }] };
    return { mistakes, data, body, mdx, ambiguous: firstDifference(data ?? {}, read.data) };
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { position?: number } };
    const message = `this is not YAML: ${reason ?? (error as Error).message}; correct the line, or put its value in quotes`;
    return { mistakes: [{ message, offset: fence.length + (mark?.position ?? 0) }], body, mdx };
  }
}

const fence = '---';
const strayFence = 'a line of the frontmatter begins with "---" or "+++"; put the value in quotes, or delete the line';

/**
 * Splits a file into frontmatter and body. The opening fence becomes a YAML comment, so that offsets still match the
 * file.
 */
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
