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
import { oneLine } from '../domain/words.ts';
import { refusedIn } from './raw-text.ts';
import { contentKeys } from './schemas.ts';
import { cutOff, mistakenLine, type Mistake } from './yaml-lines.ts';

/** A text as YAML, with the places of all that is in it. The parser would compare every key with every other. */
export const parseYaml = (text: string): Document =>
  parseDocument(text, { prettyErrors: false, logLevel: 'error', uniqueKeys: false });

/** What is wrong with YAML by its syntax: the first mistake, from which others follow, and what stands before it. */
export function syntaxMistakes(document: Document, text: string): Mistake[] {
  const [first] = [...document.errors, ...document.warnings];
  const named = first && (mistakenLine(text, contentKeys) ?? { message: explain(first), offset: first.pos[0] });
  const others = [...repeatedKeys(document, text), ...strangeNodes(document, text)];
  if (!named) return others;
  const before = others.filter(({ offset }) => offset <= named.offset);
  const isTold = before.some(({ offset }) => !text.slice(offset, named.offset).includes('\n'));
  return isTold ? before : [...before, named];
}

const explanations: Partial<Record<ErrorCode, string>> = {
  BAD_SCALAR_START: 'a value cannot begin with this sign; put the value in quotes',
  BAD_DQ_ESCAPE: 'a "\\" in double quotes needs another one before it; write "\\\\", or put the value in single quotes',
  TAG_RESOLVE_FAILED: 'a value cannot begin with "!"; put the value in quotes',
};

const explain = ({ code, message }: { code: ErrorCode; message: string }): string =>
  explanations[code] ??
  `this is not YAML: ${message.replace(/\s+/g, ' ').replace(/\.$/, '')}; correct the line, or put its value in quotes`;

/** Keys that stand twice in one mapping, as one message for each mapping. */
function repeatedKeys(document: Document, text: string): Mistake[] {
  const mistakes: Mistake[] = [];
  visit(document, {
    Map(_, map, path) {
      const keys = map.items.flatMap(({ key }) => (isScalar(key) ? [key] : []));
      const before = new Set<unknown>();
      const repeated = keys.filter(({ value }) => before.size === before.add(value).size);
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

/**
 * The first value that YAML takes for a name of another or for the other's name, and the first that no text may have.
 */
function strangeNodes(document: Document, text: string): Mistake[] {
  const names: [sign: string, offset: number][] = [];
  const refused: Mistake[] = [];
  const anchored = (_: unknown, { anchor, range }: Scalar | YAMLMap | YAMLSeq) => {
    if (anchor !== undefined) names.push(['&', text.lastIndexOf('&', range?.[0])]);
  };
  visit(document, {
    Alias: (_, { range }) => {
      const offset = range?.[0] ?? 0;
      // At the start of a line, a sign with a space behind it is meant to begin an item.
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

/** Where the key of a value on the same line begins. */
const columnOfKey = (text: string, offset: number): number =>
  /^[ -]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0].length ?? 0;

const spaceAtEdge = /^[^\S \t\r\n]|[^\S \t\r\n]$/;
const inTypographicQuotes = /^(?:“[^“”]*”|„[^„“”]*[“”]|‘[^‘’]*’|«[^«»]*»|”[^“”]*”|’[^‘’]*’)$/;

/** Values that YAML reads otherwise than they look; what they look like is then written into the document. */
export function mendSilentMistakes(document: Document, text: string): Mistake[] {
  const mistakes: Mistake[] = [];
  visit(document, {
    Scalar(_, node, path) {
      const pair = path.at(-1);
      const found = silentMistake(node, text, isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '');
      if (found) mistakes.push(found);
    },
  });
  return mistakes;
}

/** Keys whose values are sentences, of which a comment behind them would be a part. */
const sentences = new Set(['note', 'reason', 'description']);

function silentMistake(node: Scalar, text: string, key: string): Mistake | undefined {
  const [start, end] = node.range ?? [0, 0];
  if (node.type !== 'PLAIN') return undefined;
  const written = text.slice(start, end);
  const [, gap = '', comment] = /^([ \t]*|\s*\n[ \t]+)(#.*?)\r?(?:\n|$)/.exec(text.slice(end)) ?? [];
  const isWithin =
    !gap.includes('\n') || (written !== '' && gap.length - gap.lastIndexOf('\n') - 1 > columnOfKey(text, start));
  const isPart = sentences.has(key) || (gap.length === 1 && /\S\s+\S/.test(written));
  // A comment that is meant stands apart: after "# ", and after more than one space where it follows several words.
  if (comment && isWithin && (isPart || /^#[^\s#]/.test(comment))) {
    node.value = `${written}${gap}${comment}`.trim();
    return {
      offset: end + gap.length,
      message: cutOff(comment),
    };
  }
  const edge = spaceAtEdge.exec(written);
  if (edge) {
    node.value = parse(written.trim()) as unknown;
    return { offset: start + edge.index, message: 'a no-break space stands here; delete it' };
  }
  if (inTypographicQuotes.test(written)) {
    node.value = written.slice(1, -1);
    return { offset: start, message: `the value stands in typographic quotation marks; write " instead, or none` };
  }
  const swallowed = /\n[ \t]*-[^\s-]/.exec(written);
  if (swallowed)
    return {
      offset: start + swallowed.index + swallowed[0].length - 2,
      message: 'a space is missing after "-"; write "- " before each item of a list',
    };
  return undefined;
}
