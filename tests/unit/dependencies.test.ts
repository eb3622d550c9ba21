// Dependencies: their reasons, licences and install scripts, and the same versions for everyone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Locked {
  version: string;
  license?: string;
  hasInstallScript?: boolean;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}
type Versions = Record<string, string>;
const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const manifest = json<{
  dependencies: Versions;
  optionalDependencies: Versions;
  devDependencies: Versions;
  allowScripts: Record<string, boolean>;
}>('package.json');
const direct = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
const { '': _, ...packages } = json<{ packages: Record<string, Locked> }>('package-lock.json').packages;
const locked = Object.entries(packages).map(([path, it]) => ({
  ...it,
  path,
  name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
}));

test('docs/dependencies.md lists every direct dependency in the order of package.json, with a reason and its licence', () => {
  const [section = ''] =
    /^## Dependencies$.*?(?=^## |(?![^]))/ms.exec(readFileSync('docs/dependencies.md', 'utf8')) ?? [];
  const rows = [...section.matchAll(/^\| `(.+?)` \| (.+?) \| (.+?) \|$/gm)].map(([, ...cells]) => cells);
  assert.deepEqual(
    rows.map(([name]) => name),
    Object.keys(direct),
  );
  for (const [name = '', reason = '', licence] of rows) {
    assert.ok(reason.length > 5, name);
    assert.equal(packages[`node_modules/${name}`]?.license, licence, name);
    const installed = `node_modules/${name}/package.json`;
    if (existsSync(installed)) assert.equal(json<{ license: string }>(installed).license, licence, name);
  }
});

test('every direct dependency has an exact version, and the lock file has the same one', () => {
  for (const [name, version] of Object.entries(direct)) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(packages[`node_modules/${name}`]?.version, version, name);
  }
});

test('every package has a permissive licence or is a named exception', () => {
  const permissive = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'].concat([
    'Python-2.0',
    'CC0-1.0',
    'CC-BY-4.0',
  ]);
  /** Exceptions: copyleft for its own files, a choice of licences, or a font for pictures; none is published. */
  const named = new Map([
    ['MPL-2.0', /^(?:@resvg\/resvg-js(?:-.*)?|axe-core|lightningcss(?:-.*)?)$/],
    ['(MIT OR GPL-3.0-or-later)', /^jszip$/],
    ['(MIT AND Zlib)', /^pako$/],
    ['LGPL-3.0-or-later', /^@img\/sharp-/],
    ['SEE LICENSE IN README.md AND LICENSE', /^dejavu-fonts-ttf$/],
  ]);
  const fits = ({ name, license = 'none' }: { name: string; license?: string | undefined }): boolean =>
    named.get(license)?.test(name) === true ||
    license.split(' AND ').every((part) => permissive.includes(part) || named.get(part)?.test(name) === true);
  assert.ok(locked.length > 500);
  const strange = locked.filter((it) => !fits(it)).map(({ path, license }) => `${path}: ${license ?? 'none'}`);
  assert.deepEqual(strange, []);
  for (const license of ['LGPL-3.0-or-later', 'MIT AND GPL-3.0-only', undefined])
    assert.equal(fits({ name: 'other', license }), false);
});

test('package.json allows exactly the packages that have an install script', () => {
  const scripts = new Set(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
  assert.deepEqual([...scripts].sort(), Object.keys(manifest.allowScripts).sort());
  assert.ok(Object.values(manifest.allowScripts).every((allowed) => allowed));
});

// `npm ci` works with an empty cache and gives the same result on every machine.
test('the lock file has a hash for every package, including those of other platforms, and names no host', () => {
  assert.deepEqual(
    locked.filter(({ integrity = '' }) => !/^sha512-[\w+/]{86}==$/.test(integrity)).map(({ path }) => path),
    [],
  );
  const missing = locked.flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !locked.some((it) => it.name === name)),
  );
  assert.deepEqual(missing, []);
  assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved"/);
});
