// Links in the guides.
import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import GithubSlugger from 'github-slugger';
import { read, root } from './project-files.ts';

const guides = globSync(['*.md', 'docs/*.md', '.github/**/*.md'], { cwd: root });

/** The anchors that GitHub gives to the headings of a guide. */
function anchorsOf(path: string): string[] {
  const slugger = new GithubSlugger();
  return [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugger.slug(heading.replaceAll('`', '')));
}

test('every local link in a guide leads to an existing file and heading', () => {
  assert.ok(guides.length > 10);
  const links = guides.flatMap((path) =>
    [
      ...read(path)
        .replace(/^```.*?^```$|`[^`\n]*`/gms, '')
        .matchAll(/\]\(([^)\s]+)\)/g),
    ].map(([, to = '']) => ({ path, to })),
  );
  const local = links.filter(({ to }) => !/^https?:/.test(to));
  assert.ok(local.length > 50);
  const lost = local.filter(({ path, to }) => {
    const [file = '', anchor] = to.split('#');
    const target = file === '' ? path : join(dirname(path), decodeURIComponent(file));
    return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
  assert.deepEqual(lost, []);
});
