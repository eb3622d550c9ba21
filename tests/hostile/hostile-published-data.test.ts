// Published data comes from a pull request, so everything in it must stay text in the comment, the subject and the log.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { difference } from '../../src/domain/diff/diff.ts';
import type { Event } from '../../src/domain/diff/event.ts';
import { diffMarkdown } from '../../src/output/diff/diff-markdown.ts';
import { subject } from '../../src/output/diff/commit-subject.ts';
import type { PublishedState, EntryState, FeatureState } from '../../src/schema/published-state.ts';
import { lanternFile, publishedWith } from '../unit/content-in-memory.ts';
import { parseMarkdown } from '../unit/output/markdown/mdast.ts';

/** Hostile texts for fields with free text. */
const hostileTexts = [
  '@octocat',
  '@octo-org/everyone look',
  'a@b.example',
  '#1',
  'octo/repo#1',
  'GH-1',
  'see gh-12 too',
  '_GH-1_',
  'deadbeefcafe0123456789deadbeefcafe0123456789'.slice(0, 40),
  '1234567',
  'octo/repo@1234567890abcdef',
  'https://evil.example/?a=b',
  'http://evil.example',
  'ftp://evil.example',
  'mailto:a@evil.example',
  'xmpp:a@evil.example/b',
  'www.evil.example',
  '_www.evil.example',
  'WWW.evil.example',
  '&commat;octocat',
  '&#64;octocat',
  '&num;1',
  'https&colon;//evil.example',
  '&lt;b&gt;',
  '<b>bold</b>',
  '<img src=https://evil.example/x.png>',
  '<!-- comment -->',
  '<https://evil.example/>',
  '<details><summary>',
  '![x](https://evil.example/x.png)',
  '[x](https://evil.example/)',
  '[x][y]',
  '[^1]',
  '[ ] a task',
  '# Approved',
  '## What this changes',
  'a\n\n# Approved\n\nmerge it',
  'a\r\n\r\n- **threads** moves up',
  'a\u2028# b',
  'a\u0085# b',
  'a\v# b\f# c',
  '- a list',
  '1. a list',
  '> a quotation',
  '> [!CAUTION]',
  '| a | b |\n|---|---|\n| c | d |',
  '---',
  '===',
  '***bold***',
  '__bold__ and _this_',
  '~~gone~~ ~gone~',
  '`code` ``more``',
  '```\n# Approved\n```',
  '~~~\n@octocat\n~~~',
  '    indented',
  '\\[x\\](https://evil.example/) \\@octocat',
  'a\\',
  '$x$ and $$y$$',
  '$`x`$',
  ':tada: :+1:',
  '::error::pwned',
  '::set-output name=a::b',
  'a\n::error file=a::b',
  '##[error]pwned',
  'a ##[set-env name=a]b',
  '\u001b[31mred\u001b[0m',
  'a\u0000b',
  'a\u0008b',
  'abc\u202Edef',
  '\u2066a\u2069',
  '\uFEFFa',
  '\ud800',
  '\u200b',
  ' ',
  'x'.repeat(500),
  '`'.repeat(500),
  '*a'.repeat(250),
  '_.@'.repeat(170),
  '['.repeat(500),
  'e' + '\u0301'.repeat(500),
  ':a'.repeat(250),
  'f'.repeat(500),
];

/** Fields with addresses. */
const addressFields = /^(?:url|source|also|repository)$/;

/** Fields with free text, as opposed to ids, addresses, dates and kinds. */
const textFields =
  /^(?:name|plural|description|aliases|maintainers|label|says|value|release|api|cli|cApi|cargo|note|as|reason|rule|title|words|opening|closing|formerAnchors|project|feedId|licence|program|sentence|slug|tierSlug|fromSlug|toSlug|mark|heading|tierLabel|document|maker|place)$/;
const textAndIdFields = new RegExp(
  `${textFields.source.slice(0, -2)}|id|formerIds|category|requirement|appliesTo|successor|feature)$`,
);

function withText<T>(value: T, which: RegExp, text: string, key = ''): T {
  if (typeof value === 'string') return (which.test(key) ? text : value) as T;
  if (Array.isArray(value)) return value.map((it: unknown) => withText(it, which, text, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, withText(it, which, text, key)])) as T;
}

const base: PublishedState = publishedWith({
  'site.yaml': `${lanternFile('site.yaml')}columns: [{ id: maker, label: Maker }, { id: place, label: Place }]\n`,
  'features/oak-board.mdx': lanternFile('features/oak-board.mdx').replace(
    'use:',
    'columns: { maker: Ida, place: Pier }\nuse:',
  ),
});
/** The same with a new entry for each feature, so that many changes are reported. */
const edited = structuredClone(base);
for (const { history } of edited.features) {
  const missing = [{ as: 'oil', requirement: 'night-watch', written: null }];
  const waived = [{ requirement: 'spare-bulb', reason: 'Rain.', source: 'https://git.example/1' }];
  const accepted = [{ rule: 'reason-to-stay', reason: 'It rains.' }];
  history.unshift({
    date: '2031-01-01',
    tier: 2,
    removed: false,
    missing,
    waived,
    accepted,
    successor: null,
    source: 'https://git.example/2',
    note: 'It rained.',
  });
}

/** The events of a single change, with the same text in all fields before and after. */
function eventsOfChange(text: string, change: (features: FeatureState[]) => void): Event[] {
  const before = withText(base, textFields, text);
  const after = structuredClone(before);
  change(after.features);
  return difference(before, after);
}

