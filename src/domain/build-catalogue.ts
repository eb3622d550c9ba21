import type { CategoryData } from '../schema/category.ts';
import type { FeatureData } from '../schema/feature.ts';
import type { PolicyData, PolicyPart } from '../schema/policy.ts';
import type { RequirementData } from '../schema/requirement.ts';
import type { SiteData } from '../schema/site.ts';
import type { TierData } from '../schema/tier.ts';
import { buildFeatures } from './build-features.ts';
import type { Catalogue, Category, Part, Prose, Requirement, Tier } from './catalogue.ts';
import { unknownId } from './nearest.ts';

/** One content file; `data` is undefined when its shape is wrong, so that its id is known all the same. */
export interface Source<T> {
  file: string;
  id: string;
  data: T | undefined;
  body: string;
}

/** All content files, each checked for its shape alone. */
export interface Sources {
  site: Source<SiteData>;
  categories: Source<CategoryData[]>;
  policy: Source<PolicyData>[];
  tiers: Source<TierData>[];
  requirements: Source<RequirementData>[];
  features: Source<FeatureData>[];
}

/** A mistake that only the whole content shows; `path` leads to it in the data of its file. */
export interface Finding {
  file: string;
  path: (string | number)[];
  message: string;
}
export type Report = (file: string, path: Finding['path'], message: string) => void;

export interface BuiltCatalogue {
  /** There is one exactly when nothing is wrong. */
  catalogue: Catalogue | undefined;
  /** The same where only references are wrong, so that what every file says by itself can be judged in the same run. */
  draft: Catalogue | undefined;
  findings: Finding[];
}

/** Resolves every reference, or names every one that is broken. */
export function buildCatalogue(sources: Sources): BuiltCatalogue {
  const findings: Finding[] = [];
  const report: Report = (file, path, message) => findings.push({ file, path, message });
  const categories = buildCategories(sources, report);
  const tiers = buildTiers(sources, report);
  const requirements = buildRequirements(sources, tiers, categories, report);
  const features = buildFeatures(sources, { tiers, categories, requirements }, report);
  const everyFile = [sources.site, sources.categories, ...sources.policy, ...sources.tiers, ...sources.requirements, ...sources.features];
  const placed = features.length === sources.features.length && requirements.size === sources.requirements.length;
  if (!placed || everyFile.some((source) => source.data === undefined) || !sources.site.data)
    return { catalogue: undefined, draft: undefined, findings };
  const inOrder = [...tiers.values()].sort((a, b) => a.level - b.level);
  const draft = {
    site: sources.site.data,
    policy: buildPolicy(sources),
    categories: [...categories.values()],
    tiers: inOrder,
    requirements: inOrder.flatMap((tier) => tier.requirements),
    features,
  };
  return { catalogue: findings.length === 0 ? draft : undefined, draft, findings };
}

const prose = (source: Source<{ title: string }>): Prose => ({
  file: source.file,
  title: source.data?.title ?? '',
  body: source.body,
});

const part = (source: Source<Pick<PolicyData, 'title' | 'formerAnchors'>>): Part => ({ ...prose(source), formerAnchors: source.data?.formerAnchors ?? [] });

function buildPolicy({ policy }: Sources): Record<PolicyPart, Part> {
  const parts = policy.map((source) => [source.id, part(source)] as const);
  return Object.fromEntries(parts) as Record<PolicyPart, Part>;
}

function buildCategories({ categories: { file, data } }: Sources, report: Report): Map<string, Category> {
  const categories = new Map<string, Category>();
  for (const [index, category] of (data ?? []).entries()) {
    if (categories.has(category.id))
      report(file, [index, 'id'], `category "${category.id}" stands here twice; give one of them another id`);
    if (category.platform && [...categories.values()].some((other) => other.platform))
      report(file, [index, 'platform'], 'a second category is the platform; only one can be, so delete one of the lines');
    const { emphasis = false, platform = false } = category;
    categories.set(category.id, { ...category, emphasis, platform });
  }
  const owners = new Map([...categories.keys()].map((id) => [id, id]));
  for (const [index, { id, formerIds }] of (data ?? []).entries()) {
    for (const [at, former] of formerIds.entries()) {
      const owner = owners.get(former);
      if (owner) report(file, [index, 'formerIds', at], `the id "${former}" belongs to category "${owner}"; delete it here`);
      owners.set(former, id);
    }
  }
  return categories;
}

function buildTiers({ tiers: sources }: Sources, report: Report): Map<string, Tier> {
  const tiers = new Map<string, Tier>();
  const levels = new Map<number, string>();
  const complete = sources.every((source) => source.data);
  for (const source of sources) {
    if (!source.data) continue;
    const { level } = source.data;
    const other = levels.get(level);
    if (other) report(source.file, ['level'], `Tier ${level} is also ${other}; give each tier a level of its own`);
    else if (complete && level > sources.length)
      report(source.file, ['level'], `Tier ${level} leaves a gap; number the tiers from 1 to ${sources.length}`);
    levels.set(level, source.file);
    tiers.set(source.id, { ...part(source), id: source.id, level, requirements: [] });
  }
  return tiers;
}

function buildRequirements(sources: Sources, tiers: Map<string, Tier>, categories: Map<string, Category>, report: Report) {
  const ids = sources.requirements.map((source) => source.id);
  const owners = new Map<string, Source<TierData>>();
  for (const source of sources.tiers) {
    for (const [index, id] of (source.data?.requirements ?? []).entries()) {
      const owner = owners.get(id);
      if (!ids.includes(id)) report(source.file, ['requirements', index], unknownId('requirement', id, ids));
      else if (owner)
        report(source.file, ['requirements', index], `requirement "${id}" is already listed in ${owner.file}; list it once`);
      else owners.set(id, source);
    }
  }
  const requirements = new Map<string, Requirement>();
  const complete = sources.tiers.every((source) => source.data);
  for (const source of sources.requirements) {
    const tier = tiers.get(owners.get(source.id)?.id ?? '');
    if (!tier && complete)
      report(source.file, [], `no tier lists requirement "${source.id}"; add it to the requirements of a tier, or delete this file`);
    const applies = source.data?.appliesTo ?? [];
    for (const [index, id] of applies.entries()) {
      if (sources.categories.data && !categories.has(id))
        report(source.file, ['appliesTo', index], unknownId('category', id, categories.keys()));
    }
    if (!tier) continue;
    const appliesTo = [...categories.values()].filter(({ id }) => applies.length === 0 || applies.includes(id));
    const { formerIds = [], guarantees } = source.data ?? {};
    requirements.set(source.id, { ...prose(source), id: source.id, tier, formerIds, appliesTo, guarantees });
  }
  for (const source of sources.tiers) {
    const listed = (source.data?.requirements ?? []).map((id) => requirements.get(id));
    tiers.get(source.id)?.requirements.push(...listed.filter((requirement) => requirement !== undefined));
  }
  return requirements;
}
