// Where files stand, and what they are called.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { filesBelow, layerOf, read, root, sources } from './sources.ts';

describe('A file is where its name is looked for', () => {
  test('no folder is a drawer: no lib, utils, helpers or types', () => {
    const drawers = /(?:^|\/)(?:lib|libs|util|utils|helper|helpers|types|common|shared|misc)(?:\/|\.[a-z]+$)/;
    assert.deepEqual(
      [...sources, ...filesBelow('tests/unit')].filter((path) => drawers.test(path)),
      [],
    );
  });

  test('no file is a barrel', () => {
    const passesOn = /^export (?:type )?(?:\*|\{[^}]*\}).*\bfrom\b/m;
    assert.deepEqual(
      sources.filter((path) => basename(path) === 'index.ts' || passesOn.test(read(path))),
      [],
    );
  });

  test('no file is longer than 200 lines', () => {
    const linesIn = (path: string) => read(path).trimEnd().split('\n').length;
    const written = [...sources, ...filesBelow('bench'), ...filesBelow('tests').filter((path) => path.endsWith('.ts'))];
    assert.deepEqual(
      written.filter((path) => linesIn(path) > 200),
      [],
    );
  });
});

describe('Each file with a function of its own has its test, under the same path', () => {
  const tested = ['schema', 'domain', 'check', 'formats'];
  for (const path of sources.filter((it) => tested.includes(layerOf(it)) && it.endsWith('.ts'))) {
    test(path, async () => {
      const exported = Object.values((await import(pathToFileURL(join(root, path)).href)) as Record<string, unknown>);
      if (exported.some(hasFunction))
        assert.ok(filesBelow('tests/unit').includes(testOf(path)), `${testOf(path)} is missing`);
    });
  }

  test('and each test in a folder its file; one beside the folders is about the whole', () => {
    const expected = new Set(sources.map(testOf));
    const tests = filesBelow('tests/unit').filter((path) => /^tests\/unit\/.+\/.+\.test\.ts$/.test(path));
    assert.ok(tests.length > 0);
    assert.deepEqual(
      tests.filter((path) => !expected.has(path)),
      [],
    );
  });
});

const testOf = (path: string): string => path.replace(/^src\//, 'tests/unit/').replace(/\.[a-z]+$/, '.test.ts');
/** A function, or a plain set of them like `address`; a schema is neither. */
function hasFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'function';
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).some(hasFunction);
}

describe('CONTRIBUTING shows the house', () => {
  const [, tree = ''] = /```text\n([^]*?)```/.exec(read('CONTRIBUTING.md')) ?? [];
  const foldersIn = (path: string): string[] =>
    readdirSync(join(root, path), { withFileTypes: true })
      .filter((it) => it.isDirectory())
      .map(({ name }) => join(path, name));
  const allIn = (path: string): string[] => foldersIn(path).flatMap((it) => [it, ...allIn(it)]);

  test('every folder of the house and of its rooms, and each in src but those of the addresses, stands in the tree once, and nothing else does', () => {
    const path: string[] = [];
    const listed = tree
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [, indent = '', name = ''] = /^((?:  )*)(\S+)\/(?: {2,}.+)?$/.exec(line) ?? assert.fail(line);
        path.splice(indent.length / 2, Infinity, name);
        return path.join('/');
      });
    const built = new Set([
      '.git',
      ...read('.gitignore')
        .split('\n')
        .map((it) => it.replaceAll('/', '')),
    ]);
    const found = [
      ...foldersIn('.').filter((it) => !built.has(it)),
      ...foldersIn('content'),
      ...allIn('src').filter((it) => !it.startsWith('src/pages/')),
      ...foldersIn('tests'),
    ];
    assert.deepEqual(listed.toSorted(), found.sort());
  });
});
