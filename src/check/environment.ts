import { resolve } from 'node:path';

/** Where the site will lie, what it is made from and where it is written. */
export interface Environment {
  /** The origin, like `https://docs.example`. */
  site: string;
  /** The path below which the site lies, with a slash at both ends. */
  base: string;
  content: string;
  out: string;
}

/** Reads the variables that every command shares; throws one Error that names each value that cannot be meant. */
export function readEnvironment(env: Record<string, string | undefined> = process.env): Environment {
  const { SITE_URL = 'http://127.0.0.1:4321', BASE_PATH = '/', CONTENT_DIR = 'content', OUT_DIR = 'dist' } = env;
  const base = `/${BASE_PATH}/`.replace(/\/+/g, '/');
  const wrong: string[] = [];
  if (!isOrigin(SITE_URL)) wrong.push(`SITE_URL is "${SITE_URL}"; write an address without a path, like https://docs.example`);
  if (!/^\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/.test(base))
    wrong.push(`BASE_PATH is "${BASE_PATH}"; write a path of letters, digits, "-", "_" and ".", like /tiers/`);
  for (const [name, value] of Object.entries({ CONTENT_DIR, OUT_DIR })) {
    if (value.trim() === '' || value.includes('\0')) wrong.push(`${name} is empty; write the path of a folder`);
  }
  const [content, out] = [CONTENT_DIR, OUT_DIR].map((path) => resolve(path));
  if (out && (`${process.cwd()}/`.startsWith(`${out}/`) || `${content}/`.startsWith(`${out}/`)))
    wrong.push(`OUT_DIR is "${OUT_DIR}", which holds what the site is made from; name a folder of its own`);
  if (wrong.length > 0) throw new EnvironmentError(wrong.join('\n'));
  return { site: SITE_URL.replace(/\/$/, ''), base, content: CONTENT_DIR, out: OUT_DIR.replace(/(?<=.)\/+$/, '') };
}

/** Its message is one line for each variable. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

function isOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/` && /^\S+$/.test(value);
}
