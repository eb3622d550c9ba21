// Slow inputs for parsers and searches: short texts to repeat until a file is full, and whole content folders.

/** Texts to repeat in a body, in a page to import, and in a cell of it. */
export const units: readonly string[] = [
  ...['*a', '*a*', '**a', '*a **b ', '_a', 'a_', '_.@', '.@', 'a@', 'a@a.', 'a@a.b', '.', '..', 'a*b', '*_', '*_a', '~a', '~~a', '~a~', '~*', '*~~'],
  ...['www.', 'www.www.', 'www.a.', 'http://', 'https://a', 'http://a.b ', 'htt', 'ftp://', 'mailto:a@b.c ', 'xmpp:', '://', '#1', '@a'],
  ...['[', '[[', '![', '![[', '[a', '[a](', '[a](<', '[a](b', '[a](b (', '[a](b "', '[a][', '[a]: b\n', '](', '](a', '[]', '[](', '[a][b]', '[*a](b)*'],
  ...['[^', '[^a]', '[^a]: ', '[^a]: b\n', '[^a]:\n\n    ', '[ ] ', '- [ ] a\n', '![a](', '![a]: b\n'],
  ...['<a', '<a ', '<a<a', '<a>', '</a>', '<a/>', '<a b="', '<!--', '<!', '<?', '</', '<a>\n', '<a>\n\n'],
  ...['&', '&&', '&a;', '&#', '&#x', '&#1;', '&amp', '{', '{}', '{a}', '{"', '{/*', '${`', '+1', 'export ', 'import a\n', 'export const a = 1\n\n'],
  ...['|', '||', '|a', '|\n', '|-', '|a|b|\n|-|-|\n', '|a|\n|-|\n\n', '`', '``', '`a', '`a``b```', '\\', '\\\\', '\\*'],
  ...['> ', '>', '> > a\n', '>a\n', '> a\n\n', '- ', '- a\n', '- a\n\n', '-\n', '+ a\n', '1. ', '1. a\n', '1)', '> - a\n', '- - - a\n', '1. > - a\n'],
  ...['#', '# a\n', '#\n', 'a\n=\n', 'a\n---\n', '---\n', '***\n', '```\n', '~~~\n', '    a\n', '\ta\n', '\t', ' ', '  \n', '\n', 'a\n', 'a\n\n', 'a\r', '\r', 'a\\\n'],
  ...['(', '()', ',', ';', ':', '!', '"', "'", '-', '+', '=', '?', '/', '%', '0', 'a', 'aa', 'a ', 'a-', 'é', '灯', '👩‍🚀', '\u00a0'],
];