const differences = (text: string): [what: string, events: Event[]][] => [
  ['addresses', difference(base, withText(edited, addressFields, `https://evil.example/${text}`))],
  ['old words', difference(withText(edited, textFields, text), base)],
  ['new words and ids', difference(base, withText(edited, textAndIdFields, text))],
  ['one category', eventsOfChange(text, ([it]) => it && (it.category = 'board'))],
  [
    'one removal',
    eventsOfChange(text, ([it, , other]) =>
      it?.history.unshift({
        ...(it.history[0] as EntryState),
        date: '2031-01-01',
        tier: null,
        successor: other?.id ?? null,
        missing: [],
      }),
    ),
  ],
  [
    'one entry',
    eventsOfChange(text, ([it]) =>
      it?.history.unshift({ ...(it.history[0] as EntryState), date: '2031-01-01', missing: [] }),
    ),
  ],
  ['both', difference(withText(base, textAndIdFields, `${text}!`), withText(edited, textAndIdFields, text))],
];

const nodesOf = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
const expectedNodes = ['root', 'heading', 'list', 'listItem', 'paragraph', 'strong', 'text', 'inlineCode', 'code'];

/** A line of a comment: empty, an item, a heading, a line below an item, or the subject. */
const expectedLine =
  /^(?:|### [A-Z][^#]*|- .*| {2,}(?:- .*|```(?:diff)?|[-+ ] .*)|Since \d.*|Subject for the squash commit: `[^`]+`|\d+ more lines? did not .*)$/;

const invisible = /[\0-\x09\x0B-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069\uFEFF\p{Cs}]/u;

/** Text that GitHub turns into references after it has parsed the Markdown. */
const references = [
  /(?<![\w`])@[a-z\d]/i,
  /#\d/,
  /\bgh-\d/i,
  /(?<![a-z\d])[a-f\d]{7,40}(?![a-z\d])/i,
  /[a-z]:\/\//i,
  /\bwww\./i,
  /:[a-z\d_+-]+:/i,
  /\$[^\u200b]/,
];

test('any text in published data stays text in the comment and plain words in the subject', () => {
  for (const text of hostileTexts)
    for (const [state, events] of differences(text)) {
      const what = `${JSON.stringify(text.slice(0, 40))} as ${state}`;
      const markdown = diffMarkdown(events);
      assert.ok(Buffer.byteLength(markdown) < 60_000, what);
      assert.doesNotMatch(markdown, invisible, what);
      assert.doesNotMatch(markdown, /^\s*::|##\[/m, what);
      for (const line of markdown.trimEnd().split('\n')) assert.match(line, expectedLine, what);
      for (const node of nodesOf(parseMarkdown(markdown))) {
        assert.ok(expectedNodes.includes(node.type), `${what}: ${node.type}`);
        if (node.type === 'text') for (const pattern of references) assert.doesNotMatch(node.value, pattern, what);
      }
      const line = subject(events);
      assert.match(line, /^[\p{L}\p{N}][\p{L}\p{N} ._,:()’+-]{0,59}$/u, what);
      for (const pattern of references) assert.doesNotMatch(line, pattern, what);
    }
});

test('extreme texts and a thousand features take less than two seconds each', () => {
  const absurd = ['x', '`', '*a', '_.@', '[', '\u0301', ':a', 'f', 'It is so. ', '\n- ', '\n', 'a '];
  for (const part of absurd) {
    const text = part.repeat(30_000 / part.length);
    const [before, after] = [withText(edited, textFields, `${text}!`), withText(edited, textFields, text)];
    assertFasterThan(2000, `${JSON.stringify(part)}`, () => diffMarkdown(difference(before, after)));
  }
  const many = (state: PublishedState): PublishedState => ({
    ...state,
    features: Array.from({ length: 1000 }, (_, index) => {
      const feature = state.features[index % state.features.length];
      assert.ok(feature);
      return { ...feature, id: `f${index}`, name: `f${index}`, formerIds: [] };
    }),
  });
  const head = many(withText(edited, /^(?:description|note|says)$/, 'other'));
  assertFasterThan(2000, 'a thousand', () => diffMarkdown(difference(many(base), head)));
  assertFasterThan(2000, 'all new', () => diffMarkdown(difference(base, head)));
  assertFasterThan(2000, 'in another order', () =>
    diffMarkdown(difference(head, { ...head, features: head.features.toReversed() })),
  );
});

/** Measures processor time, which does not depend on how busy the machine is. */
function assertFasterThan(milliseconds: number, what: string, work: () => unknown): void {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  assert.ok((user + system) / 1000 < milliseconds, `${what} took ${Math.round((user + system) / 1000)} ms`);
}

test('a change in a column is reported under the heading of the column, even if several columns share it', () => {
  for (const heads of [
    ['Maker', 'Maker'],
    ['toString', 'constructor'],
    ['__proto__', 'links'],
  ]) {
    const before = structuredClone(base);
    for (const [at, column] of (before.index?.columns ?? []).entries()) column.label = heads[at] ?? '';
    const after = structuredClone(before);
    const board = after.features.find(({ id }) => id === 'oak-board');
    if (board) board.columns = { maker: 'Grace', place: 'Mole' };
    const text = diffMarkdown(difference(before, after)).replaceAll('\\', '');
    const [one, other] = heads[0] === heads[1] ? ['Maker (maker)', 'Maker (place)'] : heads;
    assert.ok(text.includes(`${one}: “Ida” → “Grace”`) && text.includes(`${other}: “Pier” → “Mole”`), text);
  }
});
