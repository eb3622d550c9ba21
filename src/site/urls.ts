import { readEnvironment } from '../check/environment.ts';

const { site, base } = readEnvironment();

/** The address of a page within the site, below the configured base, from its path in `domain/addresses/address.ts`. */
export const href = (path: string): string => base + path;

/** The whole address of a page, for places outside the site. */
export const absolute = (path: string): string => new URL(href(path), site).href;
