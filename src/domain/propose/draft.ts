import { labelAt, levelAbove } from '../tier.ts';
import type { PlainFeature, PlainCatalogue, PlainRequirement } from '../plain-catalogue.ts';
import { requirementsFor } from '../stack/stack.ts';
import type { Subject } from './subject.ts';

/** The replies to a requirement. */
export const replies = { yes: 'Yes, it is met', no: 'No', waived: 'Waived' } as const;
export type Reply = keyof typeof replies;
export const isReply = (it: unknown): it is Reply => typeof it === 'string' && Object.hasOwn(replies, it);

export interface Answer {
  /** Empty until somebody replies. */
  reply: Reply | '';
  /** For "no": what is missing, in the words of a table cell; if it is empty, the requirement's title is used. */
  as: string;
  /**
   * For "no": the level of the lowest tier that this keeps the feature out of. It is the level of the requirement's own
   * tier, or of a higher one.
   */
  from: number;
  /** For "yes", the evidence; for "waived", the reason. */
  note: string;
}

/** Everything that a reader has filled in to propose a tier for a feature. */
export interface Draft {
  name: string;
  description: string;
  /** By requirement id; an absent one is unanswered. */
  answers: Record<string, Answer>;
  /** By tier level: other gaps, which no written requirement names, one for each line. */
  others: Record<string, string>;
}

/** Returns an empty answer to a requirement. */
export const unanswered = ({ level }: Pick<PlainRequirement, 'level'>): Answer => ({
  reply: '',
  as: '',
  from: level,
  note: '',
});

/** Returns the waived requirements, each with its answer. */
export const waivedIn = ({ answers }: Draft): [id: string, answer: Answer][] =>
  Object.entries(answers).filter(([, { reply }]) => reply === 'waived');

export const emptyDraft = (): Draft => ({ name: '', description: '', answers: {}, others: {} });

/** Returns the default evidence for a requirement of the feature's own tier, on one line like a form field's value. */
export const ownTierEvidence = (tiers: readonly PlainCatalogue['tiers'][number][], level: number): string =>
  `Required by ${labelAt(tiers, level)}, its current tier.`.replace(/\s+/g, ' ');

/** Derives answers from a feature's published status. Requirements of tiers beyond the next one stay unanswered. */
export function draftOf(catalogue: Pick<PlainCatalogue, 'tiers' | 'requirements'>, feature: PlainFeature): Draft {
  const { level, missing, waived, disputed = [], category, name } = feature;
  const draft = { ...emptyDraft(), name };
  if (level === null) return draft;
  const next = levelAbove(catalogue.tiers, level) ?? level;
  const required = requirementsFor(catalogue, category);
  for (const requirement of required) {
    const lacks = missing.filter((it) => it.requirement === requirement.id);
    const waiver = waived.find((it) => it.requirement === requirement.id);
    const answer = unanswered(requirement);
    if (lacks.length > 0)
      draft.answers[requirement.id] = { ...answer, reply: 'no', as: lacks.map(({ as }) => as).join(', '), from: next };
    else if (waiver) draft.answers[requirement.id] = { ...answer, reply: 'waived', note: waiver.reason };
    // Evidence says otherwise, so only a reader can answer.
    else if (disputed.includes(requirement.id)) continue;
    else if (requirement.level >= level)
      draft.answers[requirement.id] = {
        ...answer,
        reply: 'yes',
        note: ownTierEvidence(catalogue.tiers, level),
      };
    // The status does not say that it is met, so this "yes" still needs evidence.
    else if (requirement.level >= next) draft.answers[requirement.id] = { ...answer, reply: 'yes' };
  }
  const unwritten = missing.filter((it) => !required.some(({ id }) => id === it.requirement));
  if (unwritten.length > 0) draft.others[next] = unwritten.map(({ as }) => as.replace(/\s+/g, ' ')).join('\n');
  return draft;
}

/** Returns the initial draft for a subject. */
export const firstDraft = (catalogue: PlainCatalogue, { feature }: Subject): Draft =>
  feature ? draftOf(catalogue, feature) : emptyDraft();

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' ? { ...value } : {});

/** Reads a stored draft. Anything invalid is left out, so any text gives a draft. */
export function parseDraft(
  { tiers, requirements }: Pick<PlainCatalogue, 'tiers' | 'requirements'>,
  text: string,
): Draft {
  const { name, description, answers, others } = fieldsOf(parse(text));
  const answersById = fieldsOf(answers);
  const othersByLevel = fieldsOf(others);
  return {
    name: textOf(name),
    description: textOf(description),
    answers: Object.fromEntries(
      requirements
        .filter(({ id }) => Object.hasOwn(answersById, id))
        .map((it) => [it.id, answerOf(answersById[it.id], unanswered(it))]),
    ),
    others: Object.fromEntries(tiers.map(({ level }) => [level, textOf(othersByLevel[level])])),
  };
}

function answerOf(value: unknown, empty: Answer): Answer {
  const { reply, as, from, note } = fieldsOf(value);
  const known = isReply(reply) ? reply : '';
  const level = Number.isInteger(from) && Number(from) >= 1 && Number(from) < empty.from ? Number(from) : empty.from;
  return { reply: known, as: textOf(as), from: level, note: textOf(note) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
