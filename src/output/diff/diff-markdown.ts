import type { Event, StatusEvent, Thing } from '../../domain/diff/event.ts';
import { counted } from '../../domain/words.ts';
import { subject } from './commit-subject.ts';
import {
  aheadLine,
  brokenLine,
  dataLine,
  editLine,
  mergeLine,
  orderLine,
  partLine,
  pastLine,
  renameLine,
  recordLine,
  requirementLine,
  statusLines,
  toldOnce,
  unrecordedLine,
  type Told,
} from './event-lines.ts';
import type { Line } from './field-words.ts';
import { code, Markdown, phrase } from './markdown-text.ts';

/** Less than what the workflow takes of this for its comment, which would otherwise cut off the subject. In bytes. */
export const mostBytes = 45_000;

/** What a change of the content means, as Markdown for a pull request; nothing in it can be more than text. */
export function diffMarkdown(events: readonly Event[]): string {
  const last = `Subject for the squash commit: ${code(subject(events)).source}\n`;
  if (events.length === 0) return `No change of meaning.\n\n${last}`;
  const { once, told } = tellers(events);
  const inSection = Map.groupBy(events, sectionOf);
  const parts: string[] = [...once];
  let [bytes, omitted] = [0, 0];
  for (const title of sections)
    for (const [index, write] of writersOf(inSection.get(title) ?? [], told).entries()) {
      // What does not fit is not written at all, which would cost more than it is worth.
      const text = bytes < mostBytes ? `${index === 0 ? `\n### ${title}\n\n` : ''}${write()}` : '';
      bytes += new TextEncoder().encode(text).length + 1;
      if (text === '' || bytes > mostBytes) omitted += 1;
      else parts.push(text);
    }
  if (omitted > 0) parts.push(`\n${counted(omitted, 'more line')} would not fit into a comment.`);
  return `${[...parts, ''].join('\n').trimStart()}\n${last}`;
}

/** Whether all new entries have one day, source and reason; these are then said once, above everything. */
function tellers(events: readonly Event[]): { once: string[]; told: Told } {
  const entries = events.flatMap(statusesOf).map(({ entry }) => entry);
  const says = new Set(entries.map((entry) => toldOnce(entry).source));
  return entries.length > 1 && says.size === 1
    ? { once: [...says], told: () => new Markdown('') }
    : { once: [], told: toldOnce };
}

function statusesOf(event: Event): StatusEvent[] {
  if (event.kind === 'merged')
    return [...event.from.map(({ removal }) => removal), event.added].filter((it) => it !== undefined);
  return isStatus(event) ? [event] : [];
}

/** The sections of the summary, what weighs most first. */
const sections = [
  'Promoted',
  'Demoted',
  'Merged or replaced',
  'Removed',
  'Not supported',
  'Added',
  'Renamed',
  'What features lack',
  'Confirmed',
  'Requirements',
  'The policy',
  'Not recorded',
  'Categories',
  'The site',
  'Facts',
  'Order',
  'History that is gone or rewritten',
  'In the base, and not here yet',
  'Addresses that would break',
  'Published data',
] as const;
type Section = (typeof sections)[number];

const sectionOfKind: Record<Exclude<Event['kind'], 'new' | 'lost' | 'edited' | 'past'>, Section> = {
  promoted: 'Promoted',
  demoted: 'Demoted',
  merged: 'Merged or replaced',
  removed: 'Removed',
  'not-supported': 'Not supported',
  added: 'Added',
  returned: 'Added',
  renamed: 'Renamed',
  'requirements-changed': 'What features lack',
  confirmed: 'Confirmed',
  requirement: 'Requirements',
  recorded: 'The policy',
  unrecorded: 'Not recorded',
  order: 'Order',
  ahead: 'In the base, and not here yet',
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
      return event.thing.type === 'feature' ? 'History that is gone or rewritten' : sectionOfThing[event.thing.type];
    case 'past':
      // A note may be mended.
      return event.what === 'corrected' && event.changes.every(({ path: [field] }) => field === 'note')
        ? 'Facts'
        : 'History that is gone or rewritten';
    default:
      return sectionOfKind[event.kind];
  }
}

const isStatus = (event: Event): event is StatusEvent => 'lacks' in event;

/** What writes the lines of a section; new entries of which the same is to be said are one line. */
function writersOf(events: readonly Event[], told: Told): (() => string)[] {
  const statuses = events.filter(isStatus);
  const others = events.filter((event) => !isStatus(event));
  return [
    ...statusLines(statuses, told).map((line) => () => listItem(line, '')),
    ...others.map((event) => () => listItem(lineOf(event, told), '')),
  ];
}

function lineOf(event: Exclude<Event, StatusEvent>, told: Told): Line {
  switch (event.kind) {
    case 'merged':
      return mergeLine(event, told);
    case 'renamed':
      return renameLine(event);
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

/** A line as an item of a list, with what stands below it further in. */
function listItem({ says, lines = [], diff }: Line, indent: string): string {
  const below = `${indent}  `;
  const block = diff ? ['```diff', ...diff, '```'].map((it) => `${below}${it}`) : [];
  return [`${indent}- ${phrase`${says}`.source}`, ...block, ...lines.map((it) => listItem(it, below))].join('\n');
}
