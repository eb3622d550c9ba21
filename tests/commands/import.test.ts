import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { emptyFolder } from '../unit/lantern.ts';
import { run } from './commands.ts';

const page = (name: string) =>
  `# A\n\n## Status\n\n### Tier 1\n\n| Category | Name |\n|-|-|\n| a | ${name} |\n| a | b |\n`;

describe('npm run import writes all files into the folder itself, or none', () => {
  const link = (at: string) => (folder: string, outside: string) => symlinkSync(outside, join(folder, at));
  const before: Record<string, [string, (folder: string, outside: string) => void]> = {
    'a folder that is a link': ['into', link('into')],
    'a folder within it that is a link': [
      'into/features',
      (folder, outside) => (mkdirSync(join(folder, 'into')), link('into/features')(folder, outside)),
    ],
    'a link to nothing in the place of a file': [
      'into/features/b.mdx',
      (folder, outside) => (
        mkdirSync(join(folder, 'into/features'), { recursive: true }),
        link('into/features/b.mdx')(folder, join(outside, 'none'))
      ),
    ],
    'a file in the place of a folder': [
      'into/features',
      (folder) => (mkdirSync(join(folder, 'into')), writeFileSync(join(folder, 'into/features'), 'mine')),
    ],
    'a folder in the place of a file': [
      'into/site.yaml',
      (folder) => mkdirSync(join(folder, 'into/site.yaml'), { recursive: true }),
    ],
  };
  for (const [what, [path, make]] of Object.entries(before))
    test(`not into ${what}`, (t) => {
      const [folder, outside] = [emptyFolder(t), emptyFolder(t)];
      make(folder, outside);
      writeFileSync(join(folder, 'page.md'), page('c'));
      const files = () => [folder, outside].map((it) => readdirSync(it, { recursive: true }).toSorted());
      const found = files();
      const { status, errors } = run('import', [join(folder, 'page.md'), '--into', `${folder}/into/`, '--force']);
      assert.deepEqual(
        [status, ...errors],
        [
          1,
          join(folder, path),
          'These are links, or not what is to be written there, so nothing was written; name another folder with --into.',
        ],
      );
      assert.deepEqual(files(), found);
    });

  test('also where a name is longer than that of a file may be', (t) => {
    const folder = emptyFolder(t);
    writeFileSync(join(folder, 'page.md'), page('n'.repeat(300)));
    const { errors } = run('import', [join(folder, 'page.md'), '--into', join(folder, 'into')]);
    assert.deepEqual(errors, ['']);
    assert.deepEqual(readdirSync(join(folder, 'into/features')).toSorted(), ['b.mdx', `${'n'.repeat(90)}.mdx`]);
  });
});
