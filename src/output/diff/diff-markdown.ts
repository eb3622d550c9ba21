import type { Event, EventOf, StatusEvent, Thing } from '../../domain/diff/event.ts';
import { recordedBy } from '../../domain/diff/recorded-by.ts';
import { counted } from '../../domain/text.ts';
import { subject } from './commit-subject.ts';
import {
  aheadLine,
  brokenLine,
  dataLine,
  editLine,
  joinLine,
  mergeLine,
  orderLine,
  partLine,
  pastLine,
  renameLine,
  recordLine,
  withRecord,
  requirementLine,
  statusLines,
  swapLine,
  entryReason,
  unrecordedLine,
  type EntryReason,
} from './event-lines.ts';
import type { EventLine } from './field-words.ts';
import { code, Markdown, phrase } from './markdown-text.ts';

/** The maximum size in bytes. The workflow cuts off a longer comment, and the subject at its end would be lost. */
export const mostBytesOfComment = 45_000;

/** Explains a change of the content, as safe Markdown for a comment on the pull request. */
export function diffMarkdown(events: readonly Event[]): string {
  const last = `Subject for the squash commit: ${code(subject(events)).source}\n`;
  if (events.length === 0) return `No change of meaning.\n\n${last}`;
  const { once, reasonOf } = entryReasons(events);
  const recordOf = recordsByEvent(events);
  const folded = new Set<Event>(recordOf.values());
  const inSection = Map.groupBy(
    events.filter((event) => !folded.has(event)),
    sectionOf,
  );
  const parts: string[] = [...once];
  let [bytes, omitted] = [0, 0];
  for (const title of sections)
    for (const [index, write] of writersOf(inSection.get(title) ?? [], reasonOf, recordOf).entries()) {
      // Once the comment is full, the remaining lines are only counted; writing them would take long.
      const heading = index === 0 ? `\n### ${title}\n\n` : '';
      const text = bytes < mostBytesOfComment ? heading + write() : '';
      bytes += new TextEncoder().encode(text).length + 1;
      if (text === '' || bytes > mostBytesOfComment) omitted += 1;
      else parts.push(text);
    }
  if (omitted > 0) parts.push(`\n${counted(omitted, 'more line')} did not fit in a comment.`);
  return `${[...parts, ''].join('\n').trimStart()}\n${last}`;
}

/** Returns, for each changed part of the policy, the record that explains it. */
function recordsByEvent(events: readonly Event[]): Map<Event, EventOf<'recorded'>> {
  const records = events.filter((event) => event.kind === 'recorded');
  return new Map(
    records.flatMap((record) => {
      const event = recordedBy(record, events);
      return event ? [[event, record] as const] : [];
    }),
  );
}

/** If all new entries share their date, source and reason, these appear once at the top instead of in each line. */
function entryReasons(events: readonly Event[]): { once: string[]; reasonOf: EntryReason } {
  const entries = events.flatMap(statusesOf).map(({ entry }) => entry);
  const says = new Set(entries.map((entry) => entryReason(entry).source));
  return entries.length > 1 && says.size === 1
    ? { once: [...says], reasonOf: () => new Markdown('') }
    : { once: [], reasonOf: entryReason };
}

function statusesOf(event: Event): StatusEvent[] {
  if (event.kind === 'merged')
    return [...event.from.map(({ removal }) => removal), event.added].filter((it) => it !== undefined);
  return isStatus(event) ? [event] : [];
}

/** The sections of the summary, the most important first. */
const sections = [
  'Swapped',
  'Promoted',
  'Demoted',
  'Merged or replaced',
  'Removed',
  'Not supported',
  'Added',
  'Renamed',
  'Unmet requirements',
  'Confirmed',
  'Requirements',
  'The policy',
  'Not recorded',
  'Categories',
  'The site',
  'Facts',
  'Order',
  'Deleted or rewritten history',
  'In the base, but not here yet',
  'Addresses that would break',
  'Published data',
] as const;
type Section = (typeof sections)[number];

const sectionOfKind: Record<Exclude<Event['kind'], 'new' | 'lost' | 'edited' | 'past'>, Section> = {
  promoted: 'Promoted',
  demoted: 'Demoted',
  merged: 'Merged or replaced',
  joined: 'Merged or replaced',
  removed: 'Removed',
  'not-supported': 'Not supported',
  added: 'Added',
  returned: 'Added',
  renamed: 'Renamed',
  swapped: 'Swapped',
  'requirements-changed': 'Unmet requirements',
  confirmed: 'Confirmed',
  requirement: 'Requirements',
  recorded: 'The policy',
  unrecorded: 'Not recorded',
  order: 'Order',
  ahead: 'In the base, but not here yet',
  broken: 'Addresses that would break',
  data: 'Published data',
};

const sectionOfThing: Record<Thing['type'], Section> = {
  feature: 'Facts',
  requirement: 'Requirements',
  category: 'Categories',
  tier: 'The policy',
  section: 'The policy',
  record: 'The policy',
  site: 'The site',
};

function sectionOf(event: Event): Section {
  switch (event.kind) {
    case 'edited':
      return sectionOfThing[event.thing.type];
    case 'new':
    case 'lost':
      return event.thing.type === 'feature' ? 'Deleted or rewritten history' : sectionOfThing[event.thing.type];
    case 'past':
      // Correcting only a note does not rewrite history.
      return event.what === 'corrected' && event.changes.every(({ path: [field] }) => field === 'note')
        ? 'Facts'
        : 'Deleted or rewritten history';
    default:
      return sectionOfKind[event.kind];
  }
}

const isStatus = (event: Event): event is StatusEvent => 'lacks' in event;

/** Returns a function for each line of a section, so that lines that do not fit are never built. */
function writersOf(
  events: readonly Event[],
  reasonOf: EntryReason,
  recordOf: ReadonlyMap<Event, EventOf<'recorded'>>,
): (() => string)[] {
  const statuses = events.filter(isStatus);
  const others = events.filter((event) => !isStatus(event));
  return [
    ...statusLines(statuses, reasonOf).map((line) => () => listItem(line, '')),
    ...others.map((event) => () => listItem(withRecord(lineOf(event, reasonOf), recordOf.get(event)), '')),
  ];
}

function lineOf(event: Exclude<Event, StatusEvent>, reasonOf: EntryReason): EventLine {
  switch (event.kind) {
    case 'merged':
      return mergeLine(event, reasonOf);
    case 'joined':
      return joinLine(event);
    case 'renamed':
      return renameLine(event);
    case 'swapped':
      return swapLine(event);
    case 'edited':
      return editLine(event);
    case 'new':
    case 'lost':
      return partLine(event);
    case 'requirement':
      return requirementLine(event);
    case 'recorded':
      return recordLine(event);
    case 'unrecorded':
      return unrecordedLine(event);
    case 'order':
      return orderLine(event);
    case 'past':
      return pastLine(event);
    case 'ahead':
      return aheadLine(event);
    case 'broken':
      return brokenLine(event);
    case 'data':
      return dataLine(event);
  }
}

/** A line as a list item, with its code block and further lines indented below it. */
function listItem({ says, lines = [], diff }: EventLine, indent: string): string {
  const below = `${indent}  `;
  const block = diff ? ['```diff', ...diff, '```'].map((it) => `${below}${it}`) : [];
  return [`${indent}- ${phrase`${says}`.source}`, ...block, ...lines.map((it) => listItem(it, below))].join('\n');
}
