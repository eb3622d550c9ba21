import type { TierData } from '../schema/tier.ts';
import type { Catalogue, Feature, Tier } from './catalogue/catalogue.ts';
import { currentEntry } from './history.ts';

/** The next higher tier; none above the highest. */
export const tierAbove = (tiers: readonly Tier[], tier: Tier): Tier | undefined =>
  tiers.filter(({ level }) => level < tier.level).reduce<Tier | undefined>(nearer(1), undefined);

/** The next lower tier; none below the lowest. */
export const tierBelow = (tiers: readonly Tier[], tier: Tier): Tier | undefined =>
  tiers.filter(({ level }) => level > tier.level).reduce<Tier | undefined>(nearer(-1), undefined);

/** Between two tiers on one side of another there may be the number of one that was retired. */
const nearer =
  (sign: 1 | -1) =>
  (a: Tier | undefined, b: Tier): Tier =>
    a && sign * a.level > sign * b.level ? a : b;

/** Every shape of a tier's mark, the highest tier's first. */
export const shapes = ['solid', 'half', 'outline'] as const;
export type TierShape = (typeof shapes)[number];

/** The shape of a tier's mark, which tells the highest, the lowest and those between apart without colour. */
export const tierShape = (tiers: readonly Tier[], { level }: Pick<Tier, 'level'>): TierShape =>
  level === 1 ? 'solid' : level < tiers.length ? 'half' : 'outline';

/** How many characters a tier's sign has room for. */
const longestMark = 3;

/** What a tier is called; without words of its own, after its level. */
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

/** What the tier of a level is called. */
export const labelAt = (tiers: readonly Pick<Tier, 'level' | 'label'>[], level: number): string =>
  tiers.find((tier) => tier.level === level)?.label ?? '';

/** The level next above another in a list that begins with the highest; none above the highest. */
export const levelAbove = (tiers: readonly Pick<Tier, 'level'>[], level: number): number | undefined =>
  tiers.findLast((tier) => tier.level < level)?.level;

/** The anchor of its tables. */
export const tierAnchor = ({ slug }: Pick<Tier, 'slug'>): string => `tier-${slug}`;

/** A tier named in full, where its title helps: in headings and links. */
export const tierWords = ({ label, title }: Pick<Tier, 'label' | 'title'>): string =>
  title === '' ? label : `${label} — ${title}`;

/** A tier within a sentence, with what it means in brackets. */
export const tierInSentence = ({ label, title }: Pick<Tier, 'label' | 'title'>): string =>
  title === '' ? label : `${label} (${title})`;

/** The head of a column or section with what keeps features from a tier, in the document's words. */
export const missingHead = (above: Pick<Tier, 'label'>): string => `Missing ${above.label} Requirements`;

/** The same as our own pages say it. */
export const unmetHead = (above: Pick<Tier, 'label'>): string => `Unmet ${above.label} requirements`;

/** What introduces the same in a line. */
export const missingFor = (above: Pick<Tier, 'label'>): string => `Unmet for ${above.label}`;

/** The tiers, with those that are no more where features are in them, as on a past day. */
export const tiersWith = (
  { tiers, endedTiers }: Pick<Catalogue, 'tiers' | 'endedTiers'>,
  features: readonly Feature[],
): Tier[] => {
  const used = endedTiers.filter((tier) => featuresIn(features, tier).length > 0);
  return used.length > 0 ? [...tiers, ...used].sort((a, b) => a.level - b.level) : tiers;
};

/** The features that are in a tier now, in the document's order. */
export const featuresIn = (features: readonly Feature[], tier: Tier): Feature[] =>
  features.filter((feature) => currentEntry(feature).tier === tier);
