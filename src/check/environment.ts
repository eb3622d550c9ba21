import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { escapeInvisible } from '../domain/invisible.ts';

/** The address of the site, the folder of its content, and the folder to write it to. */
export interface Environment {
  /** The origin, like `https://docs.example`. */
  site: string;
  /** The path of the site's root, with a slash at both ends. */
  base: string;
  content: string;
  out: string;
  /** The commit of the content, which pages and `index.json` name; null if no variable gives it. */
  commit: string | null;
}

type Variables = Record<string, string | undefined>;

/** In characters; no system allows more. */
const longestPath = 4096;

/** Reads the environment variables that all commands share. Throws one error that names every invalid value. */
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
  const wrong: [name: string, fix: string][] = [];
  const site = originOf(SITE_URL);
  if (site === undefined) wrong.push(['SITE_URL', 'write an address without a path, like https://docs.example']);
  if (!/^\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/.test(base))
    wrong.push(['BASE_PATH', 'write a path of letters, digits, "-", "_" and ".", like /tiers/']);
  for (const [name, value] of Object.entries({ CONTENT_DIR, OUT_DIR }))
    if (value.trim() === '' || /\p{Cc}/u.test(value) || value.length > longestPath)
      wrong.push([name, 'write the path of a folder']);
  for (const name of ['COMMIT_SHA', 'GITHUB_SHA'])
    if (!/^(?:[0-9a-f]{7,64})?$/.test(env[name] ?? ''))
      wrong.push([name, 'write 7 to 64 hexadecimal digits in lower case']);
  for (const name of ['REPOSITORY_URL', 'GITHUB_SERVER_URL'])
    if (env[name] && !isAddress(env[name])) wrong.push([name, 'write an address, like https://git.example']);
  if (!/^(?:(?!\.\.?(?:\/|$))[\w.-]+\/(?!\.\.?$)[\w.-]+)?$/.test(env['GITHUB_REPOSITORY'] ?? ''))
    wrong.push(['GITHUB_REPOSITORY', 'write the owner and the name, like lantern/support']);
  const arePaths = !wrong.some(([name]) => name.endsWith('_DIR'));
  if (arePaths && (holds(OUT_DIR, '.') || holds(OUT_DIR, CONTENT_DIR)))
    wrong.push(['OUT_DIR', 'the site is built from that folder; name a separate one']);
  else if (arePaths && [CONTENT_DIR, 'src', 'public', '.git', 'node_modules'].some((it) => holds(it, OUT_DIR)))
    wrong.push(['OUT_DIR', 'it is inside a folder of the project; name a separate one']);
  if (/[#?*%]/.test(resolve('.')))
    wrong.push(['The folder of the project', 'Astro cannot build below a path with #, ?, * or %; move it']);
  if (arePaths && /[#?*%]/.test(CONTENT_DIR)) wrong.push(['CONTENT_DIR', 'write a path without #, ?, * and %']);
  if (site === undefined || wrong.length > 0)
    throw new EnvironmentError(
      wrong.map(([name, fix]) => `${name} is ${quoted(given[name] ?? resolve('.'))}; ${fix}`).join('\n'),
    );
  const commit = env['COMMIT_SHA'] || env['GITHUB_SHA'] || null;
  return {
    site,
    base,
    // A relative path, so that no page shows a path of the machine that builds it.
    content: relative('.', CONTENT_DIR).replaceAll('\\', '/') || '.',
    out: OUT_DIR.replace(/(?<=.)\/+$/, ''),
    commit,
  };
}

/** A value for a message: shortened, on one line, with invisible characters made visible. */
function quoted(value = ''): string {
  if (value.trim() === '') return 'empty';
  return `"${escapeInvisible(value.length > 80 ? `${value.slice(0, 79)}…` : value)}"`;
}

/** Whether a folder is the same as another, or contains it. */
const holds = (folder: string, other: string): boolean =>
  `${realPath(other)}/`.startsWith(realPath(folder).replace(/\/?$/, '/'));

/** Resolves the symbolic links in a path, even if the path does not exist yet. */
const realPath = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(realPath(dirname(resolve(path))), basename(resolve(path)));

/** The error for invalid environment variables; its message has a line for each. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Whether a value is an http(s) address without a query or fragment, so that a path can be appended to it. */
const isAddress = (value: string): boolean =>
  URL.canParse(value) && /^https?:\/\/[\p{L}\p{N}.:[\]-]+(?:\/[^\s\p{C}"'<>\\^`{|}?#]*)?$/iu.test(value);

/** The origin of an address without a path, as a browser writes it; undefined for any other text. */
const originOf = (value: string): string | undefined =>
  /^https?:\/\/[^/]+\/?$/i.test(value) && isAddress(value) ? new URL(value).origin : undefined;
