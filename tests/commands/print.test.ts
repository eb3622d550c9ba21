// Commands never print control or invisible characters from content, file names, pages, flags and variables.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { print, printError } from '../../src/cli/run-command.ts';
import { escapes } from '../hostile/escapes.ts';
import { emptyFolder, lanternWith } from '../unit/lantern.ts';
import { run } from './commands.ts';

const plain = /^[\P{C}\n]*$/u;

test('printed text shows control and invisible characters as code points', (t: TestContext) => {
  const printed: unknown[] = [];
  for (const name of ['log', 'error'] as const)
    t.mock.method(console, name, (text: unknown) => void printed.push(text));
  for (const text of escapes) {
    print(`${text}\na`);
    printError(text);
  }
  assert.equal(printed.length, 2 * escapes.length);
  for (const text of printed) {
    assert.match(String(text), plain);
    assert.match(String(text), /<U\+[0-9A-F]{4,5}>/);
  }
});

test('npm run check prints no control or invisible characters of names, keys, values, ids and links', (t) => {
  const named = escapes.filter((text) => !text.includes('\0'));
  const feature = (more: string, body = '') =>
    `---\nname: a\ncategory: lamp\ndescription: b\n${more}\nhistory: [{ date: 2024-01-01, tier: 1, source: "https://a.example" }]\n---\n${body}\n`;
  const yaml = (text: string) =>
    JSON.stringify(text).replace(/[\u007f-\uffff]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const folder = lanternWith(t, {
    ...Object.fromEntries(named.map((text, at) => [`features/${at}${text}.mdx`, 'a'])),
    ...Object.fromEntries(
      escapes.flatMap((text, at) => [
        [`features/a${at}.mdx`, feature(`${yaml(text)}: 1`)],
        [`features/b${at}.mdx`, feature(`formerIds: [${yaml(text)}]`)],
        [`features/c${at}.mdx`, feature(`links: [{ label: a, url: ${yaml(text)} }]`)],
        [`features/d${at}.mdx`, feature('', `[a](</${text.replace(/\p{C}/gu, (it) => `&#${it.codePointAt(0)};`)}>)`)],
        [`features/e${at}.mdx`, feature('').replace('name: a', `name: ${text}`)],
      ]),
    ),
    'addresses.txt': escapes.map((text) => `/features/${text}/\n`).join(''),
  });
  for (const GITHUB_ACTIONS of ['', 'true']) {
    const { status, lines, errors } = run('check', [], { CONTENT_DIR: folder, GITHUB_ACTIONS });
    assert.deepEqual([status, errors], [1, ['']]);
    assert.match(lines.join('\n'), plain);
    assert.ok(lines.length > 5 * escapes.length, `${lines.length}`);
  }
});

test('commands print no control or invisible characters of pages, flags and variables', (t) => {
  const folder = emptyFolder(t);
  const page = join(folder, 'page\u001b[31m.md');
  const text = escapes.map((it) => it.replace(/[\r\n\0]/g, '')).join(' ');
  writeFileSync(
    page,
    `${text}\n\n# Tiers of ${text}\n\n## ${text}\n\n### Tier 1\n\n| Category | ${text} | Name |\n|-|-|-|\n| ${text} | a | ${text} |\n\n<b>${text}\n\n![a](${text})\n`,
  );
  const into = join(folder, 'in\u001b[31mto');
  for (const [name, args, variables, says] of [
    ['import', [page, '--into', into], {}, / files are in .+<U\+001B>\[31mto: /],
    ['import', ['--into', into], {}, / files are in .+<U\+001B>\[31mto: /],
    ['import', [`${page}.none`], {}, /does not exist/],
    ['new', ['feature', '--id', '\u001b[31m'], {}, /cannot be an id/],
    ['new', ['feature', '--name', '\u001b[31m\u202E'], {}, /--category is missing/],
    ['new', ['feature', '--name', '\u202E'], {}, /no id can be made/],
    ['new', ['change', '\u001b[31m', '--tier', '1', '--source', 'x'], {}, /does not exist/],
    ['new', ['--\u001b[31m'], {}, /Unknown option/],
    ['addresses', [], { CONTENT_DIR: '\u001b[31m' }, /CONTENT_DIR is/],
    ['addresses', [], { CONTENT_DIR: join(folder, 'none\u202E') }, /the folder is missing/],
    ['tier-diff', ['\u001b[31m'], {}, /is not a built site|features\.json/],
  ] as const) {
    const { status, lines, errors } = run(name, args, variables);
    assert.equal(status, 1, name);
    const printed = [...lines, ...errors].join('\n');
    assert.match(printed, plain, name);
    assert.match(printed, says, name);
  }
});
