import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import scripts from '../../package.json' with { type: 'json' };
import { fromHtml } from 'hast-util-from-html';
import { all } from '../content/html.ts';
import { astro, environment, siteOf } from '../sites.ts';
import { siteMarker } from '../../src/site/publish-whole.ts';
import { emptyFolder } from '../unit/lantern.ts';

test('two previews of one project run at the same time', async (t) => {
  const [, preview = ''] = scripts.scripts.preview.split(' && ');
  const [, ...flags] = preview.split(' ');
  assert.ok(scripts.scripts.start.endsWith(` && ${preview}`), 'npm start takes the same flags');
  const ports = [4700 + (process.pid % 200), 4901 + (process.pid % 200)];
  for (const port of ports) {
    const env = { ...environment, OUT_DIR: siteOf('other') };
    const server = spawn(process.execPath, [astro, ...flags, '--port', String(port)], { env, stdio: 'ignore' });
    t.after(() => server.kill());
  }
  for (const port of ports) {
    let status: number | undefined;
    for (let tries = 0; tries < 100 && status === undefined; tries++) {
      status = await fetch(`http://127.0.0.1:${port}/`).then(
        (answer) => answer.status,
        () => wait(200).then(() => undefined),
      );
    }
    assert.equal(status, 200, String(port));
  }
});

test('every link in the preview of a pull request leads to a file, so that it opens from the disk', (t) => {
  const folder = emptyFolder(t);
  cpSync(siteOf('other'), folder, { recursive: true });
  execFileSync(process.execPath, ['src/cli/relative-links.ts', folder], { stdio: 'pipe' });
  const pages = globSync('**/*.html', { cwd: folder });
  const links = pages.flatMap((page) => {
    const text = readFileSync(join(folder, page), 'utf8');
    const addresses = all(fromHtml(text), () => true).flatMap(({ properties: { href, src, action, content } }) => [
      ...[href, src, action].filter((it) => typeof it === 'string'),
      ...(/(?<=^0;url=).*/.exec(String(content)) ?? []),
    ]);
    return addresses.filter((link) => !/^(?:\w+:|[#?])/.test(link)).map((link) => ({ page, link }));
  });
  assert.ok(links.length > 10 * pages.length, `${links.length}`);
  const broken = links.filter(
    ({ page, link }) => !existsSync(join(dirname(join(folder, page)), decodeURI(link.replace(/[?#].*/, '')))),
  );
  assert.deepEqual(broken, []);
  for (const page of pages) {
    const [before, after] = [siteOf('other'), folder].map((it) => readFileSync(join(it, page), 'utf8'));
    const withoutAddresses = (text = '') => text.replaceAll(/ (?:href|src|action)="[^"]*"|0;url=[^"]*/g, '');
    assert.equal(withoutAddresses(after), withoutAddresses(before), page);
  }
});

test('relative-links changes only files of a built site and follows no links out of it', (t) => {
  const folder = emptyFolder(t);
  const [site, foreign] = [join(folder, 'site'), join(folder, 'foreign')];
  const page = '<!doctype html><a href="/a/">a</a>';
  for (const name of [site, foreign]) mkdirSync(name);
  writeFileSync(join(foreign, 'index.html'), page);
  const run = (...names: string[]) =>
    spawnSync(process.execPath, ['src/cli/relative-links.ts', ...names], { encoding: 'utf8', timeout: 20_000 });
  for (const name of [foreign, join(folder, 'none'), join(foreign, 'index.html')]) {
    const { status, stderr } = run(name);
    assert.equal(status, 1, name);
    assert.match(stderr, /^".+" is not a built site; name the folder that "npm run build" created, like dist\n$/);
  }
  for (const name of ['index.html', siteMarker]) writeFileSync(join(site, name), page);
  symlinkSync(join(foreign, 'index.html'), join(site, 'link.html'));
  symlinkSync(foreign, join(site, 'folder'));
  mkdirSync(join(site, 'folder.html'));
  execFileSync('mkfifo', [join(site, 'pipe.html')]);
  const { status, stdout } = run(site);
  assert.deepEqual([status, /^1 page of /.test(stdout)], [0, true], stdout);
  assert.equal(readFileSync(join(foreign, 'index.html'), 'utf8'), page);
  assert.match(readFileSync(join(site, 'index.html'), 'utf8'), /href="a\/index\.html"/);
});
