import type { Catalogue, Feature } from '../catalogue/catalogue.ts';
import { searchable, type Kind } from './filter.ts';
import { currentEntry, unsupportedIn } from '../history.ts';
import { plain, unmarked } from '../words.ts';

/** One value to filter by; `count` is how many features have it. */
export interface Option {
  value: string;
  label: string;
  count: number;
}

/** The choices of one kind, under its title. */
export interface OptionGroup {
  kind: Kind;
  title: string;
  options: Option[];
}

/** What a page with these features offers to filter by; no kind that does not tell them apart. */
export function optionsFor(
  { tiers, categories, requirements }: Catalogue,
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
  ];
  return groups.filter(({ options }) => options.some(({ count }) => count > 0 && count < features.length));
}

/** What a row keeps for the filter: ids, and the words that it is found by and does not show, as few as do. */
export function rowFacts(feature: Feature): { category: string; missing: string; also: string; note: string } {
  const { name, description, category, aliases, body } = feature;
  const { missing } = currentEntry(feature);
  const seen = searchable([name], [description, category.label, ...missing.map(({ as }) => as)]);
  const also = aliases.filter(
    (alias) =>
      !searchable([alias])
        .split('\n')
        .every((words) => seen.includes(words)),
  );
  const ids = missing.flatMap(({ requirement }) => (requirement ? [requirement.id] : []));
  return { category: category.id, missing: ids.join(' '), also: also.join('\n'), note: unmarked(body) };
}
