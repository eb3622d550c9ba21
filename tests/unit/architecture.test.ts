// What imports what, and what the engine may know.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, test } from 'node:test';
import { readContent } from '../../src/check/read-content.ts';
import { address } from '../../src/domain/address.ts';
import { fixtures } from './lantern.ts';
import { layerOf, read, root, sources } from './sources.ts';

interface Import {
  from: string;
  /** A path below the root for a file of ours; a package's name as it is written otherwise. */
  to: string;
  ours: boolean;
  typesOnly: boolean;
}

/** `import … from`, `export … from`, a bare import and one with brackets. */
const statement = /\b(?:import|export)\b(?:\s*\(|([^'";]*?)\bfrom\b)?\s*(['"])([^'"\n]+)\2/g;
const importsOf = (from: string): Import[] =>
  [...read(from).matchAll(statement)].map(([, names = '', , to = '']) => ({
    from,
    to: to.startsWith('.') ? normalize(join(dirname(from), to)) : to,
    ours: to.startsWith('.'),
    typesOnly: /^\s*type\b/.test(names),
  }));
const imports = sources.flatMap(importsOf);
const show = ({ from, to }: Import): string => `${from} imports ${to}`;

/** What each folder of src may import besides itself; a file of src itself is known as "". */
const mayImport: Record<string, string[]> = {
  schema: [],
  domain: ['schema'],
  check: ['schema', 'domain'],
  formats: ['schema', 'domain'],
  site: ['schema', 'domain', 'check', 'formats'],
  components: ['schema', 'domain', 'check', 'formats', 'site', 'enhance', 'styles'],
  layouts: ['schema', 'domain', 'check', 'formats', 'site', 'components', 'enhance', 'styles'],
  pages: ['schema', 'domain', 'check', 'formats', 'site', 'components', 'layouts', 'enhance', 'styles'],
  enhance: ['schema', 'domain', 'formats'],
  cli: ['schema', 'domain', 'check', 'formats', 'site'],
  styles: [],
  '': ['schema', 'domain', 'check', 'formats', 'site'],
};

describe('Imports point left: schema ← domain ← check, formats ← site ← components ← layouts ← pages', () => {
  test('the imports of every folder are seen', () => {
    const seen = new Set(imports.map(({ from }) => layerOf(from)));
    for (const layer of ['schema', 'domain', 'check', 'formats', 'site', 'components', 'layouts', 'pages', 'cli', ''])
      assert.ok(seen.has(layer), `no import is seen in src/${layer}`);
  });

  test('every folder of src has its place in the rule', () => {
    assert.deepEqual(
      [...new Set(sources.map(layerOf))].filter((layer) => !(layer in mayImport)),
      [],
    );
  });

  for (const [layer, allowed] of Object.entries(mayImport)) {
    test(`src/${layer} imports ${allowed.length > 0 ? allowed.join(', ') : 'nothing else of ours'}`, () => {
      const ours = imports.filter(({ from, ours }) => layerOf(from) === layer && ours);
      assert.deepEqual(ours.filter(({ to }) => ![layer, ...allowed].includes(layerOf(to))).map(show), []);
    });
  }

  test('nothing imports from outside src, but packages', () => {
    assert.deepEqual(imports.filter(({ ours, to }) => ours && !to.startsWith('src/')).map(show), []);
  });

  test('schema imports zod alone', () => {
    const packages = imports.filter(({ from, ours }) => layerOf(from) === 'schema' && !ours);
    assert.deepEqual(packages.filter(({ to }) => to !== 'astro/zod').map(show), []);
  });

  test('domain is plain TypeScript: no package, no Astro, no Node, no DOM, no clock', () => {
    assert.deepEqual(imports.filter(({ from, ours }) => layerOf(from) === 'domain' && !ours).map(show), []);
    const impure =
      /\bnew Date\(\)|\bDate\.now\b|\bprocess\.|\bwindow\.|\bdocument\.(?:query|get|create)|\bMath\.random\b/;
    assert.deepEqual(
      sources.filter((path) => layerOf(path) === 'domain' && impure.test(read(path))),
      [],
    );
  });

  test('no clock anywhere in the build: same commit, same bytes', () => {
    const clock = /\bnew Date\b(?!\(\s*[^)\s])|\bDate\.now\b|\bperformance\.now\b|\bMath\.random\b/;
    /** What an editor or a measurement runs by hand may know the day; what makes the site may not. */
    const built = sources.filter(
      (path) => layerOf(path) !== 'enhance' && (layerOf(path) !== 'cli' || basename(path) === 'build.ts'),
    );
    assert.deepEqual(
      built.filter((path) => clock.test(read(path))),
      [],
    );
  });

  test('nothing that a browser is sent has zod in it', () => {
    const reached = new Set(sources.filter((path) => layerOf(path) === 'enhance'));
    for (const path of reached) for (const { to, typesOnly } of importsOf(path)) if (!typesOnly) reached.add(to);
    assert.deepEqual(
      [...reached].filter((path) => !/^src\/(?:enhance|domain|formats)\//.test(path)),
      [],
    );
  });

  test('nothing but domain/address.ts spells an address', () => {
    // Not the names of content's own folders and of the files below the API, which are written for other reasons too.
    const { policy, requirements, changesFeed, ...others } = address;
    const plain = Object.values(others)
      .filter((it) => typeof it === 'string' && it !== '')
      .map((it) => RegExp.escape(String(it)));
    const spelled = new RegExp(
      `['"\`](?:${[...plain, 'categories/', 'badges/', 'cards/', 'api/v1/'].join('|')})|(?:href|absolute)\\(['"\`](?!['"\`])`,
    );
    for (const text of ["'stack/'", '`cards/${id}.png`', 'href("policy/")']) assert.match(text, spelled);
    assert.deepEqual(
      sources.filter((path) => path !== 'src/domain/address.ts' && spelled.test(read(path))),
      [],
    );
  });

  test('nothing imports a command', () => {
    assert.deepEqual(imports.filter(({ from, to }) => layerOf(to) === 'cli' && layerOf(from) !== 'cli').map(show), []);
  });
});

describe('src knows tiers, features, categories and requirements in general, and not one fact about the project', () => {
  const { content } = readContent(join(root, 'content'));
  const data = (value: unknown) => (value ?? {}) as Record<string, unknown>;
  const categories = (content.categories?.data ?? []) as { id: string }[];
  const project = String(data(content.site?.data)['project']);
  const ids = [...content.features, ...content.requirements, ...categories].map(({ id }) => id);
  const names = content.features.map((file) => String(data(file.data)['name']));

  test('there are facts to look for', () => {
    assert.ok(content.features.length > 0 && content.requirements.length > 0 && categories.length > 0);
    assert.match(project, /^\w/);
  });

  test('the project is not named', () => {
    assert.deepEqual(
      sources.filter((path) => contains(read(path), project)),
      [],
    );
  });

  test('no feature, requirement or category of its content is named', () => {
    const found = (path: string) => [...new Set([...ids, ...names])].filter((name) => contains(read(path), name));
    assert.deepEqual(
      sources.flatMap((path) => found(path).map((name) => `${path}: ${name}`)),
      [],
    );
  });

  test("no six words in a row are the policy's", () => {
    const policy = new Set(runsOfSix(readFileSync(join(fixtures, 'stability-tiers.md'), 'utf8')));
    assert.ok(policy.size > 1000);
    const found = (path: string) => runsOfSix(read(path)).filter((run) => policy.has(run));
    assert.deepEqual(
      sources.flatMap((path) => found(path).map((run) => `${path}: ${run}`)),
      [],
    );
  });
});

/** Whether text has a name as a word; one that is plain English counts only in quotes or between tags. */
function contains(text: string, name: string): boolean {
  const literal = RegExp.escape(name);
  if (/^[a-z]+$/.test(name)) return new RegExp(`(['"\`])${literal}\\1|>\\s*${literal}\\s*<`).test(text);
  return new RegExp(`(?<![\\w-])${literal}(?![\\w-])`, 'i').test(text);
}

function runsOfSix(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.slice(5).map((_, index) => words.slice(index, index + 6).join(' '));
}
