import type { TierData } from '../schema/tier.ts';
import type { Catalogue, Entry, Feature, Tier } from './catalogue/catalogue.ts';
import { currentEntry } from './history.ts';

/** Returns the next higher tier; undefined above the highest. */
export const tierAbove = (tiers: readonly Tier[], tier: Tier): Tier | undefined =>
  tiers.filter(({ level }) => level < tier.level).reduce<Tier | undefined>(nearer(1), undefined);

/** Returns the tier that was next above an entry's tier on the entry's day; undefined above the highest. */
export const tierAboveThen = (
  { tiers, retiredTiers }: Pick<Catalogue, 'tiers' | 'retiredTiers'>,
  { tier, date }: Pick<Entry, 'tier' | 'date'>,
): Tier | undefined => tier && tierAbove([...tiers, ...retiredTiers].filter(existsOn(date)), tier);

/** Returns a test for whether a tier exists on a day. One without `since` has existed on every day before. */
export const existsOn =
  (day: string) =>
  ({ since, retired }: { since?: string | null | undefined; retired?: { date: string } | null | undefined }): boolean =>
    (since ?? '') <= day && (!retired || day < retired.date);

/** Returns the next lower tier; undefined below the lowest. */
export const tierBelow = (tiers: readonly Tier[], tier: Tier): Tier | undefined =>
  tiers.filter(({ level }) => level > tier.level).reduce<Tier | undefined>(nearer(-1), undefined);

/** Levels of retired tiers leave gaps, so the next tier is the nearest one, not the next number. */
const nearer =
  (sign: 1 | -1) =>
  (a: Tier | undefined, b: Tier): Tier =>
    a && sign * a.level > sign * b.level ? a : b;

/** The shapes of tier marks, the highest tier's first. */
export const shapes = ['solid', 'half', 'outline'] as const;
export type TierShape = (typeof shapes)[number];

/** Returns the shape of a tier's mark; it distinguishes the highest, the lowest and the middle tiers without color. */
export const tierShape = (tiers: readonly Pick<Tier, 'level'>[], { level }: Pick<Tier, 'level'>): TierShape => {
  if (level <= (tiers[0]?.level ?? level)) return 'solid';
  return level < (tiers.at(-1)?.level ?? level) ? 'half' : 'outline';
};

/** The most characters of a tier's mark. */
const longestMark = 3;

/** Returns a tier's names; the defaults come from its level. */
export function tierNames({
  level,
  slug = String(level),
  label = `Tier ${level}`,
  mark = slug.length <= longestMark ? slug : String(level),
  title = '',
  heading = title === '' ? label : `${label} - ${title}`,
}: Pick<TierData, 'level' | 'slug' | 'label' | 'mark' | 'title' | 'heading'>) {
  return { level, slug, label, mark, title, heading };
}

/** Returns the label of the tier with a level; an empty string if there is none. */
export const labelAt = (tiers: readonly Pick<Tier, 'level' | 'label'>[], level: number): string =>
  tiers.find((tier) => tier.level === level)?.label ?? '';

/** Returns the next higher level in a list sorted by level; undefined above the highest. */
export const levelAbove = (tiers: readonly Pick<Tier, 'level'>[], level: number): number | undefined =>
  tiers.findLast((tier) => tier.level < level)?.level;

/** Returns the anchor of a tier's tables. */
export const tierAnchor = ({ slug }: Pick<Tier, 'slug'>): string => `tier-${slug}`;

/** Returns a tier's label with its title, for headings and links. */
export const tierWords = ({ label, title }: Pick<Tier, 'label' | 'title'>): string =>
  title === '' ? label : `${label} — ${title}`;

/** Returns a tier's label with its title in parentheses, for sentences. */
export const tierInSentence = ({ label, title }: Pick<Tier, 'label' | 'title'>): string =>
  title === '' ? label : `${label} (${title})`;

/** Returns the features that are in a tier now, in the document's order. */
export const featuresIn = (features: readonly Feature[], tier: Tier): Feature[] =>
  features.filter((feature) => currentEntry(feature).tier === tier);
