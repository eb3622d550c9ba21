// A change of any content field is reported; the fields come from the schemas of the content.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import type { z } from 'astro/zod';
import { schemas } from '../../../../src/check/schemas.ts';
import { formOf, itemOf, keysOf, unwrap } from '../../../../src/check/schema-parts.ts';
import { difference } from '../../../../src/domain/diff/diff.ts';
import { publishedContent, type PublishedContent } from '../../../../src/domain/published-content.ts';
import { documentWithTiers, check, lanternFile, lanternFiles, linesOf } from '../../content-in-memory.ts';

/** Every content field has a value in one of these files; a field without a value fails the test. */
const filled: Record<string, string> = {
  'site.yaml': `${lanternFile('site.yaml')}
commandLine: { program: lantern, listSeparator: ',' }
feedId: Lamp
searchFor: [oil, lamp]
document: guide
columns:
  - { id: reach, label: Reach, kind: version, shown: page, filter: true }
  - { id: category, label: Sort }
answers:
  - { label: Watch, requirement: night-watch, yes: 'Yes', no: 'No', maintainers: true }
  - { label: Light, detail: Light }
`,
  'categories.yaml': `${lanternFile('categories.yaml')}
- id: bell
  name: '*Bell*'
  label: Ringing bell
  plural: Bells
  description: What rings.
  emphasis: true
  formerIds: [gong]
`,
  'policy/document.mdx': documentWithTiers(3).replace(
    '---\n',
    `---
rows: [red-lamp, fog-signal]
changes: [{ date: 2024-01-01, source: https://git.example/1, note: Other words., wordingOnly: true }]
formerAnchors: { where: what-stands-where }
`,
  ),
  'tiers/out.mdx': `---
level: 3
title: Nobody Watches
label: Out
mark: O
heading: 'Out: nobody watches'
summary: It may break.
since: 2023-01-01
requirements:
  - { group: 'Boards ask for this:', appliesTo: [board], requirements: [wick, rope] }
  - hook
  - oil
changes: [{ date: 2024-01-01, source: https://git.example/1, note: Other words., wordingOnly: true }]
formerAnchors: [outer]
---

Words.

<Requirements />
`,
  'tiers/sunk.mdx': `---
level: 4
slug: sunk
title: Below
retired: { date: 2024-01-01, source: https://git.example/1, reason: Nothing was there. }
---

It was the lowest.
`,
  ...Object.fromEntries(
    ['Wick', 'Rope', 'Hook'].map((it) => [
      `requirements/${it.toLowerCase()}.mdx`,
      `---\ntitle: ${it}\n---\n\nIt is there.\n`,
    ]),
  ),
  'requirements/oil.mdx': `---
title: Oil
since: 2023-01-01
guarantees: pairs
formerIds: [fat]
appliesTo: [board]
changes: [{ date: 2024-01-01, source: https://git.example/1, note: Other words., wordingOnly: true }]
retired: { date: 2024-05-01, source: https://git.example/1, reason: It is dear., successor: spare-bulb }
---

There is oil.
`,
  'features/horn.mdx': `---
name: '*Horn*'
category: bell
description: A horn.
warning: { says: It is loud., url: https://git.example/warning }
aliases: [trumpet]
formerIds: [bugle]
maintainers: [Ada]
columns: { reach: '12' }
links: [{ label: Plan, url: https://git.example/plan }]
introduced: { release: '3', date: 2023-01-01 }
use: { default: off, api: Horn.on, cli: --horn, cApi: horn_on, cargo: horn, cargoDefault: off }
details:
  - { label: Pitch, value: low, url: https://git.example/p, also: [https://git.example/q], about: cli, contradicts: wiring-plan }
evidence:
  - { says: It was heard., url: https://git.example/h, also: [https://git.example/i], about: cli, contradicts: wiring-plan }
history:
  - date: 2024-06-01
    tier: 2
    release: '4'
    missing: [{ as: '*oil*', requirement: night-watch }]
    waived: [{ requirement: wiring-plan, reason: It has none., source: https://git.example/2 }]
    accepted: [{ rule: written-requirement, reason: It is loud enough. }]
    source: https://git.example/1
    note: It was wanted.
  - { date: 2024-05-01, removed: true, successor: red-lamp, source: https://git.example/1, note: It fell. }
  - { date: 2024-04-01, tier: 3, source: https://git.example/1 }
---

It is loud.
`,
};
const files = lanternFiles(filled);

/** The parts of the content, each with the schema of its data. */
const kindOf = (path: string): keyof typeof schemas | undefined => {
  const [, folder = ''] = /^content\/(\w+)/.exec(path) ?? [];
  return folder in schemas ? (folder as keyof typeof schemas) : undefined;
};

