import { resolve } from 'node:path';
import { seen } from '../domain/unseen.ts';

/** Where the site will lie, what it is made from and where it is written. */
export interface Environment {
  /** The origin, like `https://docs.example`. */
  site: string;
  /** The path below which the site lies, with a slash at both ends. */
  base: string;
  content: string;
  out: string;
  /** The commit of the content, which pages and `index.json` name; nothing where the build is not told. */
  commit: string | null;
}

type Variables = Record<string, string | undefined>;

/** Reads the variables that every command shares; throws one Error that names each value that cannot be meant. */
export function readEnvironment(env: Variables = process.env): Environment {
  const given: Variables = {
    SITE_URL: 'http://127.0.0.1:4321',
    BASE_PATH: '/',
    CONTENT_DIR: 'content',
    OUT_DIR: 'dist',
    ...env,
  };
  const { SITE_URL = '', BASE_PATH = '', CONTENT_DIR = '', OUT_DIR = '' } = given;
  const base = `/${BASE_PATH}/`.replace(/\/+/g, '/');
  const wrong: [name: string, mend: string][] = [];
  if (!isOrigin(SITE_URL)) wrong.push(['SITE_URL', 'write an address without a path, like https://docs.example']);
  if (!/^\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/.test(base))
    wrong.push(['BASE_PATH', 'write a path of letters, digits, "-", "_" and ".", like /tiers/']);
  for (const [name, value] of Object.entries({ CONTENT_DIR, OUT_DIR }))
    if (value.trim() === '' || /\p{Cc}/u.test(value)) wrong.push([name, 'write the path of a folder']);
  for (const name of ['COMMIT_SHA', 'GITHUB_SHA'])
    if (!/^(?:[0-9a-f]{7,64})?$/.test(env[name] ?? '')) wrong.push([name, 'write 7 to 64 of the digits 0-9 and a-f']);
  for (const name of ['REPOSITORY_URL', 'GITHUB_SERVER_URL'])
    if (env[name] && !isAddress(env[name])) wrong.push([name, 'write an address, like https://git.example']);
  if (holds(OUT_DIR, '.') || holds(OUT_DIR, CONTENT_DIR))
    wrong.push(['OUT_DIR', 'the site is made from what is there; name a folder of its own']);
  else if (wrong.length === 0 && holds(CONTENT_DIR, OUT_DIR))
    wrong.push(['OUT_DIR', 'the content is there; name a folder of its own']);
  if (wrong.length > 0)
    throw new EnvironmentError(wrong.map(([name, mend]) => `${name} is ${quoted(given[name])}; ${mend}`).join('\n'));
  const commit = env['COMMIT_SHA'] || env['GITHUB_SHA'] || null;
  return {
    site: SITE_URL.replace(/\/$/, ''),
    base,
    content: CONTENT_DIR,
    out: OUT_DIR.replace(/(?<=.)\/+$/, ''),
    commit,
  };
}

/** A value as a message shows it: on one line, with a sign for each character that has none. */
const quoted = (value = ''): string =>
  value.trim() === '' ? 'empty' : `"${seen(value.length > 80 ? `${value.slice(0, 79)}…` : value)}"`;

/** Whether a folder is, or has in it, another. */
const holds = (folder: string, other: string): boolean =>
  `${resolve(other)}/`.startsWith(resolve(folder).replace(/\/?$/, '/'));

/** Its message is one line for each variable. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Whether a link to it leads to a place on the web, and to nobody's password. */
function isAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return (
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.username + url.password === '' &&
    /^[^\s"'<>\\^`{|}]+$/.test(value)
  );
}

function isOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/` && /^\S+$/.test(value);
}
