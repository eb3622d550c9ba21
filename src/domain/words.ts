/** A run of text, set as code or not. */
export interface Run {
  text: string;
  code: boolean;
}

/** Splits words at the backticks that mark code in them. */
export const runs = (words: string): Run[] =>
  words
    .split('`')
    .map((text, index) => ({ text, code: index % 2 === 1 }))
    .filter(({ text }) => text !== '');

/** A feature's name in runs: an identifier (lower case, no space) is code as a whole. */
export const nameRuns = (name: string): Run[] =>
  /^[a-z0-9][a-z0-9._-]*$/.test(name) ? [{ text: name, code: true }] : runs(name);

/** Words without the marks of code. */
export const plain = (words: string): string => words.replaceAll('`', '');

/** The words of Markdown on one line: texts of links without their addresses, no marks of emphasis or code. */
export const unmarked = (markdown: string): string =>
  markdown
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[[\]*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The order of two texts by their code units, which no locale changes; for sort(). */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A noun as it stands within a sentence: its capital goes, unless a name has it. */
export const inSentence = (noun: string): string =>
  noun.replace(/^\p{Lu}(?=\p{Ll}*(?: \p{Ll}|$))/u, (first) => first.toLowerCase());

/** Words with a capital at their beginning. */
export const sentence = (words: string): string => words.replace(/^\p{Ll}/u, (first) => first.toUpperCase());

/** A count with its noun, which takes an s for any number but one. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A moment's day on the calendar of where it is asked, as YYYY-MM-DD. */
export const isoDay = (moment: Date): string => moment.toISOString().slice(0, 'YYYY-MM-DD'.length);

// Marked pure, so that scripts that write no day are built without it.
const dayInWords = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day as words, from YYYY-MM-DD: 29 July 2022. */
export const longDate = (day: string): string => dayInWords.format(new Date(day));

/**
 * A short name for the address of a decision: "pull request #4479", "commit 787f50e107", the end of its path, or its
 * host.
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

/** What a file is called to readers who see no address: its path in its repository, where it is in one, or its name. */
export const sourceFile = (url: string): string => {
  const { hostname, pathname } = new URL(url);
  return (
    /\/blob\/[^/]+\/(.+)$/.exec(pathname)?.[1] ?? (pathname.split('/').findLast((part) => part !== '') || hostname)
  );
};

/**
 * Addresses of lines by the file that they are in, each in the order of its lines; what is no line of a file stands
 * alone.
 */
export function linesOfFiles(urls: readonly string[]): { name: string; lines: { line: string; url: string }[] }[] {
  const files = Map.groupBy(urls, (url) => url.replace(/#L.*/, ''));
  return [...files].map(([file, of]) => ({
    name: /\/commit\/[0-9a-f]+$/.test(file) ? sourceName(file) : (file.split('/').at(-1) ?? file),
    lines: of
      .map((url) => ({ url, line: /#L(\d+(?:-L?\d+)?)$/.exec(url)?.[1] ?? '' }))
      .sort((a, b) => Number.parseInt(a.line) - Number.parseInt(b.line)),
  }));
}

/** The commits that addresses of files are pinned to, each once, as they are written there. */
export const commitsIn = (urls: readonly string[]): string[] => [
  ...new Set(urls.flatMap((url) => /\/(?:blob|tree|commit)\/([0-9a-f]{7,40})(?=[/#]|$)/.exec(url)?.[1] ?? [])),
];

/** An id made of words: what an id cannot hold becomes "-", and marks at its ends go. */
export const idFrom = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|(?<![._-])[._-]+$/g, '');

/** Text of any length as a message quotes it: on one line, and cut where nobody would read on. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** The first sentence of a body in Markdown, on one line. */
export function firstSentence(body: string): string {
  const text = body.replace(/\s+/g, ' ').trim();
  return /^.*?[.:](?= [A-Z*]|$)/.exec(text)?.[0] ?? text;
}

/** Whether two values say the same; how their words are broken into lines does not matter, nor what is not said. */
export function sameWords(a: unknown, b: unknown): boolean {
  const [one, other] = [a ?? null, b ?? null];
  if (one === other) return true;
  if (typeof one === 'string' && typeof other === 'string') return squeezed(one) === squeezed(other);
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [ones, others] = [saidIn(one), saidIn(other)];
  return (
    ones.length === others.length &&
    ones.every(([key, value]) => Object.hasOwn(other, key) && sameWords(value, Reflect.get(other, key)))
  );
}

const squeezed = (words: string): string => words.replace(/\s+/g, ' ').trim();

const saidIn = (it: object): [string, unknown][] => Object.entries(it).filter(([, value]) => value !== undefined);
