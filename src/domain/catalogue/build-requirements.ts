import type { TierData } from '../../schema/tier.ts';
import type { Category, Prose, Requirement, Tier } from './catalogue.ts';
import { namedCategory, namedFile } from './ids.ts';
import { meantId, unknownId } from '../nearest.ts';
import type { Report, Source, Sources } from './sources.ts';

/** The words of one file, as every page of the policy has them. */
export const prose = (source: Source<{ title: string }>): Prose => ({
  file: source.file,
  title: source.data?.title ?? '',
  body: source.body,
});

/** Gives each requirement the one tier that lists it, and each tier its requirements in its own order. */
export function buildRequirements(
  sources: Sources,
  tiers: Map<string, Tier>,
  categories: Map<string, Category>,
  lost: ReadonlySet<string | undefined>,
  report: Report,
): Map<string, Requirement> {
  const owners = ownersOf(sources, report);
  const requirements = new Map<string, Requirement>();
  const complete = sources.tiers.every((source) => source.data);
  for (const source of sources.requirements) {
    const tier = tiers.get(owners.get(source.id)?.id ?? '');
    if (!tier && complete)
      report(
        source.file,
        [],
        'no tier lists this requirement; add its id to "requirements" of a tier, or delete this file',
      );
    const { appliesTo: applies = [], formerIds = [], guarantees } = source.data ?? {};
    for (const [index, id] of applies.entries()) {
      if (sources.categories.data && !categories.has(id) && !lost.has(id))
        report(source.file, ['appliesTo', index], () =>
          unknownId('category', id, [...categories.values()].map(namedCategory)),
        );
    }
    if (!tier) continue;
    const appliesTo = [...categories.values()].filter(({ id }) => applies.length === 0 || applies.includes(id));
    requirements.set(source.id, { ...prose(source), id: source.id, tier, formerIds, appliesTo, guarantees });
  }
  for (const [id, source] of owners) {
    const requirement = requirements.get(id);
    if (requirement) tiers.get(source.id)?.requirements.push(requirement);
  }
  return requirements;
}

/** The tier that lists each requirement. */
function ownersOf(sources: Sources, report: Report): Map<string, Source<TierData>> {
  const ids = new Set(sources.requirements.map((source) => source.id));
  const owners = new Map<string, Source<TierData>>();
  for (const source of sources.tiers) {
    for (const [index, id] of (source.data?.requirements ?? []).entries()) {
      const owner = owners.get(id);
      if (!ids.has(id)) {
        const named = sources.requirements.map(namedFile);
        report(source.file, ['requirements', index], () => unknownId('requirement', id, named));
        owners.set(meantId(id, named) ?? id, source);
      } else if (owner)
        report(
          source.file,
          ['requirements', index],
          `requirement "${id}" is already listed in ${owner.file}; list it once`,
        );
      else owners.set(id, source);
    }
  }
  return owners;
}
