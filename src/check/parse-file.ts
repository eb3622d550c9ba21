import { isScalar, type Document } from 'yaml';
import { conflictIn } from './conflict-markers.ts';
import { fenceMistake } from './fence.ts';
import { firstDifference, readMdx, readYaml } from './frontmatter.ts';
import { offsetOf, placeIn, type KeyPath, type Place } from './source-position.ts';
import type { Problem } from './problem.ts';
import { flawIn } from './raw-text.ts';
import type { Mistake } from './yaml-lines.ts';
import { mendSilentMistakes, parseYaml, syntaxMistakes } from './yaml-mistakes.ts';

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
  /** A single value as it is written, which may be another text than that of the data: 1.10 is the number 1.1. */
  written: (path: KeyPath) => string | undefined;
}

export const linkMistake = 'this is a link to another place; put here what it leads to';

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
  const flaw = flawOf(given, linked, limit, isDocument(path));
  const reading: Reading = flaw ? { mistakes: [flaw] } : hasBody ? readMdxFile(text) : readYamlFile(text);
  // Places are asked for only where something is wrong; the YAML is then read again: kept, it would take a hundred
  // times the room of its text.
  let again: Document | undefined;
  const document = () => (again ??= parseYaml((hasBody ? split(text)?.yaml : text) ?? ''));
  const place = (keys: KeyPath, ofKey: boolean): Place => placeIn(text, offsetOf(document(), keys, ofKey) ?? 0);
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
    written: (keys: KeyPath) => {
      const node = document().getIn(keys, true);
      return isScalar(node) ? node.source : undefined;
    },
  };
  const problems = reading.mistakes.map(({ message, offset }) => ({
    file: path,
    ...placeIn(text, offset),
    message,
  }));
  return { file, problems };
}

const noFile = 'this is not a file that can be read; put one here, or delete it';

/** Whether a file is the whole document, which may be twice as long as another. */
const isDocument = (path: string): boolean => /(?:^|[\\/])policy[\\/]document\.mdx$/.test(path);

/** Why a text cannot even be looked at. */
const flawOf = (
  given: string | undefined,
  linked: boolean,
  limit: string | undefined,
  isWhole: boolean,
): Mistake | undefined =>
  given === undefined
    ? { message: limit ?? (linked ? linkMistake : noFile), offset: 0 }
    : (flawIn(given, isWhole ? 2 : 1) ?? conflictIn(given, isWhole));

function readYamlFile(text: string): Reading {
  const { mistakes, data } = readData(text);
  return mistakes.length > 0 ? { mistakes, data } : { mistakes, data: readYaml(text) };
}

/** The data of YAML; of one that is read otherwise than it looks, what it looks like. */
function readData(text: string): { mistakes: Mistake[]; data?: unknown } {
  const document = parseYaml(text);
  const mistakes = syntaxMistakes(document, text);
  if (mistakes.length > 0) return { mistakes };
  const silent = mendSilentMistakes(document, text);
  return { mistakes: silent, data: document.toJS() as unknown };
}

/** Reads a file with the places of all that is in it, and again as Astro does. */
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
 * The parts of a file. The opening fence becomes a comment of the YAML, so that offsets in it are offsets in the file.
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
