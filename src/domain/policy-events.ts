import { tierInSentence } from './tier.ts';
import { address } from './addresses/address.ts';
import type { Catalogue, Requirement, Tier } from './catalogue/catalogue.ts';
import { originalId, type Identified } from './catalogue/former-ids.ts';
import { documentTitle } from './document.ts';
import type { ChangeGroup } from './history.ts';
import { byText } from './text.ts';

/** A recorded change of the policy. */
export interface PolicyEvent {
  /** Its anchor on the page of changes; it stays the same when the requirement's id changes. */
  id: string;
  kind: 'requirement-changed' | 'requirement-retired' | 'tier-changed' | 'tier-retired' | 'document-changed';
  /** The id of the requirement or tier, or "document". */
  subject: string;
  /** The name of the changed part, as sentences use it. */
  name: string;
  /** The path of its page, relative to the base. */
  path: string;
  date: string;
  source: string;
  note: string;
  /** True if only a name or the wording changed. */
  wordingOnly: boolean;
}

type Recorded = Pick<PolicyEvent, 'date' | 'source' | 'note'> & { wordingOnly?: boolean | undefined };

/** Returns every recorded change of the policy, newest first. */
export function policyEvents(catalogue: Catalogue): PolicyEvent[] {
  const { document, tiers, retiredTiers } = catalogue;
  const events: PolicyEvent[] = [
    ...everyRequirement(catalogue).flatMap((it) => requirementEvents(it)),
    ...[...tiers, ...retiredTiers].flatMap((it) => tierEvents(it)),
    ...document.changes.map((change) =>
      event(
        'document-changed',
        { id: 'document' },
        `The document “${documentTitle(catalogue)}”`,
        address.policy,
        change,
      ),
    ),
  ];
  return events.sort((a, b) => byText(b.date, a.date) || byText(a.source, b.source));
}

/** Returns the recorded changes of one tier, newest first. */
export function tierEvents(tier: Tier): PolicyEvent[] {
  const tierEvent = (kind: PolicyEvent['kind'], change: Recorded) =>
    event(kind, tier, tierInSentence(tier), address.tier(tier), change);
  return [
    ...(tier.retired ? [tierEvent('tier-retired', { ...tier.retired, note: tier.retired.reason })] : []),
    ...tier.changes.map((change) => tierEvent('tier-changed', change)),
  ];
}

/** Returns the recorded changes of one requirement, newest first. */
export function requirementEvents(requirement: Requirement): PolicyEvent[] {
  const { title, changes, retired } = requirement;
  const requirementEvent = (kind: PolicyEvent['kind'], change: Recorded) =>
    event(kind, requirement, `Requirement “${title}”`, address.requirement(requirement), change);
  return [
    ...(retired ? [requirementEvent('requirement-retired', { ...retired, note: retired.reason })] : []),
    ...changes.map((change) => requirementEvent('requirement-changed', change)),
  ];
}

const event = (
  kind: PolicyEvent['kind'],
  subject: Identified,
  name: string,
  path: string,
  { date, source, note, wordingOnly = false }: Recorded,
): PolicyEvent => ({
  id: `policy-${kind}-${originalId(subject)}-${date}`,
  kind,
  subject: subject.id,
  name,
  path,
  date,
  source,
  note,
  wordingOnly,
});

/** Returns the event as a sentence, without a full stop. */
export function policySentence({ kind, name, wordingOnly }: PolicyEvent): string {
  if (kind === 'requirement-retired' || kind === 'tier-retired') return `${name} was retired`;
  return `${name} was ${wordingOnly ? 'reworded' : 'changed'}`;
}

/** Returns every requirement that has a page: current and retired ones. */
export const everyRequirement = ({
  requirements,
  retiredRequirements,
}: Pick<Catalogue, 'requirements' | 'retiredRequirements'>): Requirement[] => [...requirements, ...retiredRequirements];

/** Changes of status and of the policy with the same date and source. */
export interface EventGroup extends ChangeGroup {
  events: PolicyEvent[];
}

/** Merges changes of the policy into groups of status changes, newest first. */
export function withPolicyEvents(groups: readonly ChangeGroup[], events: readonly PolicyEvent[]): EventGroup[] {
  const all: EventGroup[] = groups.map((group) => ({ ...group, events: [] }));
  for (const it of events) {
    const group = all.find(({ date, source }) => date === it.date && source === it.source);
    if (group) group.events.push(it);
    else all.push({ date: it.date, source: it.source, changes: [], events: [it] });
  }
  return all.sort((a, b) => byText(b.date, a.date) || byText(a.source, b.source));
}

/**
 * Whether a status is newer than every recorded change of the requirements and tiers, except changes of wording. An
 * older status, or one of the same day, is not judged by the current policy.
 */
export const isNewerThan = ({ date }: { date: string }, ...by: readonly (Requirement | Tier)[]): boolean =>
  by.flatMap(daysOf).every((day) => day === undefined || day < date);

/**
 * Returns the recorded days of change of a requirement or tier. A requirement's tier counts too, since it says which
 * group the requirement is in.
 */
const daysOf = (it: Requirement | Tier): (string | undefined)[] => [
  it.since,
  it.retired?.date,
  ...daysOfMeaning(it),
  ...('tier' in it ? daysOf(it.tier) : []),
];

const daysOfMeaning = ({ changes }: Pick<Tier, 'changes'>): string[] =>
  changes.filter(({ wordingOnly }) => !wordingOnly).map(({ date }) => date);
