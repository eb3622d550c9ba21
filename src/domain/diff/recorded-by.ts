import type { Event, EventOf } from './event.ts';

type Part = EventOf<'requirement' | 'new' | 'joined' | 'renamed' | 'edited'>;

/** Returns the event of the part of the policy that a record is about; the record then explains that event. */
export const recordedBy = ({ change }: EventOf<'recorded'>, events: readonly Event[]): Part | undefined =>
  events.find((event): event is Part => {
    if (event.kind === 'requirement') return change.subject === event.requirement.id;
    if (!('thing' in event) || event.kind === 'lost') return false;
    const { type, id } = event.thing;
    return ['tier', 'requirement'].includes(type) && change.subject === id;
  });
