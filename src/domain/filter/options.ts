import type { Catalogue, Feature } from '../catalogue/catalogue.ts';
import { formerIdsOf } from '../catalogue/former-ids.ts';
import { ownColumns } from '../columns.ts';
import { currentEntry, unsupportedIn } from '../history.ts';
import { withoutBackticks } from '../text.ts';

/** One value to filter by; `count` is the number of features that have it. */
export interface Option {
  value: string;
  /** The values that it had in addresses before; ids, so they have no space. */
  former?: string[];
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
        former: formerIdsOf(category),
        label: category.plural,
        count: count((it) => it.category === category),
      })),
    },
    {
      kind: 'missing',
      title: 'Unmet requirement',
      options: requirements.map((requirement) => {
        const lacks = (it: Feature) => currentEntry(it).missing.some((missing) => missing.requirement === requirement);
        const former = formerIdsOf(requirement);
        return { value: requirement.id, former, label: withoutBackticks(requirement.title), count: count(lacks) };
      }),
    },
    ...ownColumns(site)
      .filter(({ isFilter }) => isFilter)
      .map(({ id, label, kind }) => {
        const values = new Set(features.flatMap(({ columns }) => columns[id]?.text ?? []));
        return {
          kind: id,
          title: label,
          options: [...values].map((value) => ({
            value,
            label: kind === 'yes/no' ? `${label}: ${value}` : withoutBackticks(value),
            count: count(({ columns }) => columns[id]?.text === value),
          })),
        };
      }),
  ];
  return groups.filter(({ options }) => options.some(({ count }) => count > 0 && count < features.length));
}
