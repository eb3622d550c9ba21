// npm run relative-links -- FOLDER: makes the links between the pages of a built site relative, so that the pages can
// be opened from the disk. Use it for previews only: the published site keeps its addresses.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { CommandError } from '../check/problem.ts';
import { counted } from '../domain/text.ts';
import { siteMarker } from '../site/publish-whole.ts';
import { runCommand, print } from './run-command.ts';

/** The attributes that link to other files of the site. */
const attributes = ['href', 'src', 'action'];

/** Returns a root-relative link as a path relative to the page; other links are unchanged. */
function relativeTo(page: string, link: string): string {
  const [, path = '', rest = ''] = /^\/(?!\/)([^?#]*)(.*)$/s.exec(link) ?? [];
  if (!/^\/(?!\/)/.test(link)) return link;
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return posix.relative(posix.dirname(page), file) + rest;
}

/** Rewrites the links of a page and leaves every other byte unchanged. */
function withRelativeLinks(page: string, text: string): string {
  const edits: { start: number; end: number; text: string }[] = [];
  visit(fromHtml(text, { verbose: true }), 'element', (element: Element) => {
    const positions = element.data?.position?.properties ?? {};
    const replace = (name: string, attribute: string, value: string) => {
      const { start, end } = positions[name] ?? {};
      if (start?.offset === undefined || end?.offset === undefined || value === element.properties[name]) return;
      const escaped = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      edits.push({ start: start.offset, end: end.offset, text: `${attribute}="${escaped}"` });
    };
    for (const name of attributes) {
      const link = element.properties[name];
      if (typeof link === 'string') replace(name, name, relativeTo(page, link));
    }
    const { content, httpEquiv } = element.properties;
    if (String(httpEquiv) === 'refresh' && typeof content === 'string')
      replace(
        'content',
        'content',
        content.replace(/(?<=url=).*$/, (link) => relativeTo(page, link)),
      );
  });
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}

await runCommand(() => {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0) throw new CommandError('name one folder, like dist');
  if (!existsSync(join(folder, siteMarker)))
    throw new CommandError(`"${folder}" is not a built site; name the folder that "npm run build" created, like dist`);
  // Only regular files: no symbolic links, pipes or devices.
  const pages = globSync('**/*.html', { cwd: folder, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name));
  for (const file of pages) {
    const page = relative(folder, file).replaceAll('\\', '/');
    writeFileSync(file, withRelativeLinks(page, readFileSync(file, 'utf8')));
  }
  print(`${counted(pages.length, 'page')} of ${folder} now link to each other with relative links.`);
});
