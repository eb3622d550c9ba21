import type { Catalogue, Category, Feature, Requirement, Tier } from '../catalogue/catalogue.ts';
import { currentEntry, inTierSince } from '../history.ts';

/**
 * What the rules of decisions need of the catalogue, as plain data that a page can carry: ids instead of references.
 */
export interface Outline {
  tiers: TierOutline[];
  categories: CategoryOutline[];
  requirements: RequirementOutline[];
  features: FeatureOutline[];
  commandLine?: { program: string; listSeparator?: string | undefined };
}

export type TierOutline = Pick<Tier, 'level' | 'slug' | 'label' | 'mark' | 'title'>;
export type CategoryOutline = Pick<Category, 'id' | 'name' | 'label' | 'plural' | 'platform'>;

export interface RequirementOutline extends Pick<Requirement, 'id' | 'title'> {
  level: number;
  /** Ids of categories; never empty. */
  appliesTo: string[];
  guarantees?: 'pairs';
}

export interface FeatureOutline extends Pick<Feature, 'id' | 'name' | 'formerIds'> {
  category: string;
  /** The level of its tier; null once it is removed, or where it is not supported. */
  level: number | null;
  missing: MissingOutline[];
  waived: { requirement: string; reason: string }[];
  use: Feature['use'];
  /** What a reader must know before all else. */
  warning?: string;
  /** The ids of the requirements of its tier that evidence says it does not meet. */
  disputed?: string[];
  removal?: { date: string; note: string; successor?: string };
  /** Whether it has no tier because it is not supported. */
  unsupported?: true;
}

export interface MissingOutline {
  as: string;
  /** The id of the written requirement that the words name, where they name one. */
  requirement?: string;
}

/** The outline of a catalogue, in the catalogue's order. */
export const outlineOf = ({ site, tiers, categories, requirements, features }: Catalogue): Outline => ({
  tiers: tiers.map(({ level, slug, label, mark, title }) => ({ level, slug, label, mark, title })),
  categories: categories.map(({ id, name, label, plural, platform }) => ({ id, name, label, plural, platform })),
  requirements: requirements.map(outlineOfRequirement),
  features: features.map(outlineOfFeature),
  ...(site.commandLine && { commandLine: site.commandLine }),
});

const outlineOfRequirement = ({ id, title, tier, group, appliesTo, guarantees }: Requirement): RequirementOutline => ({
  id,
  title: group ? `${title} (${group})` : title,
  level: tier.level,
  appliesTo: appliesTo.map((category) => category.id),
  ...(guarantees && { guarantees }),
});

function outlineOfFeature(feature: Feature): FeatureOutline {
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
