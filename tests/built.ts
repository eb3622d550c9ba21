// Content in memory, built to real pages and read back from them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { all, has, one, tag, textOf } from './content/html.ts';
import { writeContent } from './documented.ts';

/** A row of the first page's tables; what is missing in the words of its cell. */
export interface BuiltRow {
  tier: number;
  id: string;
  name: string;
  missing: string[];
}

/** Writes the files below a folder of its own in .cache and builds them; answers the folder of the site. */
export function build(name: string, files: ReadonlyMap<string, string>): string {
  const [content, out] = [join('.cache', `${name}-content`), join('.cache', `${name}-site`)];
  rmSync(out, { recursive: true, force: true });
  writeContent(files, content);
  const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: out, BASE_PATH: '/', GITHUB_ACTIONS: '' };
  execFileSync(process.execPath, ['src/cli/build.ts'], { env, stdio: 'pipe' });
  return out;
}

/** Every row of the tables on the first page, tier by tier. */
export function builtRows(site: string): BuiltRow[] {
  const main = one(fromHtml(readFileSync(join(site, 'index.html'), 'utf8')), tag('main'), 'main');
  return all(main, tag('section')).flatMap((section) => {
    const tier = Number(/^tier-(\d+)$/.exec(String(section.properties['ariaLabelledBy'] ?? ''))?.[1]);
    return all(section, (element) => element.tagName === 'tr' && has('id')(element)).map((row) => {
      const [cell] = all(row, (it) => /^Missing Tier \d+ Requirements$/.test(String(it.properties['dataLabel'])));
      const missing = cell ? textOf(cell) : '';
      const name = textOf(one(one(row, tag('th'), 'row head'), tag('a'), 'link'));
      return { tier, id: String(row.properties['id']), name, missing: missing === '' ? [] : missing.split(', ') };
    });
  });
}

/** Those of the addresses that lead to no file of a site, or to no element of it. */
export function lostAddresses(site: string, addresses: readonly string[]): string[] {
  const text = new Map<string, string>();
  return addresses.filter((address) => {
    const [path = '', fragment] = address.split('#');
    const file = join(site, path === '' || path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) return true;
    if (!text.has(file)) text.set(file, readFileSync(file, 'utf8'));
    return fragment !== undefined && !text.get(file)?.includes(` id="${fragment}"`);
  });
}
