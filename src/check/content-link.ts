import { nearest } from '../domain/nearest.ts';
import { address as webAddress, placeholderIn, placeholderMistake } from '../schema/field.ts';

/**
 * What is wrong with where a link in content leads, and the fix; `addresses` are the site's own, below its base, where
 * they are known.
 */
export function linkProblem(url: string, addresses: ReadonlySet<string> | undefined): string | undefined {
  if (/^mailto:[^\s/]/i.test(url) || webAddress.safeParse(url).data === url) return undefined;
  const placeholder = placeholderIn(url);
  if (placeholder !== undefined) return placeholderMistake(placeholder);
  if (/^https?:\/\/[^\s/]/i.test(url))
    return `"${url}" has a space, a quotation mark or a name before "@" in it; write it as a browser shows it`;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/[/\\]|\\)/i.test(url))
    return `"${url}" cannot be published; write an address that begins with https://`;
  if (url === '') return 'the link has no address; write it between "(" and ")"';
  if (!url.startsWith('/')) return relative(url);
  const path = url.slice(1).replace(/\?[^#]*/, '');
  if (!addresses || addresses.has(path)) return undefined;
  const guess = guessed(path, addresses);
  return `"${url}" is no address of this site; ${guess === undefined ? 'write one that `npm run addresses` lists' : `did you mean "/${guess}"?`}`;
}

/** A link that leads from one page to another place than from the next. */
function relative(url: string): string {
  if (url.startsWith('#'))
    return `"${url}" leads to another place on each page; write the page too, like /policy/${url}`;
  if (/^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/|$)/i.test(url) && !/\.mdx?$/i.test(url))
    return `"${url}" has no scheme; write "https://${url}"`;
  return `"${url}" is relative; write the whole address, beginning with https://, or one of this site, like /policy/`;
}

/** How many wrong links are compared with all addresses; whoever has more of them made one mistake often. */
const mostGuesses = 100;
const guesses = new WeakMap<ReadonlySet<string>, Map<string, string | undefined>>();

function guessed(path: string, addresses: ReadonlySet<string>): string | undefined {
  const known = guesses.get(addresses) ?? new Map<string, string | undefined>();
  guesses.set(addresses, known);
  if (!known.has(path) && known.size < mostGuesses) known.set(path, nearest(path, addresses));
  return known.get(path);
}
