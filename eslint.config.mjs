import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** The folders of src that each folder may import, besides itself. */
const mayImport = {
  schema: [],
  domain: ['schema'],
  check: ['schema', 'domain'],
  output: ['schema', 'domain'],
  import: ['schema', 'domain', 'check'],
  new: ['schema', 'domain', 'check'],
  site: ['schema', 'domain', 'check', 'output'],
  elements: ['schema', 'domain', 'output'],
  components: ['schema', 'domain', 'output', 'site', 'elements', 'styles'],
  layouts: ['schema', 'domain', 'output', 'site', 'components', 'styles'],
  pages: ['schema', 'domain', 'output', 'site', 'elements', 'components', 'layouts', 'styles'],
  cli: ['schema', 'domain', 'check', 'output', 'import', 'new', 'site'],
};
const rooms = [...Object.keys(mayImport), 'styles'];

/** The sister folders that a folder of output or components may import. A folder without an entry may import none. */
const mayImportWithin = {
  output: {
    badges: ['markdown', 'svg'],
    cards: ['svg', 'words'],
    crawlers: ['markdown', 'svg'],
    feeds: ['svg', 'words'],
    markdown: ['api', 'words'],
    stack: ['markdown', 'words'],
    propose: ['markdown', 'stack'],
  },
  components: {
    'status-table': ['text'],
    requirements: ['status-table', 'text'],
    policy: ['requirements', 'status-table', 'text'],
    changes: ['status-table', 'text'],
    feature: ['status-table', 'text'],
    propose: ['text'],
    stack: ['status-table', 'text'],
  },
};

const restrict = (patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

/** The patterns of imports that a folder must not have. */
function forbidden(room) {
  const others = rooms.filter((other) => other !== room && !mayImport[room].includes(other));
  const patterns = [
    {
      regex: `^(?:\\.\\./)+(?:${others.join('|')})/`,
      message: `src/${room} may import: ${mayImport[room].join(', ')}.`,
    },
  ];
  if (room === 'schema') patterns.push({ regex: '^(?!\\.|astro/zod$)', message: 'A schema may import only zod.' });
  if (room === 'domain')
    patterns.push({
      regex: '^[^.]',
      message: 'The domain is plain TypeScript and imports neither packages nor Node modules.',
    });
  if (room === 'elements')
    patterns.push({
      regex: '^(?:\\.\\./)+schema/',
      allowTypeImports: true,
      message: 'Import only types, so that zod is not sent to the browser.',
    });
  return patterns;
}

/** The patterns of a folder within a room: those of the room, and its sister folders that it must not import. */
function forbiddenWithin(room, folder) {
  const allowed = mayImportWithin[room][folder] ?? [];
  const regex = `^\\.\\./(?!\\.\\./|${[folder, ...allowed].map((it) => `${it}/`).join('|')})[\\w-]+/`;
  const message = `src/${room}/${folder} may import: ${allowed.join(', ') || 'none of its sister folders'}.`;
  return [...forbidden(room), { regex, message }];
}

const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A build must not depend on the time.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'A build must not depend on the time.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'A build must be reproducible.',
  },
];

export default tseslint.config(
  { ignores: ['dist*/', '.astro/', '.cache/', 'tests/fixtures/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  astro.configs.recommended,
  { languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
  {
    files: ['**/*.ts', '**/*.astro'],
    // TypeScript already reports undefined names.
    rules: { 'no-undef': 'off' },
  },
  {
    rules: {
      // Prettier breaks code, but not comments.
      'max-len': ['error', { code: 1000, comments: 120, ignoreUrls: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-control-regex': 'off',
      'no-nested-ternary': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: false } }],
    },
  },
  ...Object.keys(mayImport).map((room) => ({
    files: [`src/${room}/**/*.{ts,astro}`],
    rules: restrict(forbidden(room)),
  })),
  ...Object.keys(mayImportWithin).flatMap((room) =>
    readdirSync(`src/${room}`).map((folder) => ({
      files: [`src/${room}/${folder}/**/*.{ts,astro}`],
      rules: restrict(forbiddenWithin(room, folder)),
    })),
  ),
  {
    // Only run-command.ts prints to the terminal.
    files: ['src/cli/*.ts'],
    ignores: ['src/cli/run-command.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/**/*.{ts,astro}'],
    ignores: ['src/cli/**', 'src/elements/**'],
    rules: { 'no-restricted-syntax': ['error', ...clock] },
  },
);
