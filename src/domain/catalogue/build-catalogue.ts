import { namedFile, tierSuggestions, unknownId } from '../unknown-id.ts';
import { buildFeatures } from './build-features.ts';
import { buildRequirements, checkOrder, listedIn, prose } from './build-requirements.ts';
import type { Catalogue, Category, PolicyDocument, Tier } from './catalogue.ts';
import { fixForFormerId, isChangedBack } from './former-ids.ts';
import { tierHeadingAnchors } from '../document.ts';
import { inlineParts, textAndCode } from '../inline.ts';
import type { ProblemAtPath, Report, Sources } from './sources.ts';
import { tierNames } from '../tier.ts';
import { oneLine } from '../text.ts';

export interface BuiltCatalogue {
  /** Undefined if there is any mistake. */
  catalogue: Catalogue | undefined;
  /** The catalogue even if references are wrong, so that later checks can run too; undefined after other mistakes. */
  partialCatalogue: Catalogue | undefined;
  problems: ProblemAtPath[];
}

/** The most mistakes reported at once; larger numbers usually have one common cause. */
const mostReported = 200;

/**
 * Resolves every reference, and reports those that are broken. Requirements refer to tiers and categories, and features
 * refer to all three, so they are built in this order.
 */
export function buildCatalogue(sources: Sources): BuiltCatalogue {
  const problems: ProblemAtPath[] = [];
  let more = 0;
  const report: Report = (file, path, message) => {
    if (problems.length < mostReported)
      problems.push({ file, path, message: typeof message === 'string' ? message : message() });
    else more += 1;
  };
  const categories = buildCategories(sources, report);
  const tiers = buildTiers(sources, report);
  // So far, only the check of tiers reports a level or slug.
  const tiersAreRight = problems.every(({ path }) => path[0] !== 'level' && path[0] !== 'slug');
  const listedTwice = requirementsListedTwice(sources);
  const namedTiers =
    tiersAreRight && sources.tiers.every(({ data }) => data) ? tierSuggestions([...tiers.values()]) : [];
  const reportedCategories = findReportedCategories(sources, categories);
  const requirements = buildRequirements(sources, tiers, categories, reportedCategories, report);
  checkAnswers(sources, report);
  checkColumns(sources, report);
  const features = buildFeatures(
    sources,
    { tiers, categories, requirements, namedTiers, reportedCategories, listedTwice },
    report,
  );
  const document = buildDocument(sources, tiers, report);
  if (more > 0)
    problems.push({
      file: sources.site.file,
      path: [],
      message: `there are ${more} more mistakes in the content; correct these first`,
    });
  const isComplete = features.length === sources.features.length && requirements.size === sources.requirements.length;
  const { site } = sources;
  if (!isComplete || !tiersAreRight || listedTwice.size > 0 || !hasAllData(sources) || !site.data)
    return { catalogue: undefined, partialCatalogue: undefined, problems };
  const partialCatalogue = {
    site: site.data,
    document,
    categories: [...categories.values()],
    ...listTiers(tiers),
    features,
    recordsDefaults: features.some(({ use }) => use.default),
  };
  return { catalogue: problems.length === 0 ? partialCatalogue : undefined, partialCatalogue, problems };
}

const hasAllData = ({ site, categories, document, tiers, requirements, features }: Sources): boolean =>
  [site, categories, document, ...tiers, ...requirements, ...features].every(({ data }) => data !== undefined);

/** Lists the tiers and their requirements by level. Those that are retired have lists of their own. */
function listTiers(tiers: ReadonlyMap<string, Tier>) {
  const all = [...tiers.values()].sort((a, b) => a.level - b.level);
  const current = all.filter(({ retired }) => !retired);
  return {
    tiers: current,
    retiredTiers: all.filter(({ retired }) => retired),
    requirements: current.flatMap((tier) => tier.requirements),
    retiredRequirements: all.flatMap((tier) => tier.retiredRequirements),
  };
}

function buildDocument(
  { document, tiers: sourcesOfTiers }: Sources,
  tiers: ReadonlyMap<string, Tier>,
  report: Report,
): PolicyDocument {
  const { file, body, outline, data } = document;
  const formerAnchors = data?.formerAnchors ?? {};
  const anchors = [
    ...outline.flatMap((part) => (part.kind === 'heading' ? part.anchor : [])),
    ...tierHeadingAnchors(outline, tiers.values()).values(),
  ];
  // A tier without data may have any heading.
  const known = sourcesOfTiers.every(({ data }) => data);
  for (const [former, now] of Object.entries(formerAnchors)) {
    if (!known || anchors.includes(now)) continue;
    const others = anchors.filter((it) => !Object.values(formerAnchors).includes(it)).join(', ');
    report(
      file,
      ['formerAnchors', former],
      `heading "${oneLine(now)}" does not exist; write the anchor that took its place, one of: ${others}`,
    );
  }
  const changes = data?.changes ?? [];
  checkOrder(file, changes, report);
  return { file, body, outline, formerAnchors, changes };
}

