import type { PublishedFeature } from '../../schema/api.ts';

/** The columns, in their order; new ones are added at the end. The first three never need quotes. */
const columns: readonly [string, (feature: PublishedFeature) => string][] = [
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
];

/** The features as RFC 4180 has it, with a head line; one line a feature, since no field keeps a line break. */
export const csv = (features: readonly PublishedFeature[]): string =>
  [columns.map(([name]) => name), ...features.map((feature) => columns.map(([, field]) => field(feature)))]
    .map((fields) => `${fields.map(csvField).join(',')}\r\n`)
    .join('');

/** A field in quotes where it needs them, led by an apostrophe where a spreadsheet would take it for a formula. */
export function csvField(text: string): string {
  const line = text.replace(/\s*[\r\n]\s*/g, ' ').trimEnd();
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${line}` : line;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