/** Whole bodies and pages. */
export const pages: readonly string[] = [
  `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n${'|\n'.repeat(12_000)}`,
  `|${'a|'.repeat(60)}\n|${'-|'.repeat(60)}\n${'a\n'.repeat(900)}`,
  `${Array.from({ length: 30 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n')}\n${`${' '.repeat(60)}- a\n`.repeat(400)}`,
  `${'> '.repeat(30)}a\n`.repeat(500),
  `${'- '.repeat(30)}a\n`.repeat(500),
  `${'*a '.repeat(480)}${'a*'.repeat(480)}`,
  `https://a.b/${'('.repeat(990)}${')'.repeat(990)}`,
  `https://a.b/${'.'.repeat(30_000)}`,
  `a@${'b.'.repeat(15_000)}`,
  `[a](b "${'\\"'.repeat(990)}`,
  `<a ${'b '.repeat(15_000)}/>`,
  `{1${'+1'.repeat(15_000)}}`,
  `{a${'.b'.repeat(15_000)}}`,
  `export const a = 1${'+1'.repeat(15_000)}`,
  Array.from({ length: 250 }, (_, at) => `${'`'.repeat(at + 1)}a`).join(' '),
  Array.from({ length: 400 }, (_, at) => `[a${at}]: b\n\n[a${at}]`).join('\n\n'),
  '['.repeat(100_000),
  '.'.repeat(100_000),
  'a'.repeat(100_000),
];

const many = (unit: (at: number) => string, count: number): string => Array.from({ length: count }, (_, at) => unit(at)).join('');
const status = (more: string): string => `history: [{ date: 2024-01-01, tier: 2, source: "https://a.b", ${more} }]`;
const feature = (more: string): string => `category: lamp\nname: a\ndescription: b\n${more}`;

/** Frontmatter of a feature. */
export const frontmatters: readonly string[] = [
  ...[(at: number) => `k${at}: 1\n`, (at: number) => `${at.toString(36)}:\n`, () => 'a: 1\n', (at: number) => `k${at}: &a 1\n`, (at: number) => `? a${at}\n`]
    .map((unit) => many(unit, 3000)),
  ...['? ', '?\n', '- ', '-\n', '- - - a\n', ': ', '---\n', '...\n', '%a\n', '# a\n', '\n', ' ', '\t', '\ta: b\n', '{a: [b]}\n', '[]', '{}', '"', "'", '&a', '*a', '!a', '|\n', '>\n', '\r', 'a']
    .map((unit) => unit.repeat(32_000 / unit.length)),
  ...['a,', ',', '~,', '1,', '"a",', '*a,', '[],', '{},'].map((unit) => `a: &a 1\naliases: [${unit.repeat(32_000 / unit.length)}]`),
  `use: {${many((at) => `k${at}: 1,`, 3000)}}`,
  `a: !!set {${many((at) => `a${at},`, 4000)}}`,
  `a: &a {b: 1}\n${many((at) => `k${at}: {<<: *a}\n`, 1500)}`,
  `a0: &a0 x\n${many((at) => `a${at + 1}: &a${at + 1} [*a${at}]\n`, 1200)}`,
  `name: "${'\\x41'.repeat(8000)}"`,
  `name: >\n${'  b\n\n'.repeat(6000)}`,
  `order: ${'9'.repeat(30_000)}`,
  feature(status(`missing: [${many((at) => `{as: a${at}},`, 480)}]`)),
  feature(status(`missing: [${many((at) => `{as: a${at}, requirement: r${at}},`, 480)}]`)),
  feature(status(`missing: [${'{as: a},'.repeat(480)}]`)),
  feature(status(`accepted: [${many((at) => `{rule: r${at}, reason: a},`, 480)}]`)),
  feature(`formerIds: [${many((at) => `a${at},`, 1900)}]\n${status('')}`),
  feature(`history:\n${many((at) => `  - date: 20${String(99 - (at % 90))}-01-01\n    tier: 2\n    source: https://a.b\n`, 240)}`),
  feature(status('')).replace('name: a', `name: ${'a'.repeat(30_000)}`),
  feature(status('')).replace('category: lamp', `category: ${'lamp.'.repeat(6000)}x`),
  feature(status('')).replace('https://a.b', `https://a.b/${'a/'.repeat(15_000)}`),
];

const whole = (count: number, text: (at: number) => string): [string, string][] =>
  Array.from({ length: count }, (_, at) => [`features/f${at}.mdx`, text(at)]);
const file = (at: number, frontmatter = '', body = ''): string =>
  `---\nname: name ${at}\ncategory: lamp\ndescription: b\n${frontmatter}history:\n  - date: 2024-01-01\n    tier: 1\n    source: https://a.b\n---\n${body}\n`;
const prose = 'The lamp shines at night. '.repeat(1000);

/** Whole content folders, as files added to those of Lantern. */
export const contents: Record<string, () => [string, string][]> = {
  '5 MB of emphasis': () => whole(190, (at) => file(at, '', `${'*a'.repeat(990)}\n\n${prose}`)),
  'thousands of wrong keys': () => whole(3900, (at) => file(at, 'a: 1\nb: 2\n')),
  '500 wrong links': () => whole(500, (at) => file(at, '', `[a](/features/ff${at}x/)`)),
  'thousands of wrong ids': () => whole(3900, (at) => file(at).replace('tier: 1', `removed: true\n    note: a\n    successor: ff${at}x`)),
  'hundreds of thousands of files': () => whole(200_000, () => ''),
  'former ids without end': () => whole(20, (at) => file(at, `formerIds: [${many((id) => `a${at}-${id},`, 1900)}]\n`)),
  'thousands of tiers': () => Array.from({ length: 3000 }, (_, at) => [`tiers/t${at}.mdx`, `---\nlevel: ${at + 3}\ntitle: a\n---\n`]),
  '10,000 lost features': () => [['addresses.txt', many((at) => `/features/g${at}/\n/#g${at}\n/features/g${at}/index.md\n`, 10_000)]],
  '100,000 lost anchors': () => [['addresses.txt', many((at) => `/policy/#g${at}\n`, 100_000)]],
  'long lost addresses': () => [['addresses.txt', many((at) => `/features/${'g'.repeat(30_000)}${at}/\n`, 130)]],
  'marks of a merge alone': () => Array.from({ length: 30 }, (_, at) => [`features/f${at}.mdx`, '=======\n'.repeat(16_383)]),
  'marks of a merge in the list': () => [['addresses.txt', '=======\n'.repeat(524_000)]],
};
