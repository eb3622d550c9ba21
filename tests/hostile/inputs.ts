// Hostile changes of Lantern's folder that a pull request could contain; lines.txt has the result of each.
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lanternFolder } from '../unit/lantern.ts';
import { addresses, bodies } from './bodies-and-addresses.ts';

/** Changes a content folder. */
type Change = (folder: string) => void;

const board = 'features/oak-board.mdx';
/** No other file refers to this one. */
const signal = 'features/fog-signal.mdx';

/** Replaces text in a file, by default the board's, whose body begins on line 12. */
const edit = (from: string | RegExp, to: string, file = board) => (folder: string) => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(from, () => to);
  if (edited === text) throw new Error(`${file} has no ${String(from)}`);
  writeFileSync(path, edited);
};
const body = (text: string) => (folder: string) => appendFileSync(join(folder, board), `${text}\n`);
const file = (name: string, text: string | Buffer) => (folder: string) => writeFileSync(join(folder, name), text);
const frontmatter = (lines: string) => edit('category: board\n', `category: board\n${lines}\n`);
const source = (url: string) => edit(/source: .*/, `source: ${JSON.stringify(url)}`);

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`)].join('\n');
const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** Invalid or excessive frontmatter and bodies. */
const yaml: [string, Change][] = [
  ['an alias bomb', frontmatter(bomb)],
  ['one alias', edit('name: oak-board', 'name: &a oak-board\naliases: [*a]')],
  ['a merge key', frontmatter('<<: { tier: 1 }')],
  ['YAML 10,000 deep', frontmatter(`aliases: ${deep(10_000)}`)],
  ['YAML 100,000 deep', frontmatter(`aliases: ${deep(100_000)}`)],
  ['YAML 500 deep', frontmatter(`aliases: ${deep(500)}`)],
  ['blocks 200 deep', frontmatter(Array.from({ length: 200 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'))],
  ['a key __proto__', frontmatter('__proto__: { tier: 1 }')],
  ['a key constructor', frontmatter('constructor: { prototype: 1 }')],
  ['a column constructor', frontmatter('columns: { constructor: [] }')],
  ['an id constructor', edit('id: lamp', 'id: constructor', 'categories.yaml')],
  ['a tag that makes an object', frontmatter('aliases: !!js/function "function () {}"')],
  ['a tag that makes bytes', frontmatter('aliases: !!binary aGVsbG8=')],
  ['a tag of its own', edit('name: oak-board', 'name: !lamp oak-board')],
  ['two documents', edit('description:', '...\ndescription:')],
  ['a directive', edit('title:', '%YAML 9.9\n---\ntitle:', 'site.yaml')],
  ['a null byte in a value', edit('oak case', 'oak\0case')],
  ['an escaped null byte', edit(/description: .*/, 'description: "a\\0b"')],
  ['a control character in a value', edit(/description: .*/, 'description: "a\\u001bb"')],
  ['characters that turn the direction', edit('oak case', 'oak \u202Ecase')],
  ['an escaped isolate', edit(/description: .*/, 'description: "a\\u2066b"')],
  ['half of a pair of surrogates', edit(/description: .*/, 'description: "a\\ud800b"')],
  ['a number beyond all numbers', edit('tier: 1', 'tier: 1e999')],
  ['a number that is none', edit('tier: 1', 'tier: .nan')],
  ['a tier of 2^53', edit('tier: 1', 'tier: 9007199254740993')],
  ['a day that there is not', edit('2023-11-05', '2023-02-30')],
  ['a name of 30,000 characters', edit('name: oak-board', `name: ${'a'.repeat(30_000)}`)],
  ['no end of the frontmatter', file(board, '---\nname: oak-board\n')],
  ['an id that is a path', edit('category: board', 'category: ../../board')],
  ['a former id that is a path', frontmatter('formerIds: ["../../index"]')],
  ['a former id that is a name of objects', frontmatter('formerIds: [__proto__]')],
  ['an anchor that ends an attribute', edit('---\n', '---\nformerAnchors: {"a\\"><script>": what-stands-where}\n', 'policy/document.mdx')],
  ['an anchor in two lines', edit('---\n', '---\nformerAnchors: {"a\\nb": what-stands-where}\n', 'policy/document.mdx')],
  ['a byte order mark', (folder) => writeFileSync(join(folder, board), `\uFEFF${readFileSync(join(folder, board), 'utf8')}`)],
  ['a second byte order mark', (folder) => writeFileSync(join(folder, board), `\uFEFF\uFEFF${readFileSync(join(folder, board), 'utf8')}`)],
  ['lines that end as on Windows', edit(/^[^]*$/, readFileSync(join(lanternFolder, board), 'utf8').replaceAll('\n', '\r\n'))],
  ['lines that end as on an old Mac', edit(/^[^]*$/, readFileSync(join(lanternFolder, board), 'utf8').replaceAll('\n', '\r'))],
  ['hidden text in tags', edit('oak case', 'oak \u{E0041}case')],
  ['a null byte in a body', body('a\0b')],
  ['characters that turn the direction in a body', body('a \u202E b \u2066 c')],
  ['nested emphasis', body('*a **b '.repeat(4000))],
  ['nested quotes', body(`${'> '.repeat(3000)}a`)],
  ['nested lists', body(Array.from({ length: 100 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'))],
  ['nested brackets', body('['.repeat(20_000))],
  ['nested links', body('[a]('.repeat(8000))],
  ['footnotes without a note', body('[^a]'.repeat(8000))],
  ['a table of 5,000 rows', body(`|a|b|\n|-|-|\n${'|a|b|\n'.repeat(5000)}`)],
  ['backticks', body('`a``b```'.repeat(3000))],
];

const name = (to: string) => (folder: string) => renameSync(join(folder, signal), join(folder, 'features', to));
const link = (target: string, at: string) => (folder: string) => {
  rmSync(join(folder, at), { recursive: true });
  symlinkSync(target, join(folder, at));
};

const tier = (lines: string) => edit('level: 2', `level: 2\n${lines}`, 'tiers/dark.mdx');
const site = (lines: string) => edit('title:', `${lines}\ntitle:`, 'site.yaml');
const column = (id: string, label = 'Lamp') => site(`columns: [{ id: ${JSON.stringify(id)}, label: ${JSON.stringify(label)} }]`);
const cell = (text: string) => (folder: string) => {
  column('lamp')(folder);
  frontmatter(`columns: { lamp: ${JSON.stringify(text)} }`)(folder);
};

/** Names of tiers, the document and columns. */
const names: [string, Change][] = [
  ['a slug that is a path', tier('slug: ../../x')],
  ['a slug that is a name of objects', tier('slug: __proto__')],
  ['a slug of every tier', tier('slug: all')],
  ['a slug of what is in none', tier('slug: none')],
  ['a slug that Windows keeps for itself', tier('slug: con')],
  ['a slug with a query', tier('slug: "a?b=c"')],
  ['a label that turns the direction', tier('label: "a\\u202Eb"')],
  ['a label that nobody sees', tier('label: "\\u200B"')],
  ['a label of the build', tier('label: __ASTRO_IMAGE_x')],
  ['a label of another tier', tier('label: Tier 1')],
  ['a label of 30,000 characters', tier(`label: ${'a'.repeat(30_000)}`)],
  ['a label in two lines', tier('label: "x\\n\\n# INJ"')],
  ['a mark of four characters', tier('mark: abcd')],
  ['a mark that ends an attribute', tier(`mark: '"><'`)],
  ['a mark with hidden text', tier('mark: "a\\u{E0041}"'.replace('\\u{E0041}', '\\U000E0041'))],
  ['a heading with half of a pair of surrogates', tier('heading: "a\\ud800"')],
  ['a heading called like a feature', tier('heading: Oak-Board')],
  ['a document that is a path', site('document: ../x')],
  ['a document that is the first page', site('document: index')],
  ['a document that Windows keeps for itself', site('document: nul')],
  ['a column that is a path', column('../x')],
  ['a column that is a name of objects', column('__proto__')],
  ['a column of the search', column('q')],
  ['a column of trackers', column('utm_x')],
  ['a column of every project with a kind', site('columns: [{ id: tier, kind: date }]')],
  ['two columns of one head', site('columns: [{ id: a, label: Lamp }, { id: b, label: lamp }]')],
  ['a head that turns the direction', column('lamp', 'a\u202Eb')],
  ['a head of the build', column('lamp', 'import.meta.env.HOME')],
  ['a cell that turns the direction', cell('a\u202Eb')],
  ['a cell with a script', cell('<script>alert(1)</script>')],
  ['a cell with a link to a script', cell('[a](javascript:alert(1))')],
  ['a cell that leads elsewhere than it says', cell('[a](https://github.com@evil.example/)')],
  ['a cell with a footnote that is not there', cell('a[^b]')],
  ['a cell of the build', cell('import.meta.env.HOME')],
  ['a cell of no column', frontmatter('columns: { lamp: a }')],
];

/** Invalid names and types of files. */
const files: [string, Change][] = [
  ['a name with a space', name('oak board.mdx')],
  ['a name with dots that lead up', name('..mdx')],
  ['a name that climbs', name('a..b.mdx')],
  ['a name with a backslash', name('..\\oak.mdx')],
  ['a name beyond ASCII', name('öak.mdx')],
  ['a name with a control character', name('oak\n.mdx')],
  ['a name with a colour of terminals', name('oak\u001b[31m.mdx')],
  ['a name that turns the direction', name('oak\u202Exdm.mdx')],
  ['a name with a quote', name('oak".mdx')],
  ['a name with a per cent sign', name('%2e%2e.mdx')],
  ['a name in capitals', name('OAK.mdx')],
  ['a name that differs in case alone', (folder) => writeFileSync(join(folder, 'features/Fog-Signal.mdx'), readFileSync(join(folder, signal), 'utf8').replace(/name: .*/, 'name: Another'))],
  ['a name that objects have', name('__proto__.mdx')],
  ['a name of a page', name('index.mdx')],
  ['a name that begins with a dot', name('.lamp.mdx')],
  ['a name that Windows keeps for itself', name('con.mdx')],
  ['a name of 255 bytes', name(`${'a'.repeat(251)}.mdx`)],
  ['a name without an end', name('.mdx')],
  ['another kind of file', (folder) => writeFileSync(join(folder, 'features/oak.md'), 'a')],
  ['a program beside the content', (folder) => writeFileSync(join(folder, 'features/astro.config.mjs'), 'process.exit(1)')],
  ['a link to a file of the machine', link('/etc/passwd', board)],
  ['a link to a file beside it', link('red-lamp.mdx', board)],
  ['a link to itself', link('oak-board.mdx', board)],
  ['a list of addresses that is a link', (folder) => symlinkSync('/etc/passwd', join(folder, 'addresses.txt'))],
  ['a list of addresses that is a folder', (folder) => mkdirSync(join(folder, 'addresses.txt'))],
  ['a link to nothing', link('nothing.mdx', board)],
  ['a folder that is a link to the folder above', link('..', 'features')],
  ['a folder that is a link outside', link('/etc', 'features')],
  ['a folder that is a link to itself', link('features', 'features')],
  ['a folder named like a file', (folder) => (rmSync(join(folder, board)), mkdirSync(join(folder, board)))],
  ['a file in the place of a folder', (folder) => (rmSync(join(folder, 'features'), { recursive: true }), writeFileSync(join(folder, 'features'), ''))],
  ['a folder in the place of a file', (folder) => (rmSync(join(folder, 'site.yaml')), mkdirSync(join(folder, 'site.yaml')))],
  ['a pipe', (folder) => (rmSync(join(folder, board)), execFileSync('mkfifo', [join(folder, board)]))],
  ['a file that nobody may read', (folder) => (chmodSync(join(folder, board), 0), process.getuid?.() === 0 && rmSync(join(folder, board)) === undefined && mkdirSync(join(folder, board)))],
  ['an empty file', file(board, '')],
  ['bytes that are no UTF-8', file(board, Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0xc3, 0x28]))],
  ['UTF-16', file(board, Buffer.from('\ufeff---\nname: oak\n---\n', 'utf16le'))],
  ['invalid UTF-8 in a value', (folder) => writeFileSync(join(folder, board), Buffer.from(readFileSync(join(folder, board), 'latin1').replace('oak case', 'oak \xe9'), 'latin1'))],
  ['5 MB of words', body('A lamp that shines. '.repeat(262_144))],
  ['5 MB on one line of YAML', edit('oak case', 'oak case '.repeat(600_000))],
  ['5 MB of null bytes', file(board, Buffer.alloc(5 << 20))],
  ['5 MB of opening brackets', body('[a]('.repeat(1_300_000))],
];

/** All hostile changes by name. */
export const inputs = new Map<string, Change>([
  ...bodies.map(([what, text]): [string, Change] => [`${what} in a body`, body(text)]),
  ...addresses.map(([what, url]): [string, Change] => [what, source(url)]),
  ...yaml,
  ...names,
  ...files,
]);
