import type { PublishedFeature } from '../../schema/api.ts';

type Column = readonly [string, (feature: PublishedFeature) => string];

/**
 * The columns in their order. New ones go at the end, before those of the project itself. The first three never need
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
  ['tierSlug', ({ tierSlug }) => tierSlug ?? ''],
];

/** The features as CSV (RFC 4180) with a header line. Fields have no line breaks, so each feature is one line. */
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
 * The start of a formula as a spreadsheet recognizes it, full-width signs and skipped characters included. A semicolon
 * counts as the start of a cell, since some spreadsheets split there.
 */
const formula = /(^|;)(?=[\s"'`\p{C}\p{Pi}\p{Pf}]*[=+\-@＝﹦＋﹢－﹣−＠﹫]|[\t\r])/gu;

/** A field on one line, quoted if necessary, with an apostrophe before each formula. */
export function csvField(text: string): string {
  const line = text
    .replace(formula, "$1'")
    .split(/[\p{Cc}\u2028\u2029]+/u)
    .map((part) => part.trim())
    .join(' ')
    .trimEnd();
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
