import { tierInSentence } from './tier.ts';
import { address } from './addresses/address.ts';
import type { Catalogue, Requirement, Tier } from './catalogue/catalogue.ts';
import { documentTitle } from './document.ts';
import type { ChangeGroup } from './history.ts';
import { byText } from './words.ts';

/** A recorded change of the policy itself. */
export interface PolicyEvent {
  /** Its anchor on the page of changes. */
  id: string;
  kind: 'requirement-changed' | 'requirement-retired' | 'tier-changed' | 'tier-retired' | 'document-changed';
  /** The id of the requirement or tier; of the document, "document". */
  subject: string;
  /** What is changed, as a sentence names it. */
  name: string;
  /** The page of what is changed, below the base. */
  path: string;
  date: string;
  source: string;
  note: string;
}

type Recorded = Pick<PolicyEvent, 'date' | 'source' | 'note'>;

/** Every recorded change of the policy, newest first. */
export function policyEvents(catalogue: Catalogue): PolicyEvent[] {
  const { document, tiers, endedTiers } = catalogue;
  const events: PolicyEvent[] = [
    ...everyRequirement(catalogue).flatMap((it) => requirementEvents(it)),
    ...[...tiers, ...endedTiers].flatMap((it) => tierEvents(it)),
    ...document.changes.map((change) =>
      event('document-changed', 'document', `The document “${documentTitle(catalogue)}”`, address.policy, change),
    ),
  ];
  return events.sort((a, b) => byText(b.date, a.date) || byText(a.source, b.source));
}

/** What is recorded of one tier, newest first. */
export function tierEvents(tier: Tier): PolicyEvent[] {
  const made = (kind: PolicyEvent['kind'], change: Recorded) =>
    event(kind, tier.id, tierInSentence(tier), address.tier(tier), change);
  return [
    ...(tier.ended ? [made('tier-retired', { ...tier.ended, note: tier.ended.reason })] : []),
    ...tier.changes.map((change) => made('tier-changed', change)),
  ];
}

/** What is recorded of one requirement, newest first. */
export function requirementEvents(requirement: Requirement): PolicyEvent[] {
  const { id, title, changes, retired } = requirement;
  const made = (kind: PolicyEvent['kind'], change: Recorded) =>
    event(kind, id, `Requirement “${title}”`, address.requirement(requirement), change);
  return [
    ...(retired ? [made('requirement-retired', { ...retired, note: retired.reason })] : []),
    ...changes.map((change) => made('requirement-changed', change)),
  ];
}

const event = (
  kind: PolicyEvent['kind'],
  subject: string,
  name: string,
  path: string,
  { date, source, note }: Recorded,
): PolicyEvent => ({ id: `policy-${kind}-${subject}-${date}`, kind, subject, name, path, date, source, note });

/** The event as a whole sentence without its full stop. */
export const policySentence = ({ kind, name }: PolicyEvent): string =>
  kind === 'requirement-retired' || kind === 'tier-retired' ? `${name} was retired` : `${name} was changed`;

/** Every requirement that has a page: those that hold, and those that held once. */
export const everyRequirement = ({
  requirements,
  retired,
}: Pick<Catalogue, 'requirements' | 'retired'>): Requirement[] => [...requirements, ...retired];

/** Changes of status and of the policy that came from one source on one day. */
export interface EventGroup extends ChangeGroup {
  events: PolicyEvent[];
}

/** Changes of the policy beside those of status, newest first. */
export function withPolicyEvents(groups: readonly ChangeGroup[], events: readonly PolicyEvent[]): EventGroup[] {
  const all: EventGroup[] = groups.map((group) => ({ ...group, events: [] }));
  for (const it of events) {
    const group = all.find(({ date, source }) => date === it.date && source === it.source);
    if (group) group.events.push(it);
    else all.push({ date: it.date, source: it.source, changes: [], events: [it] });
  }
  return all.sort((a, b) => byText(b.date, a.date) || byText(a.source, b.source));
}

/** Whether a status is younger than what it is compared with: an older one, or one of the same day, is judged by what held then. */
export const isJudged = ({ date }: { date: string }, ...by: readonly (Requirement | Tier)[]): boolean =>
  by.flatMap(daysOf).every((day) => day === undefined || day < date);

/** The days that a requirement or a tier changed on, as far as they are recorded. Its tier says which group a requirement is in. */
const daysOf = (it: Requirement | Tier): (string | undefined)[] =>
  'tier' in it
    ? [it.since, it.retired?.date, ...it.changes.map(({ date }) => date), ...daysOf(it.tier)]
    : [it.ended?.date, ...it.changes.map(({ date }) => date)];
