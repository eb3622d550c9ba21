import { buildFeatures } from './build-features.ts';
import { buildRequirements, checkOrder, prose } from './build-requirements.ts';
import type { Catalogue, Category, PolicyDocument, Tier } from './catalogue.ts';
import { headingAnchor } from '../document.ts';
import { inlineParts, labelOf } from '../inline.ts';
import { unknownId } from '../nearest.ts';
import type { Finding, Report, Sources } from './sources.ts';
import { tierHeading } from '../tier.ts';

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
  const everyFile = [
    sources.site,
    sources.categories,
    sources.document,
    ...sources.tiers,
    ...sources.requirements,
    ...sources.features,
  ];
  const placed = features.length === sources.features.length && requirements.size === sources.requirements.length;
  const document = buildDocument(sources, tiers, report);
  if (!placed || everyFile.some((source) => source.data === undefined) || !sources.site.data)
    return { catalogue: undefined, draft: undefined, findings };
  const inOrder = [...tiers.values()].sort((a, b) => a.level - b.level);
  const draft = {
    site: sources.site.data,
    document,
    categories: [...categories.values()],
    tiers: inOrder,
    requirements: inOrder.flatMap((tier) => tier.requirements),
    retired: inOrder.flatMap((tier) => tier.retired),
    features,
  };
  return { catalogue: findings.length === 0 ? draft : undefined, draft, findings };
}

function buildDocument({ document }: Sources, tiers: ReadonlyMap<string, Tier>, report: Report): PolicyDocument {
  const { file, body, outline, data } = document;
  const formerAnchors = data?.formerAnchors ?? {};
  const anchors = [
    ...outline.flatMap((part) => (part.kind === 'heading' ? part.anchor : [])),
    ...[...tiers.values()].map((tier) => headingAnchor(tierHeading(tier))),
  ];
  for (const [former, now] of Object.entries(formerAnchors)) {
    if (anchors.includes(now)) continue;
    report(file, ['formerAnchors', former], unknownId('heading', now, anchors));
  }
  const changes = data?.changes ?? [];
  checkOrder(file, changes, report);
  return { file, body, outline, formerAnchors, changes };
}

function buildCategories({ categories: { file, data } }: Sources, report: Report): Map<string, Category> {
  const categories = new Map<string, Category>();
  for (const [index, category] of (data ?? []).entries()) {
    if (categories.has(category.id))
      report(file, [index, 'id'], `category "${category.id}" stands here twice; give one of them another id`);
    if (category.platform && [...categories.values()].some((other) => other.platform))
      report(
        file,
        [index, 'platform'],
        'a second category is the platform; only one can be, so delete one of the lines',
      );
    const { platform = false } = category;
    const name = labelOf(category.name);
    const written = category.emphasis ? `*${category.name.trim()}*` : category.name;
    const emphasis = inlineParts(written).every(({ kind }) => kind === 'emphasis');
    categories.set(category.id, { ...category, name, written, emphasis, platform });
  }
  const owners = new Map([...categories.keys()].map((id) => [id, id]));
  for (const [index, { id, formerIds }] of (data ?? []).entries()) {
    for (const [at, former] of formerIds.entries()) {
      const owner = owners.get(former);
      if (owner)
        report(file, [index, 'formerIds', at], `the id "${former}" belongs to category "${owner}"; delete it here`);
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
    const { formerAnchors } = source.data;
    tiers.set(source.id, {
      ...prose(source),
      formerAnchors,
      id: source.id,
      level,
      requirements: [],
      groups: [],
      retired: [],
      changes: source.data.changes,
    });
  }
  return tiers;
}
