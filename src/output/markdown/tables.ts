import { address, type Absolute } from '../../domain/addresses/address.ts';
import type { Catalogue, Feature, Missing, Tier } from '../../domain/catalogue/catalogue.ts';
import { columnMarkdown, ownColumns } from '../../domain/columns.ts';
import { currentEntry, unsupportedIn } from '../../domain/history.ts';
import { lackRuns, unmetHead } from '../../domain/missing.ts';
import { featuresIn, tierAbove, tierWords } from '../../domain/tier.ts';
import { counted, sourceName } from '../../domain/text.ts';
import { blocks, escapeMarkdown, inline, lineMarkdown, link, list, nameMarkdown, table } from './markdown-syntax.ts';

/** The name of a feature, linked to its page. */
export const featureLink = (feature: Feature, absolute: Absolute): string =>
  link(nameMarkdown(feature.name), absolute(address.feature(feature)));

/** Unmet requirements. Each links to the written requirement that it names, if any. */
export const missingMarkdown = (missing: readonly Missing[], absolute: Absolute): string[] =>
  missing.map((it) =>
    it.requirement ? link(inline(lackRuns(it)), absolute(address.requirement(it.requirement))) : inline(lackRuns(it)),
  );

/** The label and title of a tier. */
export const tierTitle = (tier: Tier): string => escapeMarkdown(tierWords(tier));

/** A heading and a table for each tier, followed by the features that are not supported. */
export const tierTables = (
  { site, tiers, features }: Pick<Catalogue, 'site' | 'tiers' | 'features'>,
  absolute: Absolute,
): string =>
  blocks(
    ...tiers.flatMap((tier) => {
      const rows = featuresIn(features, tier);
      return [
        `## ${tierTitle(tier)} (${counted(rows.length, 'feature')})`,
        rows.length > 0 ? featureTable({ site, tiers }, tier, rows, absolute) : '',
      ];
    }),
    ...unsupportedList(unsupportedIn(features), absolute),
  );

function unsupportedList(features: readonly Feature[], absolute: Absolute): string[] {
  const items = features.map((feature) => {
    const { note, source } = currentEntry(feature);
    return `${featureLink(feature, absolute)} — ${escapeMarkdown(note ?? '')} (${link(escapeMarkdown(sourceName(source)), source)})`;
  });
  return items.length > 0 ? [`## Not supported (${counted(items.length, 'feature')})`, list(items)] : [];
}

/** The table of the features of one tier. */
export function featureTable(
  { site, tiers }: Pick<Catalogue, 'site' | 'tiers'>,
  tier: Tier,
  features: readonly Feature[],
  absolute: Absolute,
): string {
  const above = tierAbove(tiers, tier);
  const own = ownColumns(site).filter(
    ({ id, isInTables }) => isInTables && features.some(({ columns }) => columns[id]),
  );
  const head = [
    'Feature',
    'Category',
    ...own.map(({ label }) => escapeMarkdown(label)),
    'Last change',
    ...(above ? [escapeMarkdown(unmetHead(above))] : []),
  ];
  const rows = features.map((feature) => {
    const { date, missing } = currentEntry(feature);
    return [
      featureLink(feature, absolute),
      escapeMarkdown(feature.category.label),
      ...own.map((column) => lineMarkdown(columnMarkdown(feature, column), false)),
      date,
      missingMarkdown(missing, absolute).join(', '),
    ];
  });
  return table(head, rows);
}
