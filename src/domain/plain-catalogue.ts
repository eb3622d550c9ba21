import type { Catalogue, Category, Feature, Requirement, Tier } from './catalogue/catalogue.ts';
import type { Identified } from './catalogue/former-ids.ts';
import { currentEntry, inTierSince } from './history.ts';

/**
 * The part of the catalogue that the pages for combinations and proposals need, as plain data with ids instead of
 * references.
 */
export interface PlainCatalogue {
  tiers: PlainTier[];
  categories: PlainCategory[];
  requirements: PlainRequirement[];
  features: PlainFeature[];
  commandLine?: { program: string; listSeparator?: string | undefined };
}

export type PlainTier = Pick<Tier, 'level' | 'slug' | 'label' | 'mark' | 'title'>;
export type PlainCategory = Pick<Category, 'id' | 'name' | 'label' | 'plural' | 'platform'> & Identified;

export interface PlainRequirement extends Pick<Requirement, 'id' | 'title'> {
  level: number;
  /** Category ids; never empty. */
  appliesTo: string[];
  guarantees?: 'pairs';
}

export interface PlainFeature extends Pick<Feature, 'id' | 'name' | 'formerIds'> {
  category: string;
  /** The level of its tier; null if it is removed or not supported. */
  level: number | null;
  missing: PlainMissing[];
  waived: { requirement: string; reason: string }[];
  use: Feature['use'];
  /** What readers must know before all else. */
  warning?: string;
  /** The ids of requirements that evidence says it does not meet. */
  disputed?: string[];
  removal?: { date: string; note: string; successor?: string };
  /** True if it has no tier because it is not supported. */
  unsupported?: true;
}

export interface PlainMissing {
  as: string;
  /** The id of the written requirement that the words name, if they name one. */
  requirement?: string;
}

/** Returns a catalogue as plain data, in the catalogue's order. */
export const plainCatalogue = ({ site, tiers, categories, requirements, features }: Catalogue): PlainCatalogue => ({
  tiers: tiers.map(({ level, slug, label, mark, title }) => ({ level, slug, label, mark, title })),
  categories: categories.map(plainCategory),
  requirements: requirements.map(plainRequirement),
  features: features.map(plainFeature),
  ...(site.commandLine && { commandLine: site.commandLine }),
});

const plainCategory = ({ id, name, label, plural, platform, formerIds }: Category): PlainCategory => ({
  id,
  name,
  label,
  plural,
  platform,
  formerIds,
});

const plainRequirement = ({ id, title, tier, group, appliesTo, guarantees }: Requirement): PlainRequirement => ({
  id,
  title: group ? `${title} (${group})` : title,
  level: tier.level,
  appliesTo: appliesTo.map((category) => category.id),
  ...(guarantees && { guarantees }),
});

function plainFeature(feature: Feature): PlainFeature {
  const { id, name, formerIds, category, use, warning, details, evidence } = feature;
  const disputed = [...details, ...evidence].flatMap(({ contradicts }) => contradicts ?? []);
  const entry = currentEntry(feature);
  const { note = '', successor } = entry;
  return {
    id,
    name,
    formerIds,
    category: category.id,
    level: entry.tier?.level ?? null,
    missing: entry.missing.map(({ as, requirement }) => ({ as, ...(requirement && { requirement: requirement.id }) })),
    waived: entry.waived.map(({ requirement, reason }) => ({ requirement: requirement.id, reason })),
    use,
    ...(warning && { warning: warning.says }),
    ...(disputed.length > 0 && { disputed }),
    ...(entry.unsupported && { unsupported: true }),
    ...(!entry.tier && {
      removal: { date: inTierSince(feature), note, ...(successor && { successor: successor.id }) },
    }),
  };
}
