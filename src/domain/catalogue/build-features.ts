import { useKeys, type EntryData, type FeatureData } from '../../schema/feature.ts';
import { isReservedId } from '../addresses/every-address.ts';
import type { Category, Entry, Feature, Requirement, Tier } from './catalogue.ts';
import { fixForFormerId, isChangedBack } from './former-ids.ts';
import { currentEntry } from '../history.ts';
import { checkCells } from './check-cells.ts';
import { fixForUnknownId, namedCategory, namedFile, unknownId, type LostIds, type Named } from '../unknown-id.ts';
import { checkHistory } from '../rules/history-errors.ts';
import { acceptableRuleIds, errorsIn } from '../rules/check-rules.ts';
import type { ProblemAtPath, Report, Sources } from './sources.ts';
import { tierHeadingAnchors } from '../document.ts';
import { tierAnchor } from '../tier.ts';
import { oneLine, withoutBackticks } from '../text.ts';
import { textAndCode } from '../inline.ts';

/** What features can refer to, by id. */
interface Known {
  tiers: Map<string, Tier>;
  categories: Map<string, Category>;
  requirements: Map<string, Requirement>;
  /** The tiers that a feature can be in; empty if a tier file has a mistake. */
  namedTiers: readonly Named[];
  /** Category ids that are unknown because of a mistake that is already reported, and requirements in several tiers. */
  reportedCategories: ReadonlySet<string | undefined>;
  listedTwice: ReadonlySet<string>;
}

/** What a reference to a requirement can mean. */
interface RequirementIds {
  named: ReadonlyMap<string, Named>;
  lost: LostIds | undefined;
}

/** Resolves the references of every feature and puts them in order; a feature without a known category is left out. */
export function buildFeatures(sources: Sources, known: Known, report: Report): Feature[] {
  const { features: files } = sources;
  checkIds(sources, known.tiers, report);
  const features = new Map<string, Feature>();
  const requirementIds = {
    named: new Map(sources.requirements.map((source) => [source.id, namedFile(source)])),
    lost: sources.lostIds?.requirement,
  };
  const rank = new Map([...known.categories.keys()].map((id, index) => [id, index]));
  for (const { data, file, id, body } of files) {
    if (!data) continue;
    const category = known.categories.get(data.category);
    if (!category && sources.categories.data && !known.reportedCategories.has(data.category))
      report(file, ['category'], () =>
        unknownId(
          'category',
          data.category,
          [...known.categories.values()].map(namedCategory),
          sources.lostIds?.category,
        ),
      );
    checkHistory(data.history, file, known.namedTiers, report);
    checkClaims(data, file, requirementIds, report);
    if (sources.site.data) checkCells(data, file, sources.site.data, sources.lostIds?.column, report);
    const history = data.history.map((entry, index) => buildEntry(entry, index, file, requirementIds, known, report));
    const cells = Object.entries(data.columns).map(([key, written]) => [key, { text: textAndCode(written), written }]);
    const shown = {
      name: textAndCode(data.name),
      written: data.name,
      order: undefined,
      columns: Object.fromEntries(cells),
    };
    if (category) features.set(id, { ...data, ...shown, id, file, category, body, history });
  }
  linkSuccessors(sources, features, report);
  checkStatuses([...features.values()], known, report);
  const byCategory = [...features.values()].sort(
    (a, b) => (rank.get(a.category.id) ?? 0) - (rank.get(b.category.id) ?? 0) || (a.id < b.id ? -1 : 1),
  );
  return inOrder(byCategory, rowsIn(sources, features, report));
}

/** Returns the features that the document's `rows` lists, in order, and numbers them by category. */
function rowsIn(
  { document, features: files, lostIds }: Sources,
  features: Map<string, Feature>,
  report: Report,
): Feature[] {
  const ids = new Set(files.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [index, id] of (document.data?.rows ?? []).entries()) {
    const path = ['rows', index];
    if (seen.has(id)) report(document.file, path, `feature "${id}" is in this list twice; delete one of the two`);
    else if (!ids.has(id))
      report(document.file, path, () => unknownId('feature', id, files.map(namedFile), lostIds?.feature));
    seen.add(id);
  }
  const rows = [...seen].map((id) => features.get(id)).filter((feature) => feature !== undefined);
  for (const ofCategory of Map.groupBy(rows, ({ category }) => category).values())
    for (const [index, feature] of ofCategory.entries()) feature.order = index + 1;
  return rows;
}

/** Keeps listed features in the order of the list and inserts each other feature after the last one of its category. */
function inOrder(byCategory: Feature[], listed: readonly Feature[]): Feature[] {
  const order = [...listed];
  const isListed = new Set(listed);
  const lastOf = (category: Category | undefined) => order.findLastIndex((it) => it.category === category);
  for (const [index, feature] of byCategory.entries()) {
    if (isListed.has(feature)) continue;
    const before = byCategory.slice(0, index).findLast((it) => it.category !== feature.category);
    const above = lastOf(feature.category) >= 0 ? feature.category : before?.category;
    order.splice(lastOf(above) + 1, 0, feature);
  }
  return order;
}

