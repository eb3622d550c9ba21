import type { Mistake } from './problem.ts';

const marker = /^[ \t]*(?:<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$/gm;

/** A marker of another length, which Git can be configured to write. No line of content begins like this. */
const otherStart = /^[ \t]*(<{4,})(?: .*)?\r?$/m;
const ofLength = (length: number): RegExp =>
  new RegExp(String.raw`^[ \t]*(?:<{4,}|\|{4,}|={7}|={${length}}|>{4,})(?: .*)?\r?$`, 'gm');

/** Whether a line is directly below text, like the underline of a heading. */
const isUnderline = (text: string, at: number): boolean =>
  /\S/.test(text.slice(text.lastIndexOf('\n', at - 2) + 1, at));

/** The most markers that the message names. */
const mostNamed = 5;

/** Finds conflict markers, as one message for all. With `withHeadings`, a lone line of "=" below text is a heading. */
export function conflictIn(text: string, withHeadings = false): Mistake | undefined {
  const start = otherStart.exec(text)?.[1];
  const marks = [...text.matchAll(start === undefined ? marker : ofLength(start.length))];
  const isMerge = marks.some(([line]) => !line.includes('='));
  const found = isMerge || !withHeadings ? marks : marks.filter(({ index }) => !isUnderline(text, index));
  const [first] = found;
  if (!first) return undefined;
  let [line, at] = [1, 0];
  const lines = found.slice(0, mostNamed).map(({ index }) => {
    line += text.slice(at, index).split('\n').length - 1;
    at = index;
    return String(line);
  });
  if (found.length > mostNamed) lines.push(`${found.length - mostNamed} more`);
  const where = lines.length === 1 ? `line ${line}` : `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
  return {
    offset: first.index,
    message: `${where} ${lines.length === 1 ? 'is a conflict marker' : 'are conflict markers'} of a merge; keep one of the versions between them, and delete the markers`,
  };
}
