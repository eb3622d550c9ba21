/** A piece of text that is either code or not. */
export interface Run {
  text: string;
  code: boolean;
}

/** Splits text at its backticks into code and plain runs. */
export const runs = (source: string): Run[] =>
  source
    .split('`')
    .map((text, index) => ({ text, code: index % 2 === 1 }))
    .filter(({ text }) => text !== '');

/** Splits a feature's name into runs; an identifier (lower case, no space) is code as a whole. */
export const nameRuns = (name: string): Run[] =>
  /^[a-z0-9][a-z0-9._-]*$/.test(name) ? [{ text: name, code: true }] : runs(name);

/** Removes the backticks. */
export const withoutBackticks = (text: string): string => text.replaceAll('`', '');

/** Returns the text of Markdown on one line: link texts without their addresses, no marks of emphasis or code. */
export const plainLine = (markdown: string): string =>
  markdown
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[[\]*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Compares two texts by code units, independent of the locale; for sort(). */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Writes a noun as it appears within a sentence: without its capital, unless it is a proper name. */
export const inSentence = (noun: string): string =>
  noun.replace(/^\p{Lu}(?=\p{Ll}*(?: \p{Ll}|$))/u, (first) => first.toLowerCase());

/** Capitalizes the first letter. */
export const capitalized = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());

/** Returns a count with its noun, which gets an "s" unless the count is 1. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Returns the UTC day of a moment as YYYY-MM-DD. */
export const isoDay = (moment: Date): string => moment.toISOString().slice(0, 'YYYY-MM-DD'.length);

// Marked pure, so that the bundler drops it from scripts that write no day.
const longDay = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Writes a YYYY-MM-DD day in words: 29 July 2022. */
export const longDate = (day: string): string => longDay.format(new Date(day));

/**
 * Returns a short name for the address of a decision: "pull request #4479", "commit 787f50e107", the last two parts of
 * its path, or its host.
 */
export function sourceName(url: string): string {
  const { hostname, pathname } = new URL(url);
  const [kind = '', id = ''] = pathname
    .split('/')
    .filter((part) => part !== '')
    .slice(-2);
  if (kind === 'pull' || kind === 'issues') return `${kind === 'pull' ? 'pull request' : 'issue'} #${id}`;
  if (kind === 'commit') return `commit ${id.slice(0, 10)}`;
  return [kind, id].filter((part) => part !== '').join('/') || hostname;
}

/** Returns a readable name for the address of a file: its path in the repository, its file name, or the host. */
export const sourceFile = (url: string): string => {
  const { hostname, pathname } = new URL(url);
  return (
    /\/blob\/[^/]+\/(.+)$/.exec(pathname)?.[1] ?? (pathname.split('/').findLast((part) => part !== '') || hostname)
  );
};

/** Groups addresses of lines by file, sorted by line number; `line` is empty for other addresses. */
export function linesOfFiles(urls: readonly string[]): { name: string; lines: { line: string; url: string }[] }[] {
  const files = Map.groupBy(urls, (url) => url.replace(/#L.*/, ''));
  return [...files].map(([file, of]) => ({
    name: /\/commit\/[0-9a-f]+$/.test(file) ? sourceName(file) : (file.split('/').at(-1) ?? file),
    lines: of
      .map((url) => ({ url, line: /#L(\d+(?:-L?\d+)?)$/.exec(url)?.[1] ?? '' }))
      .sort((a, b) => Number.parseInt(a.line) - Number.parseInt(b.line)),
  }));
}

/** Returns the commits that the addresses are pinned to, each once. */
export const commitsIn = (urls: readonly string[]): string[] => [
  ...new Set(urls.flatMap((url) => /\/(?:blob|tree|commit)\/([0-9a-f]{7,40})(?=[/#]|$)/.exec(url)?.[1] ?? [])),
];

/** Makes an id from text: other characters become "-", and punctuation at both ends is removed. */
export const idFrom = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|(?<![._-])[._-]+$/g, '');

/** Shortens text for a quotation in a message: one line, at most 80 characters. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Returns the first sentence of a Markdown body, on one line. */
export function firstSentence(body: string): string {
  const text = body.replace(/\s+/g, ' ').trim();
  return /^.*?[.:](?= [A-Z*]|$)/.exec(text)?.[0] ?? text;
}

/** Whether two values are deeply equal. Whitespace in text is collapsed; undefined counts as absent. */
export function sameContent(a: unknown, b: unknown): boolean {
  const [one, other] = [a ?? null, b ?? null];
  if (one === other) return true;
  if (typeof one === 'string' && typeof other === 'string') return squeezed(one) === squeezed(other);
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [ones, others] = [saidIn(one), saidIn(other)];
  return (
    ones.length === others.length &&
    ones.every(([key, value]) => Object.hasOwn(other, key) && sameContent(value, Reflect.get(other, key)))
  );
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

const saidIn = (it: object): [string, unknown][] => Object.entries(it).filter(([, value]) => value !== undefined);
