const marker = /^[ \t]*(?:<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$/gm;

/** A mark of another length, as git can be told to write, or as a hand has left it; no line of content begins so. */
const otherStart = /^[ \t]*(<{4,})(?: .*)?\r?$/m;
const ofLength = (length: number): RegExp =>
  new RegExp(String.raw`^[ \t]*(?:<{4,}|\|{4,}|={7}|={${length}}|>{4,})(?: .*)?\r?$`, 'gm');

/** Whether a line is directly below words, as the line that makes a heading of them is. */
const isUnderline = (text: string, at: number): boolean =>
  /\S/.test(text.slice(text.lastIndexOf('\n', at - 2) + 1, at));

/** How many marks are named. */
const mostNamed = 5;

/** What a merge left in a text, as one message: all that stands between its marks follows from them. Only the document has headings. */
export function conflictIn(text: string, withHeadings = false): { offset: number; message: string } | undefined {
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
