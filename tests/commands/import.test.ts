import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { filesIn } from '../unit/content-in-memory.ts';
import { emptyFolder, lanternWith } from '../unit/lantern.ts';
import { run } from './commands.ts';

const page = (name: string) =>
  `# A\n\n## Status\n\n### Tier 1\n\n| Category | Name |\n|-|-|\n| a | ${name} |\n| a | b |\n`;

const document = (rows: string, more = '') =>
  `# Care\n\n## Gold\n\n| Lamp | Wood |\n|-|-|\n${rows}\n## Lead\n\n* Nothing is asked.\n${more}`;

describe('npm run import with links or files in the way', () => {
  const link = (at: string) => (folder: string, outside: string) => symlinkSync(outside, join(folder, at));
  const obstacles: Record<string, [string, (folder: string, outside: string) => void]> = {
    'a target folder that is a link': ['into', link('into')],
    'a subfolder that is a link': [
      'into/features',
      (folder, outside) => (mkdirSync(join(folder, 'into')), link('into/features')(folder, outside)),
    ],
    'a broken link in place of a file': [
      'into/features/b.mdx',
      (folder, outside) => (
        mkdirSync(join(folder, 'into/features'), { recursive: true }),
        link('into/features/b.mdx')(folder, join(outside, 'none'))
      ),
    ],
    'a file in place of a folder': [
      'into/features',
      (folder) => (mkdirSync(join(folder, 'into')), writeFileSync(join(folder, 'into/features'), 'mine')),
    ],
    'a folder in place of a file': [
      'into/site.yaml',
      (folder) => mkdirSync(join(folder, 'into/site.yaml'), { recursive: true }),
    ],
  };
  for (const [what, [path, make]] of Object.entries(obstacles))
    test(`npm run import writes nothing if it finds ${what}`, (t) => {
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
          'These are symbolic links or the wrong kind of file, so nothing was written; name another folder with --into.',
        ],
      );
      assert.deepEqual(files(), found);
    });

  test('npm run import shortens names that are too long for a file', (t) => {
    const folder = emptyFolder(t);
    writeFileSync(join(folder, 'page.md'), page('n'.repeat(300)));
    const { errors } = run('import', [join(folder, 'page.md'), '--into', join(folder, 'into')]);
    assert.deepEqual(errors, ['']);
    assert.deepEqual(readdirSync(join(folder, 'into/features')).toSorted(), ['b.mdx', `${'n'.repeat(90)}.mdx`]);
  });
});

describe('A second npm run import', () => {
  const start = (t: TestContext) => {
    const folder = emptyFolder(t);
    const [page, into] = [join(folder, 'page.md'), join(folder, 'into')];
    writeFileSync(page, document('| oak lamp | oak |\n| elm lamp | elm |\n'));
    const flags = ['--tiers', 'Gold, Lead', '--category', 'Thing', '--date', '2024-05-31', '--project', 'Lantern'];
    const { status, errors, lines } = run('import', [page, '--into', into, ...flags]);
    assert.deepEqual([status, errors], [0, ['']], lines.join('\n'));
    return { page, into, importAgain: (...args: string[]) => run('import', ['--into', into, ...args]) };
  };

  test('a second import needs no flags and writes the same files', (t) => {
    const { into, importAgain } = start(t);
    const before = filesIn(into);
    const { status, lines } = importAgain();
    assert.equal(status, 0);
    assert.deepEqual(filesIn(into), before);
    assert.ok(!lines.some((line) => /^(?:Removed|Kept as an editor)/.test(line)));
  });

  test('a second import removes the file of a removed row, but keeps and reports an edited file', (t) => {
    const { page, into, importAgain } = start(t);
    writeFileSync(page, document('| fir lamp | fir |\n'));
    const changed = join(into, 'features/elm-lamp.mdx');
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('Thing: elm lamp.', 'A lamp of elm.'));
    const { lines } = importAgain('--force');
    assert.deepEqual(readdirSync(join(into, 'features')).toSorted(), ['elm-lamp.mdx', 'fir-lamp.mdx']);
    assert.ok(lines.join('\n').includes(':\n  features/oak-lamp.mdx\n'), lines.join('\n'));
    assert.ok(lines.join('\n').includes(':\n  features/elm-lamp.mdx\n'), lines.join('\n'));
    assert.match(readFileSync(changed, 'utf8'), /A lamp of elm\./);
    assert.ok(!importAgain().lines.some((line) => line.startsWith('Removed')), 'what is gone is forgotten');
  });

  test('an import record with a path that is not a content file is rejected', (t) => {
    const { page, into, importAgain } = start(t);
    const record = readFileSync(join(into, 'import.yaml'), 'utf8');
    for (const path of ['../page.md', 'features/../../page.md', '/etc/hosts', 'features/a b.mdx', 'notes.md']) {
      writeFileSync(join(into, 'import.yaml'), record.replace('site.yaml:', `${JSON.stringify(path)}:`));
      const { status, errors } = importAgain();
      assert.equal(status, 1);
      assert.match(errors.join('\n'), /import\.yaml does not say how the folder was imported: files.*; delete it/);
    }
    assert.ok(readFileSync(page, 'utf8').startsWith('# Care'));
  });

  test('an invalid flag or a format other than Markdown is reported, and nothing is written', (t) => {
    const folder = emptyFolder(t);
    const [page, into] = [join(folder, 'page.md'), join(folder, 'into')];
    writeFileSync(page, document('| oak lamp | oak |\n'));
    writeFileSync(join(folder, 'page.rst'), 'Care\n====\n');
    const errorsOf = (...args: string[]) => run('import', [...args, '--into', into]).errors.join('\n');
    assert.equal(
      errorsOf(page, '--name-column', 'Lamps'),
      '--name-column: no table has a column "Lamps"; write one of: Lamp, Wood',
    );
    assert.equal(errorsOf(page, '--rows', 'all'), '--rows: write "list" or "table"');
    assert.match(
      errorsOf(join(folder, 'page.rst')),
      /page\.rst is reStructuredText, .* run this first: pandoc -f rst -t gfm /,
    );
    assert.deepEqual(readdirSync(folder).toSorted(), ['page.md', 'page.rst']);
  });
});

