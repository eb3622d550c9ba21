import { readEnvironment } from '../check/environment.ts';

const { site, base } = readEnvironment();

/** The address of a page with the configured base, from a path of `domain/addresses/address.ts`. */
export const href = (path: string): string => base + path;

/** The absolute URL of a page, for use outside the site. */
export const absolute = (path: string): string => new URL(href(path), site).href;
