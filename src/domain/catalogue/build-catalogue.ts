import type { PolicyData, PolicyPart } from '../../schema/policy.ts';
import { namedFile } from './ids.ts';
import { unknownId } from '../nearest.ts';
import { buildFeatures } from './build-features.ts';
import { buildRequirements, prose } from './build-requirements.ts';
import type { Catalogue, Category, Part, Tier } from './catalogue.ts';
import type { Finding, Report, Source, Sources } from './sources.ts';

export interface BuiltCatalogue {
  /** There is one exactly when nothing is wrong. */
  catalogue: Catalogue | undefined;
  /** The same where only references are wrong, so that what every file says by itself can be judged in the same run. */
  draft: Catalogue | undefined;
  findings: Finding[];
}

/** How many mistakes are told at once; whoever made more of them made one of them often. */
const mostTold = 200;

/** Resolves every reference, or names those that are broken. */
export function buildCatalogue(sources: Sources): BuiltCatalogue {
  const findings: Finding[] = [];
  let more = 0;
  const report: Report = (file, path, message) => {
    if (findings.length < mostTold)
      findings.push({ file, path, message: typeof message === 'string' ? message : message() });
    else more += 1;
  };
  const categories = buildCategories(sources, report);
  const tiers = buildTiers(sources, report);
  const levelsAreRight = findings.every(({ path }) => path[0] !== 'level');
  const twice = listedTwice(sources);
  const levels =
    levelsAreRight && sources.tiers.every(({ data }) => data) ? [...tiers.values()].map((it) => it.level) : [];
  const lost = lostCategories(sources, categories);
  const requirements = buildRequirements(sources, tiers, categories, lost, report);
  checkAnswers(sources, report);
  const features = buildFeatures(sources, { tiers, categories, requirements, levels, lost, twice }, report);
  if (more > 0)
    findings.push({
      file: sources.site.file,
      path: [],
      message: `there are ${more} more mistakes in the content; correct these first`,
    });
  const everyFile = [
    sources.site,
    sources.categories,
    ...sources.policy,
    ...sources.tiers,
    ...sources.requirements,
    ...sources.features,
  ];
  const placed = features.length === sources.features.length && requirements.size === sources.requirements.length;
  const policy = buildPolicy(sources);
  if (
    !placed ||
    !policy ||
    !levelsAreRight ||
    twice.size > 0 ||
    everyFile.some((source) => source.data === undefined) ||
    !sources.site.data
  )
    return { catalogue: undefined, draft: undefined, findings };
  const inOrder = [...tiers.values()].sort((a, b) => a.level - b.level);
  const draft = {
    site: sources.site.data,
    policy,
    categories: [...categories.values()],
    tiers: inOrder,
    requirements: inOrder.flatMap((tier) => tier.requirements),
    features,
  };
  return { catalogue: findings.length === 0 ? draft : undefined, draft, findings };
}

const part = (source: Source<Pick<PolicyData, 'title' | 'formerAnchors'>>): Part => ({
  ...prose(source),
  formerAnchors: source.data?.formerAnchors ?? [],
});

/** The policy's parts; none where one of them has no file. */
function buildPolicy({ policy }: Sources): Record<PolicyPart, Part> | undefined {
  const named = (id: PolicyPart) => policy.find((source) => source.id === id);
  const [introduction, status, details] = [named('introduction'), named('status'), named('details')];
  return (
    introduction &&
    status &&
    details && { introduction: part(introduction), status: part(status), details: part(details) }
  );
}

function buildCategories({ categories: { file, data } }: Sources, report: Report): Map<string, Category> {
  const categories = new Map<string, Category>();
  for (const [index, category] of (data ?? []).entries()) {
    if (categories.has(category.id))
      report(file, [index, 'id'], `category "${category.id}" is a duplicate; write another id`);
    if (category.platform && [...categories.values()].some((other) => other.platform))
      report(
        file,
        [index, 'platform'],
        'a second category is the platform, and only one can be; delete one of the lines',
      );
    const { emphasis = false, platform = false, label = category.name } = category;
    categories.set(category.id, { ...category, label, emphasis, platform });
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

/** Categories that are missing because another one has taken their id; none where more are missing than that explains. */
function lostCategories({ categories: { data }, features, requirements }: Sources, known: Map<string, Category>) {
  const named = [
    ...features.map((source) => source.data?.category),
    ...requirements.flatMap((source) => source.data?.appliesTo ?? []),
  ];
  const unknown = new Set(named.filter((id) => id !== undefined && !known.has(id)));
  return unknown.size <= (data?.length ?? 0) - known.size ? unknown : new Set<string | undefined>();
}

/** Requirements in more than one list, whose tier nobody knows. */
function listedTwice({ tiers }: Sources): Set<string> {
  const listed = tiers.flatMap(({ data }) => data?.requirements ?? []);
  return new Set(listed.filter((id, index) => listed.indexOf(id) !== index));
}

function checkAnswers({ site, requirements }: Sources, report: Report): void {
  const ids = requirements.map(({ id }) => id);
  for (const [index, { requirement }] of (site.data?.answers ?? []).entries())
    if (requirement !== undefined && !ids.includes(requirement))
      report(
        site.file,
        ['answers', index, 'requirement'],
        unknownId('requirement', requirement, requirements.map(namedFile)),
      );
}

function buildTiers({ tiers: sources }: Sources, report: Report): Map<string, Tier> {
  const tiers = new Map<string, Tier>();
  const levels = new Map<number, string>();
  const complete = sources.every((source) => source.data);
  for (const source of sources) {
    if (!source.data) continue;
    const { level } = source.data;
    const other = levels.get(level);
    if (other) report(source.file, ['level'], `Tier ${level} is also ${other}; write ${freeLevels(sources)}`);
    else if (complete && level > sources.length)
      report(source.file, ['level'], `Tier ${level} leaves a gap; number the tiers from 1 to ${sources.length}`);
    levels.set(level, source.file);
    tiers.set(source.id, { ...part(source), id: source.id, level, summary: source.data.summary, requirements: [] });
  }
  return tiers;
}

/** The levels that no tier has yet, in words. */
function freeLevels(sources: Sources['tiers']): string {
  const taken = sources.map(({ data }) => data?.level);
  const free = sources.map((_, index) => index + 1).filter((level) => !taken.includes(level));
  return sources.some(({ data }) => !data) || free.length === 0 ? 'a level that no other tier has' : free.join(' or ');
}
