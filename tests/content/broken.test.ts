// With broken content, another running build or a foreign output folder, Astro reports what to fix and keeps the
// published site.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { astro, environment, otherContent } from '../sites.ts';

const out = '.cache/sites/kept';

/** Runs Astro over the last good site, expects it to fail and to keep that site, and returns its errors. */
function run(command: string, variables: Record<string, string>, marker = 'built-by-tiers-of-support.txt'): string {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const name of ['index.html', marker]) writeFileSync(join(out, name), 'from before');
  const env = { ...environment, OUT_DIR: out, ...variables };
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, ...command.split(' ')], {
    env,
    encoding: 'utf8',
  });
  assert.equal(status, 1, stdout);
  assert.doesNotMatch(stdout + stderr, /^ +at /m, 'no stack trace');
  assert.deepEqual(readdirSync(out).sort(), [marker, 'index.html'].sort());
  for (const name of readdirSync(out)) assert.equal(readFileSync(join(out, name), 'utf8'), 'from before');
  return stderr;
}

test('broken content stops astro build and astro dev, and every problem is reported with its place', () => {
  const CONTENT_DIR = 'tests/fixtures/broken/status';
  const expected = readFileSync(`${CONTENT_DIR}.txt`, 'utf8').trimEnd().split('\n');
  for (const command of ['build', 'dev --ignore-lock']) {
    const lines = run(command, { CONTENT_DIR }).replaceAll(`${CONTENT_DIR}/`, '').split('\n');
    for (const line of expected) assert.ok(lines.includes(line), `${command}: ${line}`);
  }
});

test('a second build fails and names the running process', () => {
  const building = `.cache/building-${process.pid}`;
  mkdirSync(building, { recursive: true });
  try {
    assert.match(
      run('build', {}),
      new RegExp(`^Another build of this project is running \\(process ${process.pid}\\); `, 'm'),
    );
    assert.deepEqual(readdirSync(building), []);
  } finally {
    rmSync(building, { recursive: true });
  }
});

test('a build does not overwrite a folder that holds something other than a built site', () => {
  assert.match(run('build', {}, 'thesis.txt'), /^OUT_DIR is ".*", which holds something other than a built site; /m);
});

test('a flag of Astro that would contradict the environment names the variable to set', () => {
  for (const [flag, variable] of [
    ['--site https://a.example', 'SITE_URL'],
    ['--base /a', 'BASE_PATH'],
    ['--outDir .cache/a', 'OUT_DIR'],
  ] as const)
    assert.match(
      run(`build ${flag}`, {}),
      new RegExp(`^--\\w+ has no effect here; set the variable ${variable} `, 'm'),
    );
});

test('a body that imports a style sheet is rejected, and the plugin of the style sheet does not run', (t) => {
  const CONTENT_DIR = mkdtempSync(join(tmpdir(), 'plugin-'));
  t.after(() => rmSync(CONTENT_DIR, { recursive: true }));
  cpSync(otherContent, CONTENT_DIR, { recursive: true });
  const canary = join(CONTENT_DIR, 'canary');
  writeFileSync(
    join(CONTENT_DIR, 'tiers/x.mjs'),
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(canary)}, 'ran');\nexport default () => {};\n`,
  );
  writeFileSync(join(CONTENT_DIR, 'tiers/x.css'), '@import "tailwindcss";\n@plugin "./x.mjs";\n.a { color: red }\n');
  const tier = join(CONTENT_DIR, 'tiers/lit.mdx');
  writeFileSync(tier, readFileSync(tier, 'utf8').replace(/^---\n\n/m, "---\n\nimport './x.css'\n\n"));
  assert.match(
    run('build', { CONTENT_DIR }),
    /lit\.mdx:\d+:1: MDX reads a paragraph that begins with "import" as code/,
  );
  assert.ok(!existsSync(canary));
});
