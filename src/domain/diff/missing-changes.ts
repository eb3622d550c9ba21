import type { EntryState, FeatureState } from '../../schema/published-state.ts';
import type { Lack } from './event.ts';
import type { Names } from './labels-by-id.ts';

/** Returns what happened to each missing or waived requirement when an entry replaced the one before. */
export function lackChanges(
  feature: FeatureState,
  entry: EntryState,
  before: EntryState | undefined,
  names: Names,
): Lack[] {
  const old = new Map((before?.missing ?? []).map((it) => [it.as, it]));
  const fresh = new Map(entry.missing.map((it) => [it.as, it]));
  const waivers = waiverChanges(entry, before, names);
  const isWaived = new Set(waivers.flatMap((it) => (it.how === 'waived' ? it.text : [])));
  const gone = [...old.values()].filter(({ as }) => !fresh.has(as));
  const added = [...fresh.values()].filter(({ as }) => !old.has(as));
  // The same requirement in other words was reworded, not replaced.
  const reworded = gone.flatMap((was) => {
    const is = added.find(({ requirement }) => requirement !== null && requirement === was.requirement);
    return is ? [{ was, is }] : [];
  });
  const isReworded = (it: { as: string }) => reworded.some(({ was, is }) => was.as === it.as || is.as === it.as);
  const isDemotion = before?.tier != null && entry.tier !== null && entry.tier > before.tier;

  const fate = ({ as, requirement }: { as: string; requirement: string | null }): Lack[] => {
    if (entry.tier === null || isWaived.has(names.requirement(requirement) ?? '')) return [];
    if (isDemotion) return [{ how: 'not-listed', text: as }];
    if (requirement === null) return [{ how: 'gone', text: as }];
    return [{ how: names.applies(requirement, feature) ? 'met' : 'not-required', text: as }];
  };
  return [
    ...gone.filter((it) => !isReworded(it)).flatMap(fate),
    ...reworded.map(({ was, is }): Lack => ({ how: 'reworded', text: was.as, to: is.as })),
    ...entry.missing.flatMap(({ as, requirement }): Lack[] => {
      const was = old.get(as);
      if (!was || was.requirement === requirement) return [];
      return [{ how: 'names', text: as, from: names.requirement(was.requirement), to: names.requirement(requirement) }];
    }),
    ...(entry.tier === null || before?.tier == null
      ? []
      : added.filter((it) => !isReworded(it)).map(({ as }): Lack => ({ how: 'new', text: as }))),
    ...waivers,
  ];
}

function waiverChanges(entry: EntryState, before: EntryState | undefined, names: Names): Lack[] {
  const key = ({ requirement, reason, source }: EntryState['waived'][number]) =>
    JSON.stringify([requirement, reason, source]);
  const old = new Set(before?.waived.map(key));
  const present = new Set(entry.waived.map(({ requirement }) => requirement));
  const titleOf = (requirement: string) => names.requirement(requirement) ?? requirement;
  return [
    ...entry.waived
      .filter((it) => !old.has(key(it)))
      .map(({ requirement, reason, source }): Lack => ({ how: 'waived', text: titleOf(requirement), reason, source })),
    ...(before?.waived ?? [])
      .filter(({ requirement }) => entry.tier !== null && !present.has(requirement))
      .map(({ requirement }): Lack => ({ how: 'waived-no-longer', text: titleOf(requirement) })),
  ];
}