function buildCategories({ categories: { file, data } }: Sources, report: Report): Map<string, Category> {
  const categories = new Map<string, Category>();
  for (const [index, category] of (data ?? []).entries()) {
    if (categories.has(category.id))
      report(file, [index, 'id'], `category "${category.id}" is a duplicate; write another id`);
    if (category.platform && [...categories.values()].some((other) => other.platform))
      report(file, [index, 'platform'], 'only one category can be the platform; delete one of the lines');
    const { platform = false } = category;
    const name = textAndCode(category.name);
    const written = category.emphasis ? `*${category.name.trim()}*` : category.name;
    const emphasis = inlineParts(written).every(({ kind }) => kind === 'emphasis');
    const { label = name } = category;
    categories.set(category.id, { ...category, name, written, label, emphasis, platform });
  }
  const owners = new Map([...categories.keys()].map((id) => [id, id]));
  for (const [index, { id, formerIds }] of (data ?? []).entries()) {
    for (const [at, former] of formerIds.entries()) {
      const owner = owners.get(former);
      if (isChangedBack({ id, formerIds }, at)) continue;
      if (owner)
        report(
          file,
          [index, 'formerIds', at],
          `the id "${former}" belongs to category "${owner}"; ${fixForFormerId(former, id, new Set(categories.keys()))}`,
        );
      owners.set(former, id);
    }
  }
  return categories;
}

/**
 * Returns category ids that are probably unknown because another category repeats an id by mistake; empty if more ids
 * are unknown than that can explain.
 */
function findReportedCategories(
  { categories: { data }, features, requirements }: Sources,
  known: Map<string, Category>,
) {
  const named = [
    ...features.map((source) => source.data?.category),
    ...requirements.flatMap((source) => source.data?.appliesTo ?? []),
  ];
  const unknown = new Set(named.filter((id) => id !== undefined && !known.has(id)));
  return unknown.size <= (data?.length ?? 0) - known.size ? unknown : new Set<string | undefined>();
}

/** Returns the requirements in more than one list, whose tier is therefore unknown. */
function requirementsListedTwice({ tiers }: Sources): Set<string> {
  const listed = tiers.flatMap((tier) => listedIn(tier).map(({ id }) => id));
  return new Set(listed.filter((id, index) => listed.indexOf(id) !== index));
}

function checkColumns({ site }: Sources, report: Report): void {
  const columns = site.data?.columns ?? [];
  const heads = columns.map(({ label }) => label && oneLine(label).toLowerCase());
  for (const [index, { id, label }] of columns.entries())
    if (columns.findIndex((other) => other.id === id) < index)
      report(site.file, ['columns', index, 'id'], `column "${id}" is a duplicate; write another id`);
    else if (label !== undefined && heads.indexOf(heads[index]) < index)
      report(
        site.file,
        ['columns', index, 'label'],
        `a column above has the same heading, "${oneLine(label)}"; write another`,
      );
}

function checkAnswers({ site, requirements, features, lostIds }: Sources, report: Report): void {
  const ids = requirements.map(({ id }) => id);
  const details = new Set(features.flatMap(({ data }) => data?.details.map(({ label }) => label) ?? []));
  const known = details.size > 0 && features.every(({ data }) => data);
  for (const [index, { requirement, detail }] of (site.data?.answers ?? []).entries())
    if (detail !== undefined && known && !details.has(detail))
      report(site.file, ['answers', index, 'detail'], unknownId('detail', detail, details));
    else if (requirement !== undefined && !ids.includes(requirement))
      report(
        site.file,
        ['answers', index, 'requirement'],
        unknownId('requirement', requirement, requirements.map(namedFile), lostIds?.requirement),
      );
}

function buildTiers({ tiers: sources }: Sources, report: Report): Map<string, Tier> {
  const tiers = new Map<string, Tier>();
  const levels = new Map<number, string>();
  const slugs = new Map<string, string>();
  const labels = new Map<string, string>();
  const complete = sources.every((source) => source.data);
  for (const source of sources) {
    if (!source.data) continue;
    const names = tierNames(source.data);
    const { level, slug, label } = names;
    const other = levels.get(level);
    if (other)
      report(
        source.file,
        ['level'],
        `level ${level} is already used by ${other}; write ${freeLevels(sources)}, or, to insert a tier, raise the level of each tier below it by 1, and keep its slug and label`,
      );
    else if (complete && level > sources.length)
      report(
        source.file,
        ['level'],
        `level ${level} leaves a gap: no tier has level ${freeLevels(sources)}; put its file back, or number the tiers from 1 to ${sources.length}`,
      );
    const owner = slugs.get(slug);
    if (owner && !other)
      report(source.file, ['slug'], `the slug "${slug}" is already used by ${owner}; write another one`);
    const lowerCase = oneLine(label).toLowerCase();
    const namesake = labels.get(lowerCase);
    if (namesake && !other) {
      // The message must point to a label that is written; a default label has no line.
      const [file, owner] = source.data.label === undefined ? [namesake, source.file] : [source.file, namesake];
      report(file, ['label'], `the label "${oneLine(label)}" is already used by ${owner}; write another one`);
    }
    labels.set(lowerCase, source.file);
    levels.set(level, source.file);
    slugs.set(slug, source.file);
    const { formerAnchors, summary, since, retired, changes } = source.data;
    tiers.set(source.id, {
      ...prose(source),
      formerAnchors,
      id: source.id,
      ...names,
      summary,
      requirements: [],
      groups: [],
      retiredRequirements: [],
      since,
      retired,
      changes,
    });
  }
  return tiers;
}

/** Returns the levels that no tier has yet, in words. */
function freeLevels(sources: Sources['tiers']): string {
  const taken = sources.map(({ data }) => data?.level);
  const free = sources.map((_, index) => index + 1).filter((level) => !taken.includes(level));
  return sources.some(({ data }) => !data) || free.length === 0 ? 'a level that no other tier has' : free.join(' or ');
}
