import { nearest } from '../domain/nearest.ts';

/** What is wrong with where a link in content leads, and the mend; `addresses` are the site's own, below its base, where they are known. */
export function linkProblem(url: string, addresses: ReadonlySet<string> | undefined): string | undefined {
  if (/^(?:https?:\/\/|mailto:)[^\s/]/i.test(url)) return undefined;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/[/\\]|\\)/i.test(url))
    return `"${url}" cannot be published; write an address that begins with https://`;
  if (!url.startsWith('/'))
    return `"${url}" means another address on each page; write it from the site's root, like /policy/`;
  const path = url.slice(1).replace(/\?[^#]*/, '');
  if (!addresses || addresses.has(path)) return undefined;
  const guess = nearest(path, addresses);
  return `"${url}" is no address of this site; ${guess === undefined ? 'write one that `npm run addresses` lists' : `did you mean "/${guess}"?`}`;
}