const frontmatter = /^---\n(.*?)^---\n/ms;
const dataIn = (path: string): unknown =>
  parse(path.endsWith('.yaml') ? (files.get(path) ?? '') : (frontmatter.exec(files.get(path) ?? '')?.[1] ?? ''));
function withData(path: string, data: unknown): Map<string, string> {
  const yaml = stringify(data);
  const text = files.get(path) ?? '';
  return new Map(files).set(path, path.endsWith('.yaml') ? yaml : text.replace(frontmatter, () => `---\n${yaml}---\n`));
}

/** Other allowed values of fields with a limited choice, by their last key. */
const others: Record<string, unknown[]> = {
  about: ['api'],
  appliesTo: ['lamp'],
  category: ['board'],
  contradicts: ['spare-bulb'],
  detail: ['Height'],
  id: ['missing'],
  kind: ['text'],
  formerAnchors: ['what-the-levels-mean'],
  requirement: ['spare-bulb', 'night-watch', 'wiring-plan'],
  rows: ['oak-board', 'pine-board'],
  rule: ['reason-to-stay'],
  successor: ['oak-board', 'night-watch'],
  level: [5],
  tier: [3, 1],
};

/** Fields that other files refer to, so they cannot change alone. */
const bound = ['categories.id', 'tiers.level', 'tiers.retired', 'features.history.removed'];

function ownKeys(schema: z.ZodType | undefined, value: unknown): string[] {
  const keys = Object.keys(keysOf(schema));
  if (keys.length > 0) return keys;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

/**
 * The value with each of its fields changed or left out in turn, with the path of the field without item numbers.
 */
function* variants(
  schema: z.ZodType | undefined,
  value: unknown,
  path: string,
): Generator<[path: string, value: unknown]> {
  const form = schema && unwrap(formOf(unwrap(schema), value) ?? schema);
  const last = path.split('.').at(-1) ?? '';
  if (Array.isArray(value)) {
    if (value.length > 1) yield [path, value.toReversed()];
    for (const [index, it] of value.entries()) {
      yield [path, value.toSpliced(index, 1)];
      for (const [at, other] of variants(itemOf(form), it, path)) yield [at, value.with(index, other)];
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key of ownKeys(form, value)) {
      const { [key]: fieldValue, ...rest } = value as Record<string, unknown>;
      if (fieldValue === undefined) continue;
      yield [`${path}.${key}`, rest];
      for (const [at, other] of variants(keysOf(form)[key], fieldValue, `${path}.${key}`))
        yield [at, { ...value, [key]: other }];
    }
  } else if (others[last]) for (const it of others[last].filter((it) => it !== value)) yield [path, it];
  else if (value === 'on' || value === 'off') yield [path, value === 'on' ? 'off' : 'on'];
  else if (typeof value === 'string')
    yield [path, /^\d{4}-\d\d-\d\d$/.test(value) ? value.replace(/-\d\d$/, '-02') : value.replace(/.(?=\W*$)/, '$&x')];
}

/** The paths of all fields of a schema. */
function fieldsOf(schema: z.ZodType | undefined, path: string): string[] {
  const item = itemOf(schema);
  if (item) return fieldsOf(item, path);
  return Object.entries(keysOf(schema)).flatMap(([key, it]) => [`${path}.${key}`, ...fieldsOf(it, `${path}.${key}`)]);
}

function publishedIn(content: ReadonlyMap<string, string>): PublishedContent | undefined {
  const { catalogue } = check(content);
  return catalogue && publishedContent(catalogue, (path) => `https://levels.example/${path}`);
}

/** Adds the repository, which "index.json" has in addition to the published content. */
const withRepository = (state: PublishedContent, content: ReadonlyMap<string, string>) => ({
  ...state,
  index: {
    ...state.index,
    repository: /^repository: (.*)$/m.exec(content.get('content/site.yaml') ?? '')?.[1] ?? null,
  },
});

test('a change of any content field is reported', () => {
  assert.deepEqual(linesOf(check(files).problems), []);
  const base = publishedIn(files) ?? assert.fail();
  const tried = new Set<string>();
  const unreported: string[] = [];
  for (const path of Object.keys(filled).map((it) => `content/${it}`)) {
    const kind = kindOf(path);
    if (!kind) continue;
    for (const [field, data] of variants(schemas[kind], dataIn(path), kind)) {
      if (tried.has(field)) continue;
      const content = withData(path, data);
      const head = publishedIn(content);
      if (!head) continue;
      tried.add(field);
      if (difference(withRepository(base, files), withRepository(head, content)).length === 0)
        unreported.push(`${field}: ${JSON.stringify(data)}`);
    }
  }
  assert.deepEqual(unreported, []);
  const fields = Object.entries(schemas).flatMap(([kind, schema]) => fieldsOf(schema, kind));
  assert.deepEqual(
    fields.filter((it) => !tried.has(it)),
    bound,
    'write these fields into the files above',
  );
});
