import { nearest } from '../domain/unknown-id.ts';
import { linkAddress, placeholderIn, placeholderMistake } from '../schema/field.ts';

/**
 * The message for a link in content that leads nowhere or cannot be published; undefined if the link is valid.
 * `addresses` are those of the site, without its base; undefined if they are not known.
 */
export function linkProblem(url: string, addresses: ReadonlySet<string> | undefined): string | undefined {
  if (/^mailto:[^\s/]/i.test(url) || linkAddress.safeParse(url).data === url) return undefined;
  const placeholder = placeholderIn(url);
  if (placeholder !== undefined) return placeholderMistake(placeholder);
  if (/[,;]$/.test(url)) return `punctuation follows the address "${url}"; delete it`;
  if (/^https?:\/\/[^\s/]/i.test(url))
    return `"${url}" has a space, a quotation mark or a name before "@" in it; write it as a browser shows it`;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/[/\\]|\\)/i.test(url))
    return `"${url}" cannot be published; write an address that begins with https://`;
  if (url === '') return 'the link has no address; write it between "(" and ")"';
  if (!url.startsWith('/')) return relative(url, addresses);
  const path = url.slice(1).replace(/\?[^#]*/, '');
  if (!addresses || addresses.has(path)) return undefined;
  const guess = guessed(path, addresses);
  return `"${url}" is not an address of this site; ${guess === undefined ? 'write one that `npm run addresses` lists' : `did you mean "/${guess}"?`}`;
}

/** The message for a relative link, which leads to a different place from each page. */
function relative(url: string, addresses: ReadonlySet<string> | undefined): string {
  if (url.startsWith('#')) {
    const policy = `policy/${url}`;
    const meant = !addresses || addresses.has(policy) ? policy : guessed(policy, addresses);
    const fix =
      meant === undefined ? 'write the address of a page of the site before it' : `write the page too: /${meant}`;
    return `"${url}" leads to a different place on each page; ${fix}`;
  }
  if (/^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/|$)/i.test(url) && !/\.mdx?$/i.test(url))
    return `"${url}" has no scheme; write "https://${url}"`;
  return `"${url}" is relative; write the whole address, beginning with https://, or one of this site, like /policy/`;
}

/** The most wrong links that get a suggestion, because each is compared with every address. */
const mostGuesses = 100;
const guesses = new WeakMap<ReadonlySet<string>, Map<string, string | undefined>>();

function guessed(path: string, addresses: ReadonlySet<string>): string | undefined {
  const known = guesses.get(addresses) ?? new Map<string, string | undefined>();
  guesses.set(addresses, known);
  if (!known.has(path) && known.size < mostGuesses) known.set(path, similar(path, addresses));
  return known.get(path);
}

/** Finds an address with a similar last part. Whole addresses are compared only if nothing is in the same place. */
function similar(path: string, addresses: ReadonlySet<string>): string | undefined {
  const [, place = '', last = ''] = /^(.*#|.*\/(?=[^/]))?(.*)$/.exec(path) ?? [];
  const beside = [...addresses]
    .filter((it) => place !== '' && it.startsWith(place))
    .map((it) => it.slice(place.length));
  if (beside.length === 0) return nearest(path, addresses);
  const meant = nearest(last, beside);
  return meant === undefined ? undefined : place + meant;
}