describe('What npm run import says about a page', () => {
  const imported = (t: TestContext, text: string, ...args: string[]) => {
    const folder = emptyFolder(t);
    writeFileSync(join(folder, 'page.md'), text);
    const { lines, errors } = run('import', [join(folder, 'page.md'), '--into', join(folder, 'into'), ...args]);
    return { lines, errors, isWritten: existsSync(join(folder, 'into')) };
  };

  test('a page without tiers is not imported, and the sections that may be tiers are listed', (t) => {
    const text = '# Care\n\n## Phase 2\n\n* oak lamp\n';
    const { errors, isWritten } = imported(t, text);
    assert.ok(!isWritten);
    assert.match(
      errors.join('\n'),
      /^No tier was found.*\nName the tiers with --tiers, .*\n.*:\n {2}line 5: Phase 2 \(1 list\)$/,
    );
    const { lines, errors: none } = imported(t, text, '--tiers', 'Phase 2', '--rows', 'table');
    assert.deepEqual(none, ['']);
    assert.match(lines.join('\n'), /: 1 tier, 0 features\.\n\nTiers.*:\n.*\n\nStill to write/);
  });

  test('what is left out in many places takes one line', (t) => {
    const rows = Array.from({ length: 8 }, (_, at) => `| lamp ${at} | oak<br>elm<br>fir |`).join('\n');
    const { lines } = imported(t, `# A\n\n## Tier 1\n\n| Lamp | Wood |\n|-|-|\n${rows}\n`);
    assert.deepEqual(
      lines.filter((line) => line.includes('break')),
      ['  line 7, line 8, line 9, line 10, line 11 and 6 more: a line break in the words'],
    );
  });
});

describe('npm run import -- --new', () => {
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ida', '-c', 'user.email=ida@lantern.example', ...args], {
      cwd,
      stdio: 'pipe',
    });
  const start = (t: TestContext) => {
    const into = lanternWith(t, { 'addresses.txt': '/\n' });
    const page = join(emptyFolder(t), 'page.md');
    writeFileSync(page, document('| oak lamp | oak |\n'));
    return { into, importNew: () => run('import', [page, '--into', into, '--new', '--tiers', 'Gold, Lead']) };
  };

  test('npm run import -- --new replaces committed content and lists what else depends on the old content', (t) => {
    const { into, importNew } = start(t);
    git(into, 'init', '-q');
    git(into, 'add', '-A');
    git(into, 'commit', '-qm', 'Lantern');
    const { status, lines, errors } = importNew();
    assert.deepEqual([status, errors], [0, ['']], lines.join('\n'));
    assert.deepEqual(readdirSync(join(into, 'features')), ['oak-lamp.mdx']);
    assert.ok(!existsSync(join(into, 'addresses.txt')) && !existsSync(join(into, 'requirements/night-watch.mdx')));
    assert.match(lines.join('\n'), /Before the first commit:\n {2}delete tests\/own/);
  });

  test('npm run import -- --new keeps content that is not committed', (t) => {
    const { into, importNew } = start(t);
    const before = filesIn(into);
    assert.match(importNew().errors.join('\n'), /is not in a Git repository; delete its files by hand/);
    git(into, 'init', '-q');
    assert.match(importNew().errors.join('\n'), /has uncommitted changes; commit them first/);
    rmSync(join(into, '.git'), { recursive: true });
    assert.deepEqual(filesIn(into), before);
  });
});
