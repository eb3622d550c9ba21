import { counted, oneLine } from '../domain/text.ts';
import type { Mistake } from './problem.ts';

/** The column where the items of an open list, or the keys of an open mapping, begin. */
interface Open {
  column: number;
  /** The index of its first line. */
  at: number;
  kind: 'item' | 'key';
  /** The first key of the list's first item. */
  firstKey?: string | undefined;
}

interface YamlLine {
  text: string;
  offset: number;
}

const spaces = '[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]';
const strangeSpace = new RegExp(`^(?:[ -]*|[ -]*[\\w.-]+:[ ]*)(?=${spaces})`);
const keyLine = /^("[^"]*"|'[^']*'|[^\s:#[\]{}"'`,-][^:#]*?)[ \t]*:(?:[ \t]+(.*))?$/;
const blockHeader = /^[|>][-+\d]*[ \t]*(?:#.*)?$/;

/** The parts of a line. In `  - key: value`, the item begins at column 2 and the key at column 4. */
interface Parts {
  /** The columns of its "-". */
  items: number[];
  /** Where it begins. */
  column: number;
  /** Where it begins after "- ". */
  contentColumn: number;
  /** The text after "- ". */
  content: string;
  key: string | undefined;
  /** The text after the key; all of the content if there is no key. */
  value: string;
  isItem: boolean;
}

/** What has been read so far. */
interface State {
  open: Open[];
  /** Whether a list, a mapping or a value may begin on the next line. */
  mayBegin: boolean;
}

/**
 * Finds the mistake that an editor probably made in YAML that does not parse, or that joins the items of a list. The
 * parser reports where it gave up, which is often not where the mistake is. Call this only for such a text.
 */
export function mistakenLine(text: string, keys: ReadonlySet<string>): Mistake | undefined {
  const lines = linesOf(text);
  const state: State = { open: [], mayBegin: true };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as YamlLine;
    const wrongSpace = strangeSpaceIn(line);
    if (wrongSpace) return wrongSpace;
    if (/^\s*(?:#|$)/.test(line.text)) continue;
    const parts = partsOf(line.text);
    const mistake = (message: string, column = indentOf(line.text)) => ({ message, offset: line.offset + column });
    const wrongStart = startMessage(parts, state, keys);
    if (wrongStart !== undefined) return mistake(wrongStart);
    if (!parts.isItem && parts.key === undefined) {
      if (!isContinuation(state, parts.column)) return mistake(unkeyedMessage(parts, state, keys));
      state.mayBegin = false;
      continue;
    }
    const wrongPlace = misplacedMessage(parts, state, keys);
    if (wrongPlace !== undefined)
      return (
        bareItem(lines, at, parts) ??
        oddItem(lines, at, parts.column, state.open) ??
        shiftedItem(lines, at, parts.column, state.open) ??
        unmarkedItem(lines, at, parts.column, state.open) ??
        mistake(wrongPlace)
      );
    state.open = openedBy(parts, at, state.open);
    state.mayBegin = parts.value === '' || parts.value.startsWith('#') || parts.content === '-';
    if (state.mayBegin) continue;
    const [end, wrongValue] = endOfValue(lines, at, parts, keys);
    if (wrongValue !== undefined) return mistake(wrongValue, line.text.length - parts.value.length);
    at = end;
  }
  return undefined;
}

/** Finds a no-break space or a tab where only spaces may be. */
function strangeSpaceIn({ text, offset }: YamlLine): Mistake | undefined {
  const blank = strangeSpace.exec(text);
  if (blank)
    return { message: 'there is a no-break space here; write an ordinary space', offset: offset + blank[0].length };
  if (/^\s*(?:#|$)/.test(text)) return undefined;
  if (/^ *\t/.test(text)) return { message: 'the indentation has a tab; use spaces', offset };
  return /^ *-\t/.test(text)
    ? { message: 'there is a tab after "-"; write a space', offset: offset + indentOf(text) }
    : undefined;
}

function partsOf(text: string): Parts {
  const [, dashes = '', content = ''] = /^( *(?:- +)*)(.*)$/.exec(text) ?? [];
  const items = [...dashes.matchAll(/-/g)].map(({ index }) => index);
  const [, key, value = key === undefined ? content : ''] = keyLine.exec(content) ?? [];
  return {
    items,
    column: items[0] ?? dashes.length,
    contentColumn: dashes.length,
    content,
    key,
    value,
    isItem: items.length > 0 || content === '-',
  };
}

/** The lists and mappings that are open after a line. */
function openedBy({ items, column, contentColumn, content, key }: Parts, at: number, before: readonly Open[]): Open[] {
  const staysOpen = (it: Open) =>
    it.column < column || (it.column === column && (it.kind === 'key' || (it.kind === 'item' && items.length > 0)));
  const open = before.filter(staysOpen);
  const has = (kind: Open['kind'], where: number) => open.some((it) => it.kind === kind && it.column === where);
  for (const item of content === '-' ? [column] : items)
    if (!has('item', item)) open.push({ column: item, at, kind: 'item', firstKey: key });
  if (key !== undefined && !has('key', contentColumn)) open.push({ column: contentColumn, at, kind: 'key' });
  return open;
}

/** The index of the line on which the value of a line ends, with a message if something is wrong with it. */
function endOfValue(
  lines: readonly YamlLine[],
  at: number,
  { column, contentColumn, key, value }: Parts,
  keys: ReadonlySet<string>,
): [end: number, message?: string] {
  if (blockHeader.test(value)) return [endOfBlock(lines, at, key === undefined ? column : contentColumn)];
  return mistakenValue(lines, at, value, keys);
}

function linesOf(text: string): YamlLine[] {
  let offset = 0;
  return text.split('\n').map((row) => {
    const line = { text: row.replace(/\r$/, ''), offset };
    offset += row.length + 1;
    return line;
  });
}

const indentOf = (row: string): number => /^\s*/.exec(row)?.[0].length ?? 0;

/** Whether text at a column continues the value of the previous line. */
const isContinuation = ({ open, mayBegin }: State, column: number): boolean =>
  column > (open.at(-1)?.column ?? -1) || (mayBegin && open.length === 0);

/** The message for a line that begins with a list marker without its space, or with a sign of another language. */
function startMessage({ items, column, content }: Parts, state: State, keys: ReadonlySet<string>): string | undefined {
  const canBegin = state.mayBegin || !isContinuation(state, column);
  if (/^-[^\s-]/.test(content) && canBegin) return `a space is missing after "-"; write "- ${content.slice(1)}"`;
  if (items.length > 0) return undefined;
  if (content.startsWith('<!--')) return 'YAML has no HTML comments; delete it, or write "# …"';
  const [, sign = '', item = ''] = /^([*+•–—])\s+(.*)$/.exec(content) ?? [];
  return sign !== '' && (canBegin || keys.has(item.split(':', 1)[0] ?? ''))
    ? `"${sign}" does not begin a list item; write "- ${item}"`
    : undefined;
}

/** The message for a line that should have a key. */
function unkeyedMessage({ content, column }: Parts, { open }: State, keys: ReadonlySet<string>): string {
  const [, word = '', sign = '', value = ''] = /^([A-Za-z]+)\s*([:;=：]?)\s*(.*)$/.exec(content) ?? [];
  if (keys.has(word) && sign === ':') return `a space is missing after "${word}:"; write "${word}: ${value}"`;
  if (keys.has(word)) return `a colon is missing after "${word}"; write "${word}: ${value}"`.replace(/: "$/, ':"');
  if (open.some((it) => it.column === column && it.kind === 'item'))
    return `"- " is missing before "${word}"; write "- ${content}"`;
  return 'this line has no key; write "key: value", or indent it further if it continues the line above';
}

/** The message for a line with wrong indentation; undefined if the indentation is right. */
function misplacedMessage(
  { column, isItem, key, content }: Parts,
  { open, mayBegin }: State,
  keys: ReadonlySet<string>,
): string | undefined {
  const last = open.at(-1);
  if (!last) return undefined;
  const kind = isItem ? 'item' : 'key';
  const isDeeper = column > last.column;
  const mayBeginList = isItem && mayBegin && last.kind === 'key';
  const continuesOpen = open.some((it) => it.column === column && it.kind === kind);
  // A list may begin at the column of its key.
  if ((isDeeper && mayBegin) || (mayBeginList && last.column === column) || continuesOpen) return undefined;
  const list = open.find((it) => it.column === column && it.kind === 'item');
  if (list && key !== undefined && list.firstKey === key)
    return `"- " is missing before "${key}"; write "- ${content}"`;
  if (isDeeper && key !== undefined && !keys.has(key))
    return 'the value contains a colon followed by a space; put the whole value in quotes';
  // Items to the left of their key belong to it, unless they begin like the items of the surrounding list.
  const beginsLikeOthers = key !== undefined && open.some((it) => it.firstKey === key);
  if (mayBeginList && !beginsLikeOthers) return indentationMessage(column, last.column + 2);
  const columns = open.filter((it) => it.kind === kind).map((it) => it.column);
  const [nearest] = columns.toSorted((a, b) => Math.abs(a - column) - Math.abs(b - column) || b - a);
  if (nearest === undefined) return 'the indentation is wrong; write this line below the key that it belongs to';
  return indentationMessage(column, nearest);
}

/**
 * Finds the first line of an item that was pasted at the top of a list without its "- " and indentation:
 *     history:
 *     date: 2025-01-01
 *       - date: 2024-01-01
 */
function bareItem(lines: readonly YamlLine[], at: number, { column, key }: Parts): Mistake | undefined {
  if (key === undefined || !isDashed(lines[at]?.text ?? '')) return undefined;
  const first = lines
    .slice(0, at)
    .findLastIndex(({ text }, index) => text.trimStart().startsWith(`${key}:`) && !isDashed(text) && index > 0);
  const [start, above] = [lines[first], lines[first - 1]?.text ?? ''];
  if (!start || !/^ *[\w-]+:\s*$/.test(above) || indentOf(above) !== indentOf(start.text)) return undefined;
  const [dash, others] = [' '.repeat(column), `${column + 2} spaces`];
  return {
    message: `"- " is missing before "${key}"; write "${dash}- ${start.text.trim()}", and ${others} before its other lines`,
    offset: start.offset + indentOf(start.text),
  };
}

/**
 * Finds a first item whose indentation differs from the other items of its list, as after pasting it at the top:
 *     - date: 2025-01-01
 *       - date: 2024-01-01
 * The first item is right if its indentation is the usual one, or that of most items.
 */
function oddItem(lines: readonly YamlLine[], at: number, column: number, open: Open[]): Mistake | undefined {
  const listKey = open.findLast((it) => it.kind === 'key' && it.column < column);
  const first = listKey && open[open.indexOf(listKey) + 1];
  const start = first && lines[first.at];
  if (!start || !isDashed(lines[at]?.text ?? '')) return undefined;
  const offset = start.offset + first.column;
  if (first.kind === 'key') return { offset, message: missingMarkerMessage(start.text) };
  const usualColumn = listKey.column + 2;
  const end = lines.findIndex(({ text }, index) => index > at && /\S/.test(text) && indentOf(text) <= listKey.column);
  const countItems = (from: number, to: number, dash: number) =>
    lines.slice(from, to).filter(({ text }) => /^ *- /.test(text) && indentOf(text) === dash).length;
  const above = countItems(first.at, at, first.column);
  const below = countItems(at, end < 0 ? lines.length : end, column);
  const isFirstRight = first.column === usualColumn || above > below || (above === below && column !== usualColumn);
  if (isFirstRight) return undefined;
  const next = lines[first.at + 1]?.text ?? '';
  const hasMoreLines = indentOf(next) === first.column + 2 && !isDashed(next);
  const andOthers = hasMoreLines ? ', and move its other lines as far' : '';
  return { offset, message: indentationMessage(first.column, column) + andOthers };
}

/**
 * Finds the first line of an item that is indented differently from the two lines below it, which agree:
 *     - date: 2025-01-01
 *        tier: 1
 *        note: Stable
 */
function shiftedItem(lines: readonly YamlLine[], at: number, column: number, open: Open[]): Mistake | undefined {
  const before = lines[at - 1];
  const keys = open.at(-1);
  const agreesWithNext = indentOf(lines[at + 1]?.text ?? '') === column;
  if (!before || keys?.kind !== 'key' || !/^ *- /.test(before.text) || !agreesWithNext) return undefined;
  const indent = indentOf(before.text);
  const offset = before.offset + indent;
  if (/^ *- - /.test(before.text)) return { offset, message: '"- " is written twice; delete one of them' };
  const right = indent + column - keys.column;
  return right < 0 || column < indent ? undefined : { offset, message: indentationMessage(indent, right) };
}

/**
 * Finds the first line of a list that lacks its "- ". The lines below it are indented as in an item:
 *     history:
 *       date: 2025-01-01
 *         tier: 1
 */
function unmarkedItem(lines: readonly YamlLine[], at: number, column: number, open: Open[]): Mistake | undefined {
  const before = lines[at - 1];
  const last = open.at(-1);
  const above = lines[at - 2]?.text ?? '';
  if (!before || last?.kind !== 'key') return undefined;
  const isBelowKey = /:\s*$/.test(above) && indentOf(above) < last.column;
  const isInItem = indentOf(before.text) === last.column && column === last.column + 2;
  return isBelowKey && isInItem
    ? { message: missingMarkerMessage(before.text), offset: before.offset + last.column }
    : undefined;
}

const isDashed = (text: string): boolean => /^ *-/.test(text);

function missingMarkerMessage(line: string): string {
  const item = line.trim();
  return `"- " is missing before "${item.split(':', 1)[0]}"; write "- ${item}"`;
}

function indentationMessage(column: number, right: number): string {
  if (column === 0) return `the line is not indented; write ${right} spaces before it`;
  return `the line is indented by ${counted(column, 'space')}; write ${right === 0 ? 'none' : right}`;
}

/** The index of the last line of a block scalar. */
function endOfBlock(lines: readonly YamlLine[], at: number, column: number): number {
  const next = lines.findIndex(({ text }, index) => index > at && text.trim() !== '' && indentOf(text) <= column);
  return next < 0 ? lines.length : next - 1;
}

/** A quoted or bracketed value with more lines counts as not closed. */
const mostRows = 100;

/** The index of the line on which a value ends, with a message if something is wrong with it. */
function mistakenValue(
  lines: readonly YamlLine[],
  at: number,
  value: string,
  keys: ReadonlySet<string>,
): [end: number, message?: string] {
  const opening = value.charAt(0);
  if (!/["'[{]/.test(opening)) {
    const mistake = plainValueMessage(value) ?? commentMessage(lines, at, value);
    return mistake === undefined ? [at] : [at, mistake];
  }
  for (let end = at; end < Math.min(lines.length, at + mostRows); end++) {
    const rows = lines.slice(at + 1, end + 1).map(({ text }) => text);
    const row = rows.at(-1);
    if (row !== undefined && keys.has(/^[\s-]*([A-Za-z]+):(?:\s|$)/.exec(row)?.[1] ?? '') && opening !== '{') break;
    const length = closedAt([value, ...rows].join('\n'));
    if (length === undefined) continue;
    const after = [value, ...rows].join('\n').slice(length).trim();
    if (after === '' || after.startsWith('#')) return [end];
    if (opening === '[' && after.startsWith('('))
      return [end, 'this is a Markdown link; write only its address, or put the value in quotes'];
    if (/^[,;]$/.test(after)) return [end, `"${after}" follows the value; delete it`];
    if (opening === "'")
      return [end, `the value ends at its second "'"; put the value in double quotes, or write "''" for an apostrophe`];
    return [
      end,
      'there is text after the end of the value; put the whole value in quotes, and "\\" before each quotation mark in it',
    ];
  }
  return [at, unclosedMessage(opening)];
}

function unclosedMessage(mark: string): string {
  if (mark === '"' || mark === "'")
    return `the quotation mark (${mark}) is not closed; write another at the end of the value, or delete it`;
  const closing = mark === '[' ? ']' : '}';
  return `"${mark}" is not closed; write "${closing}" at the end of the value, or put the value in quotes`;
}

/**
 * The length of the quoted string, or of the list or mapping in brackets, that a text begins with; undefined if it is
 * not closed.
 */
function closedAt(text: string): number | undefined {
  const quotation = /^"(?:[^"\\]|\\[^])*"|^'(?:[^']|'')*'/;
  if (/^["']/.test(text)) return quotation.exec(text)?.[0].length;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const quoted = /[\s[{,:]["']$/.test(text.slice(Math.max(0, at - 1), at + 1)) && quotation.exec(text.slice(at));
    if (quoted) at += quoted[0].length - 1;
    else if (/[[{]/.test(text.charAt(at))) depth += 1;
    else if (/[\]}]/.test(text.charAt(at))) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

/** The message for an unquoted value that YAML cuts off at a "#". */
export const cutOffMessage = (comment: string): string =>
  `YAML reads "${oneLine(comment)}" as a comment and ignores it; put the whole value in quotes, or the comment on its own line`;

/** The message for a value that continues on the line after a comment. */
function commentMessage(lines: readonly YamlLine[], at: number, value: string): string | undefined {
  const [, comment] = / (#.*)$/.exec(value) ?? [];
  const [row, next = ''] = [lines[at]?.text ?? '', lines[at + 1]?.text];
  const isMore = /^ *[^\s#-]/.test(next) && indentOf(next) > (/^[ -]*/.exec(row)?.[0].length ?? 0);
  return comment !== undefined && isMore && !keyLine.test(next.trim()) ? cutOffMessage(comment) : undefined;
}

function plainValueMessage(value: string): string | undefined {
  const text = value.replace(/ #.*$/, '');
  if (text.startsWith('- '))
    return 'a list begins on the line below its key; write it there, or put the value in quotes';
  if (/: |:$/.test(text)) return 'the value contains a colon followed by a space; put the value in quotes';
  const sign = /^(?:[`@%|>!]|\? )/.exec(text)?.[0].trim();
  return sign === undefined ? undefined : `a value cannot begin with "${sign}"; put the value in quotes`;
}
