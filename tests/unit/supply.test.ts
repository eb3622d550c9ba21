// What comes from others: why it is here, under which licence, and what it may run.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

interface Locked {
  license?: string;
  hasInstallScript?: boolean;
  integrity?: string;
  optional?: boolean;
}
const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const manifest = json<{ devDependencies: Record<string, string>; allowScripts: Record<string, boolean> }>(
  'package.json',
);
const { '': own, ...packages } = json<{ packages: Record<string, Locked> }>('package-lock.json').packages;
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const locked = Object.entries(packages).map(([path, it]) => ({ ...it, path, name: nameOf(path) }));

/** Programs for other machines, of which the lock file knows only the version; npm checks the hash that the registry gives. */
const unhashed = /^@astrojs\/compiler-binding-|^@tailwindcss\/oxide-/;

describe('Direct dependencies', () => {
  const section =
    readFileSync('CONTRIBUTING.md', 'utf8')
      .split(/^## /m)
      .find((it) => it.startsWith('Dependencies')) ?? '';
  const rows = [...section.matchAll(/^\| `(.+?)` \| (.+?) \| (.+?) \|$/gm)].map(
    ([, name = '', reason = '', licence = '']) => ({ name, reason, licence }),
  );

  test('are those that CONTRIBUTING lists, in the order of package.json, each with a reason', () => {
    assert.deepEqual(
      rows.map(({ name }) => name),
      Object.keys(manifest.devDependencies),
    );
    assert.deepEqual(
      rows.filter(({ reason }) => reason.length < 5),
      [],
    );
    assert.ok(own && !('dependencies' in own));
  });

  for (const { name, licence } of rows) {
    test(`${name} has the licence ${licence}`, () => {
      assert.equal(packages[`node_modules/${name}`]?.license, licence);
      assert.equal(json<{ license: string }>(`node_modules/${name}/package.json`).license, licence);
    });
  }
});

describe('Everything that is installed', () => {
  const permissive = [
    'MIT',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'BlueOak-1.0.0',
    'Python-2.0',
    'CC0-1.0',
    'CC-BY-4.0',
    'OFL-1.1',
  ];
  /** They ask for the source of their own files only, are used as they are, and nothing of them is published. */
  const ownFilesOnly = new Map([
    ['MPL-2.0', /^(?:@resvg\/resvg-wasm|axe-core|lightningcss(?:-.*)?)$/],
    ['LGPL-3.0-or-later', /^@img\/sharp-/],
  ]);
  const fits = ({ name, license }: { name: string; license?: string }): boolean =>
    license === undefined
      ? unhashed.test(name)
      : license
          .split(' AND ')
          .every((part) => permissive.includes(part) || ownFilesOnly.get(part)?.test(name) === true);

  test('has a licence that permits, or one of two others where it is named', () => {
    assert.ok(locked.length > 500);
    assert.deepEqual(
      locked.filter((it) => !fits(it)).map(({ path, license }) => `${path}: ${license ?? 'none'}`),
      [],
    );
    assert.equal(fits({ name: 'other', license: 'LGPL-3.0-or-later' }), false);
    assert.equal(fits({ name: 'other', license: 'MIT AND GPL-3.0-only' }), false);
    assert.equal(fits({ name: 'other' }), false);
  });

  test('runs a script when it is installed only where package.json allows it', () => {
    const scripts = new Set(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
    assert.deepEqual([...scripts].sort(), Object.keys(manifest.allowScripts).sort());
    assert.ok(Object.values(manifest.allowScripts).every((allowed) => allowed));
  });

  test('has the hash of its content in the lock file, but programs for other machines', () => {
    assert.deepEqual(
      locked
        .filter(({ integrity = '' }) => !/^sha512-[\w+/]{86}==$/.test(integrity))
        .filter(({ name, optional }) => !optional || !unhashed.test(name))
        .map(({ path }) => path),
      [],
    );
  });
});
