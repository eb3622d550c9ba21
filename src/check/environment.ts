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
type InvalidVariable = { name: string; value: string | undefined; fix: string };

/** Reads the environment variables that all commands share. Throws one error that names every invalid value. */
export function readEnvironment(env: Variables = process.env): Environment {
  const variables: Variables = {
    SITE_URL: 'http://127.0.0.1:4321',
    BASE_PATH: '/',
    CONTENT_DIR: 'content',
    OUT_DIR: 'dist',
    ...env,
  };
  const { SITE_URL = '', BASE_PATH = '', CONTENT_DIR = '', OUT_DIR = '' } = variables;
  const site = originOf(SITE_URL);
  const wrong = invalidVariables(variables);
  if (site === undefined || wrong.length > 0)
    throw new EnvironmentError(
      wrong.map(({ name, value, fix }) => `${name} is ${shownValue(value)}; ${fix}`).join('\n'),
    );
  return {
    site,
    base: withSlashes(BASE_PATH),
    // A relative path, so that no page shows a path of the machine that builds it.
    content: relative('.', CONTENT_DIR).replaceAll('\\', '/') || '.',
    out: OUT_DIR.replace(/(?<=.)\/+$/, ''),
    commit: env['COMMIT_SHA'] || env['GITHUB_SHA'] || null,
  };
}

/** Returns the name and value of each invalid variable, and what to write in its place. */
function invalidVariables(variables: Variables): InvalidVariable[] {
  const { SITE_URL = '', BASE_PATH = '', CONTENT_DIR = '', OUT_DIR = '', GITHUB_REPOSITORY } = variables;
  const wrong: InvalidVariable[] = [];
  const refuse = (name: string, fix: string, value = variables[name]) => wrong.push({ name, value, fix });
  if (originOf(SITE_URL) === undefined)
    refuse('SITE_URL', 'write an address without a path, like https://docs.example');
  if (!/^\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/.test(withSlashes(BASE_PATH)))
    refuse('BASE_PATH', 'write a path of letters, digits, "-", "_" and ".", like /tiers/');
  for (const [name, value] of Object.entries({ CONTENT_DIR, OUT_DIR }))
    if (!isPath(value)) refuse(name, 'write the path of a folder');
  for (const name of ['COMMIT_SHA', 'GITHUB_SHA'])
    if (variables[name] && !/^[0-9a-f]{7,64}$/.test(variables[name]))
      refuse(name, 'write 7 to 64 hexadecimal digits in lower case');
  for (const name of ['REPOSITORY_URL', 'GITHUB_SERVER_URL'])
    if (variables[name] && !isAddress(variables[name])) refuse(name, 'write an address, like https://git.example');
  if (GITHUB_REPOSITORY && !isOwnerAndName(GITHUB_REPOSITORY))
    refuse('GITHUB_REPOSITORY', 'write the owner and the name, like lantern/support');
  const arePaths = isPath(CONTENT_DIR) && isPath(OUT_DIR);
  const holdsContent = arePaths && ['.', CONTENT_DIR].some((it) => holds(OUT_DIR, it));
  const isInProject =
    arePaths && [CONTENT_DIR, 'src', 'public', '.git', 'node_modules'].some((it) => holds(it, OUT_DIR));
  if (holdsContent) refuse('OUT_DIR', 'the site is built from that folder; name a separate one');
  else if (isInProject) refuse('OUT_DIR', 'it is inside a folder of the project; name a separate one');
  if (/[#?*%]/.test(resolve('.')))
    refuse('The folder of the project', 'Astro cannot build below a path with #, ?, * or %; move it', resolve('.'));
  if (arePaths && /[#?*%]/.test(CONTENT_DIR)) refuse('CONTENT_DIR', 'write a path without #, ?, * and %');
  return wrong;
}

/** A path with one slash at both ends: `tiers` → `/tiers/`. */
const withSlashes = (path: string): string => `/${path}/`.replace(/\/+/g, '/');

/** In characters; no system allows more. */
const longestPath = 4096;

const isPath = (value: string): boolean => value.trim() !== '' && !/\p{Cc}/u.test(value) && value.length <= longestPath;

/** Whether a value is like `lantern/support`; neither part may be "." or "..". */
const isOwnerAndName = (value: string): boolean => {
  const parts = value.split('/');
  return parts.length === 2 && parts.every((it) => /^[\w.-]+$/.test(it) && it !== '.' && it !== '..');
};

/** A value for a message: shortened, on one line, with invisible characters made visible. */
function shownValue(value = ''): string {
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