function buildEntry(
  entry: EntryData,
  at: number,
  file: string,
  requirements: RequirementIds,
  known: Known,
  report: Report,
): Entry {
  const requirementAt = (list: 'missing' | 'waived', index: number, id: string | undefined) => {
    if (id !== undefined && !requirements.named.has(id))
      report(file, ['history', at, list, index, 'requirement'], () =>
        unknownId('requirement', id, requirements.named.values(), requirements.lost),
      );
    return known.requirements.get(id ?? '');
  };
  const tier = [...known.tiers.values()].find(({ slug }) => slug === String(entry.tier));
  const missing = entry.missing.map((it, index) => ({
    as: textAndCode(it.as),
    written: it.as,
    requirement: requirementAt('missing', index, it.requirement),
  }));
  const waived = entry.waived.flatMap((it, index) => {
    const requirement = requirementAt('waived', index, it.requirement);
    return requirement ? [{ ...it, requirement }] : [];
  });
  for (const [index, { rule }] of entry.accepted.entries())
    if (!acceptableRuleIds.includes(rule))
      report(file, ['history', at, 'accepted', index, 'rule'], () => unknownId('rule', rule, acceptableRuleIds));
  return {
    date: entry.date,
    tier,
    ...(entry.tier === 'none' && { unsupported: true as const }),
    missing,
    waived,
    accepted: entry.accepted,
    successor: undefined,
    source: entry.source,
    release: entry.release,
    note: entry.note,
  };
}

/** Checks that each claim refers to a requirement that exists, to "introduced" or to a key of `use`. */
function checkClaims(data: FeatureData, file: string, { named, lost }: RequirementIds, report: Report): void {
  const others = ['introduced', ...useKeys];
  for (const list of ['details', 'evidence'] as const)
    for (const [index, { about, contradicts }] of data[list].entries()) {
      if (about !== undefined && !named.has(about) && !others.includes(about))
        report(file, [list, index, 'about'], () => {
          const fix = fixForUnknownId(about, [...others, ...named.values()], lost);
          return `"${oneLine(about)}" is neither a requirement, "introduced" nor a key of "use"; ${fix}`;
        });
      if (contradicts !== undefined && !named.has(contradicts))
        report(file, [list, index, 'contradicts'], () => unknownId('requirement', contradicts, named.values(), lost));
    }
}

/** Checks that each id has one owner, since features, requirements, headings and tables share the anchors of a page. */
function checkIds(
  { features, requirements, tiers, document }: Sources,
  known: ReadonlyMap<string, Tier>,
  report: Report,
): void {
  const headings = document.outline.flatMap((part) =>
    part.kind === 'heading' ? [[part.anchor, `a heading in ${document.file}`] as const] : [],
  );
  const anchors = tierHeadingAnchors(document.outline, known.values());
  const tierHeadings = [...known.values()].flatMap(({ slug, file }) => {
    const anchor = anchors.get(slug);
    return anchor === undefined ? [] : [[anchor, file] as const];
  });
  const tables = tiers.flatMap(({ data, file }) =>
    data?.slug === undefined ? [] : [[tierAnchor({ slug: data.slug }), file] as const],
  );
  const owners = new Map<string, string>([...headings, ...tierHeadings, ...tables]);
  const claim = (id: string, file: string, path: ProblemAtPath['path'], fix: string) => {
    const owner = isReservedId(id) ? 'the pages themselves' : owners.get(id);
    if (owner) report(file, path, `the id "${id}" belongs to ${owner}; ${fix}`);
    owners.set(id, file);
  };
  const files = [...requirements, ...features];
  for (const { id, file } of files)
    claim(
      id,
      file,
      [],
      `give this file another name${headings.some(([anchor]) => anchor === id) ? ', or change the words of the heading' : ''}`,
    );
  const current = new Set(files.map(({ id }) => id));
  for (const { id, file, data } of files)
    for (const [index, former] of (data?.formerIds ?? []).entries())
      if (!isChangedBack({ id, formerIds: data?.formerIds }, index))
        claim(former, file, ['formerIds', index], fixForFormerId(former, id, current));
}

/** Checks each status against the rules, and that no two rows of a table look the same. */
function checkStatuses(features: Feature[], { tiers, namedTiers, listedTwice }: Known, report: Report): void {
  const rows = new Map<string, Feature>();
  for (const feature of features) {
    if (namedTiers.length > 0)
      for (const { path, says, requirement } of errorsIn(feature, {
        features,
        tiers: [...tiers.values()].filter(({ retired }) => !retired),
        retiredTiers: [...tiers.values()].filter(({ retired }) => retired),
      }))
        if (!requirement || !listedTwice.has(requirement.id)) report(feature.file, path, says);
    const { tier } = currentEntry(feature);
    if (!tier) continue;
    const columns = JSON.stringify(feature.columns);
    const row = `${tier.slug} ${feature.category.id} ${withoutBackticks(feature.name).toLowerCase()} ${columns}`;
    const other = rows.get(row);
    if (other)
      report(
        feature.file,
        ['name'],
        `${other.file} has the same name, "${oneLine(feature.name)}", in this tier; give one of the two another name, or delete the newer file`,
      );
    else rows.set(row, feature);
  }
}

function linkSuccessors({ features: files, lostIds }: Sources, features: Map<string, Feature>, report: Report): void {
  const ids = new Set(files.map((source) => source.id));
  for (const { id, file, data } of files) {
    for (const [index, { successor }] of (data?.history ?? []).entries()) {
      if (successor === undefined) continue;
      if (successor === id)
        report(
          file,
          ['history', index, 'successor'],
          'the successor is the feature itself; write another id, or delete this line',
        );
      if (!ids.has(successor))
        report(file, ['history', index, 'successor'], () =>
          unknownId('feature', successor, files.map(namedFile), lostIds?.feature),
        );
      const entry = features.get(id)?.history[index];
      if (entry) entry.successor = features.get(successor);
    }
  }
}
