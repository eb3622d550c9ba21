import type { Feature, Tier } from './catalogue.ts';

/** The next higher tier; none above the highest. */
export const tierAbove = (tiers: readonly Tier[], tier: Tier): Tier | undefined =>
  tiers.find((other) => other.level === tier.level - 1);

/** The next lower tier; none below the lowest. */
export const tierBelow = (tiers: readonly Tier[], tier: Tier): Tier | undefined =>
  tiers.find((other) => other.level === tier.level + 1);

/** The shape of a tier's mark, which tells the highest, the lowest and those between apart without colour. */
export const tierShape = (tiers: readonly Tier[], { level }: Pick<Tier, 'level'>): 'solid' | 'half' | 'outline' =>
  level === 1 ? 'solid' : level < tiers.length ? 'half' : 'outline';

/** How a tier is called in a sentence and in a table's caption. */
export const tierName = (tier: Pick<Tier, 'level'>): string => `Tier ${tier.level}`;

/** The heading over the tier's prose, in the document's form. */
export const tierHeading = (tier: Tier): string => `${tierName(tier)} - ${tier.title}`;

/** The features that are in a tier now, in the document's order. */
export const featuresIn = (features: readonly Feature[], tier: Tier): Feature[] =>
  features.filter((feature) => currentEntry(feature).tier === tier);

/** The newest entry of a feature's history, which is its status. */
export function currentEntry(feature: Feature): Feature['history'][number] {
  const [newest] = feature.history;
  if (!newest) throw new Error(`${feature.file}: no history`);
  return newest;
}

/** Every id that leads to a feature, former ones too. */
export const everyId = (features: readonly Feature[]): { id: string; feature: Feature }[] =>
  features.flatMap((feature) => [feature.id, ...feature.formerIds].map((id) => ({ id, feature })));
