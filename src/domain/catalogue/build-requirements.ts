import type { TierData } from '../../schema/tier.ts';
import type { Category, PolicyChange, Prose, Requirement, Tier } from './catalogue.ts';
import { namedCategory, namedFile, meantId, unknownId } from '../unknown-id.ts';
import type { Report, ContentSource, Sources } from './sources.ts';
import { plainLine } from '../text.ts';

/** Returns the title and body of a file. */
export const prose = (source: ContentSource<{ title?: string | undefined }>): Prose => ({
  file: source.file,
  title: source.data?.title ?? '',
  body: source.body,
});

/** A requirement in a tier's list, and its group there. */
interface Listed {
  id: string;
  path: (string | number)[];
  group: Group | undefined;
}
type Group = Exclude<TierData['requirements'][number], string>;

/** The tier that lists a requirement, and the requirement's group there. */
interface Owner {
  tier: ContentSource<TierData>;
  group: Group | undefined;
}

/** Returns every requirement in a tier's list, in order. */
export const listedIn = ({ data }: ContentSource<TierData>): Listed[] =>
  (data?.requirements ?? []).flatMap((item, index): Listed[] =>
    typeof item === 'string'
      ? [{ id: item, path: ['requirements', index], group: undefined }]
      : item.requirements.map((id, at) => ({ id, path: ['requirements', index, 'requirements', at], group: item })),
  );

/** Links each requirement to the tier that lists it, and each tier to its requirements in order. */
export function buildRequirements(
  sources: Sources,
  tiers: Map<string, Tier>,
  categories: Map<string, Category>,
  reportedCategories: ReadonlySet<string | undefined>,
  report: Report,
): Map<string, Requirement> {
  const owners = ownersOf(sources, report);
  const requirements = new Map<string, Requirement>();
  const complete = sources.tiers.every((source) => source.data);
  const checkCategories = (file: string, path: (string | number)[], ids: readonly string[]) => {
    for (const [index, id] of ids.entries())
      if (sources.categories.data && !categories.has(id) && !reportedCategories.has(id))
        report(file, [...path, index], () =>
          unknownId('category', id, [...categories.values()].map(namedCategory), sources.lostIds?.category),
        );
  };
  for (const source of sources.requirements) {
    const owner = owners.get(source.id);
    const tier = tiers.get(owner?.tier.id ?? '');
    if (!tier && complete)
      report(
        source.file,
        [],
        'no tier lists this requirement; add its id to "requirements" of a tier, or delete this file',
      );
    checkOrder(source.file, source.data?.changes ?? [], report);
    checkCategories(source.file, ['appliesTo'], source.data?.appliesTo ?? []);
    if (tier) requirements.set(source.id, buildRequirement(source, tier, owner?.group, categories));
  }
  linkSuccessors(sources, requirements, report);
  for (const source of sources.tiers) {
    checkOrder(source.file, source.data?.changes ?? [], report);
    for (const [index, item] of (source.data?.requirements ?? []).entries())
      if (typeof item !== 'string') checkCategories(source.file, ['requirements', index, 'appliesTo'], item.appliesTo);
  }
  fillTiers(owners, tiers, requirements, report);
  return requirements;
}

/** Builds a requirement, without the successor that it may have. */
function buildRequirement(
  source: Sources['requirements'][number],
  tier: Tier,
  group: Group | undefined,
  categories: ReadonlyMap<string, Category>,
): Requirement {
  const { appliesTo: own = [], formerIds = [], guarantees, since, changes = [], retired } = source.data ?? {};
  // A requirement's own categories override those of its group.
  const applies = own.length > 0 ? own : (group?.appliesTo ?? []);
  return {
    ...prose(source),
    id: source.id,
    tier,
    group: group && plainLine(group.group),
    formerIds,
    appliesTo: [...categories.values()].filter(({ id }) => applies.length === 0 || applies.includes(id)),
    guarantees,
    since,
    retired: retired && { ...retired, successor: undefined },
    changes,
  };
}

/** Sets the successor of each retired requirement. */
function linkSuccessors(sources: Sources, requirements: Map<string, Requirement>, report: Report): void {
  for (const { id, file, data } of sources.requirements) {
    const successor = data?.retired?.successor;
    const retired = requirements.get(id)?.retired;
    if (successor === undefined) continue;
    const others = sources.requirements.filter((other) => other.id !== id);
    if (!others.some((other) => other.id === successor))
      report(file, ['retired', 'successor'], () =>
        unknownId('requirement', successor, others.map(namedFile), sources.lostIds?.requirement),
      );
    if (retired) retired.successor = requirements.get(successor);
  }
}

/** Adds each requirement to its tier, and to a group there. A new group begins where the group in the list changes. */
function fillTiers(
  owners: Map<string, Owner>,
  tiers: Map<string, Tier>,
  requirements: Map<string, Requirement>,
  report: Report,
): void {
  let last: Owner | undefined;
  for (const [id, owner] of owners) {
    const tier = tiers.get(owner.tier.id);
    const requirement = requirements.get(id);
    if (!tier || !requirement) continue;
    if (requirement.retired) {
      tier.retiredRequirements.push(requirement);
      continue;
    }
    if (tier.retired)
      report(
        requirement.file,
        [],
        `it is in ${tier.label}, which is retired; move its id to another tier, or write "retired:" here too`,
      );
    tier.requirements.push(requirement);
    const isSameGroup = last?.tier === owner.tier && last.group === owner.group;
    const open = isSameGroup ? tier.groups.at(-1) : undefined;
    if (open) open.requirements.push(requirement);
    else tier.groups.push({ words: owner.group?.group, requirements: [requirement] });
    last = owner;
  }
}

/** Checks that changes are sorted with the newest first, one for each day. */
export function checkOrder(file: string, changes: readonly PolicyChange[], report: Report): void {
  for (const [index, { date }] of changes.entries()) {
    const newer = changes[index - 1]?.date;
    if (newer !== undefined && newer <= date)
      report(
        file,
        ['changes', index, 'date'],
        `${date} is below ${newer}; put the newest change first, one for each day`,
      );
  }
}

/** Finds the tier that lists each requirement. */
function ownersOf(sources: Sources, report: Report): Map<string, Owner> {
  const ids = new Set(sources.requirements.map((source) => source.id));
  const owners = new Map<string, Owner>();
  for (const tier of sources.tiers) {
    for (const { id, path, group } of listedIn(tier)) {
      const owner = owners.get(id);
      if (!ids.has(id)) {
        const named = sources.requirements.map(namedFile);
        const lost = sources.lostIds?.requirement;
        report(tier.file, path, () => unknownId('requirement', id, named, lost));
        owners.set(meantId(id, named, lost) ?? id, { tier, group });
      } else if (owner)
        report(tier.file, path, `requirement "${id}" is already listed in ${owner.tier.file}; list it once`);
      else owners.set(id, { tier, group });
    }
  }
  return owners;
}
