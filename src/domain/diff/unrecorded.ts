import type { PublishedState } from '../../schema/published-state.ts';
import type { Event, Thing } from './event.ts';

/** Reports the parts of the policy that changed without a record of the change. */
export function unrecordedEvents(base: PublishedState, head: PublishedState, events: readonly Event[]): Event[] {
  if (!head.policyChanges) return [];
  const known = new Set(base.policyChanges?.map(({ id }) => id));
  const recorded = new Set(head.policyChanges.filter(({ id }) => !known.has(id)).map(({ subject }) => subject));
  const changed = events.flatMap((event): Thing[] => {
    if (event.kind === 'edited' && saysElse(event)) return [event.thing];
    if (event.kind !== 'requirement' || event.what !== 'changed') return [];
    const { id, title } = event.requirement;
    return [{ type: 'requirement', id, name: title }];
  });
  // A record of its tier, or of the tier that it left, covers a requirement too.
  const isRecorded = (thing: Thing) =>
    recorded.has(thing.type === 'section' ? 'document' : thing.id) || isOfTier(thing);
  const tiers = [...(base.tiers ?? []), ...(head.tiers ?? [])];
  const isOfTier = ({ type, id }: Thing) =>
    type === 'requirement' && tiers.some((tier) => recorded.has(tier.id) && tier.requirements.includes(id));
  const things = new Map(changed.filter((it) => !isRecorded(it)).map((it) => [`${it.type} ${it.id}`, it]));
  return things.size > 0 ? [{ kind: 'unrecorded', things: [...things.values()] }] : [];
}

const policyTextFields = new Set(['words', 'label', 'title', 'opening', 'closing']);

const saysElse = ({ thing, changes }: { thing: Thing; changes: readonly { path: string[] }[] }): boolean =>
  ['requirement', 'tier', 'section'].includes(thing.type) &&
  changes.some(({ path: [field = ''] }) => policyTextFields.has(field));
