import type { Snapshot } from '../../schema/snapshot.ts';
import type { Event, Thing } from './event.ts';

/** The parts of the policy that ask for something else than before, where nothing records that they do. */
export function unrecordedEvents(base: Snapshot, head: Snapshot, events: readonly Event[]): Event[] {
  if (!head.policyChanges) return [];
  const known = new Set(base.policyChanges?.map(({ id }) => id));
  const recorded = new Set(head.policyChanges.filter(({ id }) => !known.has(id)).map(({ subject }) => subject));
  const changed = events.flatMap((event): Thing[] => {
    if (event.kind === 'edited' && saysElse(event)) return [event.thing];
    if (event.kind !== 'requirement' || event.what !== 'changed') return [];
    const { id, title } = event.requirement;
    return [{ type: 'requirement', id, name: title }];
  });
  // What moved with its tier, or what its tier says, is recorded there.
  const isRecorded = (thing: Thing) =>
    recorded.has(thing.type === 'section' ? 'document' : thing.id) || isOfTier(thing);
  const isOfTier = ({ type, id }: Thing) =>
    type === 'requirement' && head.tiers?.some((tier) => recorded.has(tier.id) && tier.requirements.includes(id));
  const things = new Map(changed.filter((it) => !isRecorded(it)).map((it) => [`${it.type} ${it.id}`, it]));
  return things.size > 0 ? [{ kind: 'unrecorded', things: [...things.values()] }] : [];
}

const wordsOf = new Set(['words', 'title', 'opening', 'closing']);

const saysElse = ({ thing, changes }: { thing: Thing; changes: readonly { path: string[] }[] }): boolean =>
  ['requirement', 'tier', 'section'].includes(thing.type) &&
  changes.some(({ path: [field = ''] }) => wordsOf.has(field));
