import { escapeInvisible } from '../../domain/invisible.ts';
import { withoutBackticks } from '../../domain/text.ts';

/** Safe Markdown: all text from outside is escaped. */
export class Markdown {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** Safe Markdown, or text that is still to be escaped. */
export type TextOrMarkdown = string | number | Markdown;

/** A template tag for Markdown: it escapes every value that is not safe Markdown already. */
export const phrase = (strings: TemplateStringsArray, ...values: TextOrMarkdown[]): Markdown =>
  new Markdown(strings.map((ours, index) => ours + sourceOf(values[index] ?? '')).join(''));

const sourceOf = (part: TextOrMarkdown): string => (part instanceof Markdown ? part.source : escapeText(String(part)));

/** Joins the parts that are not empty. */
export const joined = (parts: readonly TextOrMarkdown[], separator: string): Markdown =>
  new Markdown(
    parts
      .map(sourceOf)
      .filter((it) => it !== '')
      .join(separator),
  );

/** How many items a list shows. In a longer list, the last one says how many more there are. */
const most = 15;

/** A list with "and" before its last item. */
export function enumerated(parts: readonly TextOrMarkdown[]): TextOrMarkdown {
  const shown = firstOf(parts);
  const last = shown.at(-1) ?? '';
  return shown.length > 1 ? phrase`${joined(shown.slice(0, -1), ', ')} and ${last}` : last;
}

/** A list separated by commas. */
export const commaList = (parts: readonly TextOrMarkdown[]): Markdown => joined(firstOf(parts), ', ');

const firstOf = (parts: readonly TextOrMarkdown[]): readonly TextOrMarkdown[] =>
  parts.length > most ? [...parts.slice(0, most - 1), `${parts.length - most + 1} more`] : parts;

/** Text that GitHub turns into a mention, an issue, a commit, a link, an emoji or a formula, or runs as a command. */
const references = /@|#|\$|:(?=[/:\w+-])|(?<![a-z\d])gh-(?=\d)|www(?=\.)|(?<![a-z\d])[a-f\d]{7,}(?![a-z\d])/gi;

/** An invisible character that breaks up a reference. */
const zeroWidthSpace = '\u200b';

/** Escapes text so that nothing in it is markup or a reference. */
const escapeText = (text: string): string =>
  line(text)
    .replace(/[\\`*[\]<|~&]/g, '\\$&')
    .replace(/(?<![a-z\d])_|_(?![a-z\d])/gi, '\\_')
    .replace(references, (found) =>
      found.replace(/\$/g, `${zeroWidthSpace}$`).replace(/.{1,6}/g, `$&${zeroWidthSpace}`),
    );

/** Inline code, in which GitHub finds neither markup nor references. */
export const code = (text: string): Markdown => new Markdown(`\`${verbatim(text).replaceAll('`', "'")}\``);

/** One line of a code block. In it, only the old command syntax of GitHub's runner has an effect and is broken up. */
export const verbatim = (text: string): string => line(text).replaceAll('##[', `##${zeroWidthSpace}[`);

/** A name in bold, without backticks. */
export const bold = (name: string): Markdown =>
  phrase`**${/[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? withoutBackticks(name) : '?'}**`;

/** Text of the content in quotation marks. */
export const quoted = (text: string): Markdown => phrase`“${withoutBackticks(text)}”`;

/** The length after which a text is cut off. */
const longest = 400;

/** Text on one line, with invisible characters made visible. */
function line(text: string): string {
  const start = text
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  return escapeInvisible(
    start.length < longest && text.length <= 4 * longest
      ? start
      : `${start.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`,
  );
}
