import type { PublishedFeature } from '../../schema/api.ts';

type Column = readonly [string, (feature: PublishedFeature) => string];

/**
 * The columns, in their order; new ones are added at the end, before the project's own. The first three never need
 * quotes.
 */
const columns: readonly Column[] = [
  ['id', ({ id }) => id],
  ['tier', ({ tier }) => String(tier ?? '')],
  ['since', ({ since }) => since],
  ['removed', ({ removed }) => String(removed)],
  ['category', ({ category }) => category],
  ['name', ({ name }) => name],
  ['missing', ({ missing }) => missing.map(({ as }) => as).join('; ')],
  [
    'missingRequirements',
    ({ missing }) => [...new Set(missing.flatMap(({ requirement }) => requirement ?? []))].join('; '),
  ],
  ['url', ({ url }) => url],
  ['description', ({ description }) => description],
  ['aliases', ({ aliases }) => aliases.join('; ')],
  ['formerIds', ({ formerIds }) => formerIds.join('; ')],
  ['maintainers', ({ maintainers }) => maintainers.join('; ')],
  ['supported', ({ supported }) => String(supported)],
  ['tierLabel', ({ tierLabel }) => tierLabel ?? ''],
];

/** The features as RFC 4180 has it, with a head line; one line a feature, since no field keeps a line break. */
export function csv(features: readonly PublishedFeature[], own: readonly { id: string }[] = []): string {
  const all: Column[] = [
    ...columns,
    ...own.map(({ id }): Column => [`columns.${id}`, (it) => String(it.columns[id] ?? '')]),
  ];
  return [all.map(([name]) => name), ...features.map((feature) => all.map(([, field]) => field(feature)))]
    .map((fields) => `${fields.map(csvField).join(',')}\r\n`)
    .join('');
}

/**
 * What a spreadsheet takes for a formula, in any width, after whatever it leaves out before it: where a cell begins, or
 * one would that a semicolon ends.
 */
const formula = /(^|;)(?=[\s"'`\p{C}\p{Pi}\p{Pf}]*[=+\-@＝﹦＋﹢－﹣−＠﹫]|[\t\r])/gu;

/** A field in quotes where it needs them, with an apostrophe before each formula, and on one line. */
export function csvField(text: string): string {
  const line = text
    .replace(formula, "$1'")
    .split(/[\p{Cc}\u2028\u2029]+/u)
    .map((part) => part.trim())
    .join(' ')
    .trimEnd();
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
