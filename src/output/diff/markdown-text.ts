import { seen } from '../../domain/unseen.ts';
import { plain } from '../../domain/words.ts';

/** Markdown of our own, in which no text of others can be more than text. */
export class Markdown {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** Markdown of ours, or text of whomever. */
export type Words = string | number | Markdown;

/** Writes Markdown: the template is ours, and whatever is put into it is text, unless it is Markdown of ours too. */
export const phrase = (strings: TemplateStringsArray, ...values: Words[]): Markdown =>
  new Markdown(strings.map((ours, index) => ours + sourceOf(values[index] ?? '')).join(''));

const sourceOf = (words: Words): string => (words instanceof Markdown ? words.source : escapeText(String(words)));

/** Parts side by side, without the empty ones. */
export const joined = (parts: readonly Words[], separator: string): Markdown =>
  new Markdown(
    parts
      .map(sourceOf)
      .filter((it) => it !== '')
      .join(separator),
  );

/** Of very many things, the first ones, and how many more there are. */
const most = 15;

/** Things in a row, as in a sentence. */
export function enumerated(parts: readonly Words[]): Words {
  const shown = firstOf(parts);
  const last = shown.at(-1) ?? '';
  return shown.length > 1 ? phrase`${joined(shown.slice(0, -1), ', ')} and ${last}` : last;
}

/** Things in a row, after a colon. */
export const listed = (parts: readonly Words[]): Markdown => joined(firstOf(parts), ', ');

const firstOf = (parts: readonly Words[]): readonly Words[] =>
  parts.length > most ? [...parts.slice(0, most - 1), `${parts.length - most + 1} more`] : parts;

/**
 * What GitHub makes a reference of: a person, an issue, a page, a picture, a formula; and what its runner makes a
 * command of.
 */
const references = /@|#|\$|:(?=[/:\w+-])|(?<![a-z\d])gh-(?=\d)|www(?=\.)|(?<![a-z\d])[a-f\d]{7,}(?![a-z\d])/gi;

/** Nobody sees it, and no reference has it within. */
const gap = '\u200b';

/** Text on one line, without markup and without anything that becomes a reference. */
const escapeText = (text: string): string =>
  line(text)
    .replace(/[\\`*[\]<|~&]/g, '\\$&')
    .replace(/(?<![a-z\d])_|_(?![a-z\d])/gi, '\\_')
    .replace(references, (found) => found.replace(/\$/g, `${gap}$`).replace(/.{1,6}/g, `$&${gap}`));

/** Text as it stands, in which nothing is markup and nothing a reference. */
export const code = (text: string): Markdown => new Markdown(`\`${verbatim(text).replaceAll('`', "'")}\``);

/** Text on one line of a block of code, where only the runner's old form of a command is more than text. */
export const verbatim = (text: string): string => line(text).replaceAll('##[', `##${gap}[`);

/** A name in bold, without its marks of code. */
export const bold = (name: string): Markdown => phrase`**${/[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? plain(name) : '?'}**`;

/** Words of the content in quotation marks. */
export const quoted = (words: string): Markdown => phrase`“${plain(words)}”`;

/** More of one text is read in its file. */
const longest = 400;

/** Text on one line, with a sign for what nobody sees. */
function line(text: string): string {
  const words = text
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  return seen(
    words.length < longest && text.length <= 4 * longest
      ? words
      : `${words.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`,
  );
}
