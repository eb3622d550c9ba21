import {
  isPair,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { oneLine } from '../domain/text.ts';
import { refusedIn } from './raw-text.ts';
import { contentKeys } from './schemas.ts';
import type { Mistake } from './problem.ts';
import { cutOffMessage, mistakenLine } from './yaml-lines.ts';

/** Parses YAML with positions. Duplicate keys are found below, because the parser would compare every pair of keys. */
export const parseYaml = (text: string): Document =>
  parseDocument(text, { prettyErrors: false, logLevel: 'error', uniqueKeys: false });

/** Finds the first syntax mistake and any other mistakes before it; later ones usually follow from it. */
export function syntaxMistakes(document: Document, text: string): Mistake[] {
  const [first] = [...document.errors, ...document.warnings];
  const named = first && (mistakenLine(text, contentKeys) ?? { message: explain(first), offset: first.pos[0] });
  const others = [...repeatedKeys(document, text), ...strangeNodes(document, text), ...joinedItems(document, text)];
  if (!named) return others;
  const before = others.filter(({ offset }) => offset <= named.offset);
  const isReported = before.some(({ offset }) => !text.slice(offset, named.offset).includes('\n'));
  return isReported ? before : [...before, named];
}

const explanations: Partial<Record<ErrorCode, string>> = {
  BAD_SCALAR_START: 'a value cannot begin with this sign; put the value in quotes',
  BAD_DQ_ESCAPE: 'a "\\" in double quotes needs another one before it; write "\\\\", or put the value in single quotes',
  TAG_RESOLVE_FAILED: 'a value cannot begin with "!"; put the value in quotes',
};

const explain = ({ code, message }: { code: ErrorCode; message: string }): string =>
  explanations[code] ??
  `this is not YAML: ${message.replace(/\s+/g, ' ').replace(/\.$/, '')}; correct the line, or put its value in quotes`;

/** Finds duplicate keys; one message for each mapping. */
function repeatedKeys(document: Document, text: string): Mistake[] {
  const mistakes: Mistake[] = [];
  visit(document, {
    Map(_, map, path) {
      const keys = map.items.flatMap(({ key }) => (isScalar(key) ? [key] : []));
      const seen = new Set<unknown>();
      const repeated = keys.filter(({ value }) => {
        const isRepeated = seen.has(value);
        seen.add(value);
        return isRepeated;
      });
      const [again] = repeated;
      if (!again) return;
      const name = String(again.value);
      const more = repeated.length > 1 ? ` (and ${repeated.length - 1} more)` : '';
      const isItem = isSeq(path.at(-1)) && again.value === keys[0]?.value;
      mistakes.push({
        offset: again.range?.[0] ?? 0,
        message: isItem
          ? `"- " is missing before "${name}"; write "- ${oneLine(lineAt(text, again.range?.[0] ?? 0))}"`
          : `the key "${name}" is a duplicate${more}; delete one of the two`,
      });
    },
  });
  return mistakes;
}

const lineAt = (text: string, offset: number): string => text.slice(offset, text.indexOf('\n', offset));

/** Finds the first anchor (`&`) or alias (`*`), and the first character that content must not contain. */
function strangeNodes(document: Document, text: string): Mistake[] {
  const names: [sign: string, offset: number][] = [];
  const refused: Mistake[] = [];
  const anchored = (_: unknown, { anchor, range }: Scalar | YAMLMap | YAMLSeq) => {
    if (anchor !== undefined) names.push(['&', text.lastIndexOf('&', range?.[0])]);
  };
  visit(document, {
    Alias: (_, { range }) => {
      const offset = range?.[0] ?? 0;
      // At the start of a line, "* " is meant as a list item.
      if (!/(?:^|\n) *\* $/.test(text.slice(0, offset + 2))) names.push(['*', offset]);
    },
    Collection: anchored,
    Scalar: (key, node) => {
      anchored(key, node);
      const found = typeof node.value === 'string' ? refusedIn(node.value) : undefined;
      if (found) refused.push({ message: found.message, offset: node.range?.[0] ?? 0 });
    },
  });
  const more = names.length > 1 ? ` (and ${names.length - 1} more)` : '';
  const first = names.slice(0, 1).map(([sign, offset]) => ({
    offset,
    message: `a value cannot begin with "${sign}"${more}; put the value in quotes`,
  }));
  return [...first, ...refused.slice(0, 1)];
}

/**
 * Finds lists with an item that YAML joins to the one above, because its "- " is further to the right; one message for
 * each list:
 *     aliases:
 *      - oak
 *       - wood
 */
function joinedItems(document: Document, text: string): Mistake[] {
  const mistakes: Mistake[] = [];
  const isJoined = (item: unknown) =>
    isScalar(item) && item.type === 'PLAIN' && /\n[ \t]*-(?:\s|$)/.test(text.slice(...(item.range ?? []).slice(0, 2)));
  visit(document, {
    Seq(_, list, path) {
      if (list.flow || !list.items.some(isJoined)) return;
      const pair = path.at(-1);
      const key = isPair(pair) && isScalar(pair.key) ? pair.key : list;
      const start = text.lastIndexOf('\n', key.range?.[0]) + 1;
      const found = mistakenLine(text.slice(start, list.range?.[1]), contentKeys);
      if (found) mistakes.push({ ...found, offset: start + found.offset });
    },
  });
  return mistakes;
}

/** The column where the key of a value on the same line begins. */
const columnOfKey = (text: string, offset: number): number =>
  /^[ -]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0].length ?? 0;

