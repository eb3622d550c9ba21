import type { Event, EventOf } from './event.ts';

/**
 * Replaces the renames of two things that took each other's name by one event. Each of their ids was published for the
 * other thing, so this is hardly ever meant. Tiers are left out: they trade their default names when they trade levels.
 */
export function withSwaps(events: readonly Event[]): Event[] {
  const renames = new Map(events.filter(keepsId).map((it) => [keyOf(it.was.type, it.was.name, it.thing.name), it]));
  const swaps = new Map<Event, Event[]>();
  for (const it of renames.values()) {
    const other = renames.get(keyOf(it.was.type, it.thing.name, it.was.name));
    if (other && !swaps.has(it)) {
      swaps.set(it, [{ kind: 'swapped', things: [it.was, other.was] }]);
      swaps.set(other, []);
    }
  }
  return events.flatMap((it) => swaps.get(it) ?? [it]);
}

const keepsId = (event: Event): event is EventOf<'renamed'> =>
  event.kind === 'renamed' && event.was.type !== 'tier' && event.was.id === event.thing.id;

const keyOf = (...parts: string[]): string => JSON.stringify(parts);
