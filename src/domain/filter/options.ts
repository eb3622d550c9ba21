import type { Catalogue, Feature } from '../catalogue/catalogue.ts';
import { cellsOf, ownColumns } from '../columns.ts';
import { searchable } from './filter.ts';
import { currentEntry, unsupportedIn } from '../history.ts';
import { plain, unmarked } from '../words.ts';

/** One value to filter by; `count` is the number of features that have it. */
export interface Option {
  value: string;
  label: string;
  count: number;
}

/** The options of one kind. */
export interface OptionGroup {
  kind: string;
  title: string;
  options: Option[];
}

/** Returns the filters for a page with these features, without those that match all of the features or none. */
export function optionsFor(
  { site, tiers, categories, requirements }: Catalogue,
  features: readonly Feature[],
): OptionGroup[] {
  const count = (has: (feature: Feature) => boolean) => features.filter(has).length;
  const groups: OptionGroup[] = [
    {
      kind: 'tier',
      title: 'Tier',
      options: tiers
        .map((tier) => ({
          value: tier.slug,
          label: tier.label,
          count: count((it) => currentEntry(it).tier === tier),
        }))
        .concat(
          unsupportedIn(features).length > 0
            ? { value: 'none', label: 'Not supported', count: unsupportedIn(features).length }
            : [],
        ),
    },
    {
      kind: 'category',
      title: 'Category',
      options: categories.map((category) => ({
        value: category.id,
        label: category.plural,
        count: count((it) => it.category === category),
      })),
    },
    {
      kind: 'missing',
      title: 'Unmet requirement',
      options: requirements.map((requirement) => {
        const lacks = (it: Feature) => currentEntry(it).missing.some((missing) => missing.requirement === requirement);
        return { value: requirement.id, label: plain(requirement.title), count: count(lacks) };
      }),
    },
    ...ownColumns(site)
      .filter(({ isFilter }) => isFilter)
      .map(({ id, label, kind }) => {
        const values = new Set(features.flatMap(({ columns }) => columns[id]?.words ?? []));
        return {
          kind: id,
          title: label,
          options: [...values].map((value) => ({
            value,
            label: kind === 'yes/no' ? `${label}: ${value}` : plain(value),
            count: count(({ columns }) => columns[id]?.words === value),
          })),
        };
      }),
  ];
  return groups.filter(({ options }) => options.some(({ count }) => count > 0 && count < features.length));
}

/**
 * Returns what a row stores for the filter: ids, column values as in the query, and the search words that the row does
 * not show. Words that the visible text already contains are left out.
 */
export function rowFacts(
  { site }: Pick<Catalogue, 'site'>,
  feature: Feature,
): { category: string; missing: string; columns: string; also: string; note: string } {
  const { name, description, category, aliases, body } = feature;
  const { missing } = currentEntry(feature);
  const cells = cellsOf(site, feature);
  const shown = cells.filter(({ column }) => column.isInTables).map(({ cell }) => cell.words);
  const seen = searchable([name], [description, category.label, ...missing.map(({ as }) => as), ...shown]);
  const also = aliases.filter(
    (alias) =>
      !searchable([alias])
        .split('\n')
        .every((words) => seen.includes(words)),
  );
  const ids = missing.flatMap(({ requirement }) => (requirement ? [requirement.id] : []));
  const values = cells.filter(({ column }) => column.isFilter).map(({ column, cell }) => [column.id, cell.words]);
  const columns = `${new URLSearchParams(values)}`;
  return { category: category.id, missing: ids.join(' '), columns, also: also.join('\n'), note: unmarked(body) };
}