const spaceAtEdge = /^[^\S \t\r\n]|[^\S \t\r\n]$/;
const inTypographicQuotes = /^(?:“[^“”]*”|„[^„“”]*[“”]|‘[^‘’]*’|«[^«»]*»|”[^“”]*”|’[^‘’]*’)$/;

/**
 * Finds values that YAML reads differently from how they look, and changes them in the document to what they look like.
 */
export function fixMisreadValues(document: Document, text: string): Mistake[] {
  const mistakes: Mistake[] = [];
  visit(document, {
    Scalar(_, node, path) {
      const pair = path.at(-1);
      const found = fixMisreadValue(node, text, isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '');
      if (found) mistakes.push(found);
    },
  });
  return mistakes;
}

/** Keys whose values are sentences, so that a "#" after them is part of the text. */
const sentences = new Set(['note', 'reason', 'description']);

/** Sets the value of a node to what it looks like, and returns the mistake; undefined if it is read as it looks. */
function fixMisreadValue(node: Scalar, text: string, key: string): Mistake | undefined {
  const [start, end] = node.range ?? [0, 0];
  if (node.type !== 'PLAIN') return undefined;
  const written = text.slice(start, end);
  const [, gap = '', comment] = /^([ \t]*|\s*\n[ \t]+)(#.*?)\r?(?:\n|$)/.exec(text.slice(end)) ?? [];
  const isWithin =
    !gap.includes('\n') || (written !== '' && gap.length - gap.lastIndexOf('\n') - 1 > columnOfKey(text, start));
  const isPart = sentences.has(key) || (gap.length === 1 && /\S\s+\S/.test(written));
  // An intended comment begins with "# " and, after several words, has more than one space before it.
  if (comment && isWithin && (isPart || /^#[^\s#]/.test(comment))) {
    node.value = `${written}${gap}${comment}`.trim();
    return { offset: end + gap.length, message: cutOffMessage(comment) };
  }
  const edge = spaceAtEdge.exec(written);
  if (edge) {
    node.value = parse(written.trim()) as unknown;
    return { offset: start + edge.index, message: 'there is a no-break space here; delete it' };
  }
  if (inTypographicQuotes.test(written)) {
    node.value = written.slice(1, -1);
    return { offset: start, message: `the value is in typographic quotation marks; use " instead, or none` };
  }
  const swallowed = /\n[ \t]*-[^\s-]/.exec(written);
  if (swallowed)
    return {
      offset: start + swallowed.index + swallowed[0].length - 2,
      message: 'a space is missing after "-"; write "- " before each item of a list',
    };
  return undefined;
}
