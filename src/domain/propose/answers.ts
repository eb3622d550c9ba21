import { labelAt, levelAbove } from '../tier.ts';
import type { FeatureOutline, Outline, RequirementOutline } from '../stack/outline.ts';
import { askedOf } from '../stack/stack.ts';
import type { Subject } from './subject.ts';

/** What can be said of a requirement. */
export const replies = { yes: 'Yes, it is met', no: 'No', waived: 'Waived' } as const;
export type Reply = keyof typeof replies;
export const isReply = (it: unknown): it is Reply => typeof it === 'string' && Object.hasOwn(replies, it);

export interface Answer {
  /** Empty until it is answered. */
  reply: Reply | '';
  /** For a no: what is missing, in the words of a table's cell; the requirement's title where it is empty. */
  as: string;
  /** For a no: the level of the lowest tier that asks for it of this feature; the requirement's own, or a higher tier's. */
  from: number;
  /** What shows that it is met, or why it need not be. */
  note: string;
}

/** Everything that somebody has written down about where a feature belongs. */
export interface Draft {
  name: string;
  description: string;
  /** By the id of the requirement; what is not here is not answered. */
  answers: Record<string, Answer>;
  /** By the level of a tier: what else is missing for it, which no written requirement says, one a line. */
  others: Record<string, string>;
}

/** An empty answer, as a requirement stands before anybody says anything. */
export const unanswered = ({ level }: Pick<RequirementOutline, 'level'>): Answer => ({
  reply: '',
  as: '',
  from: level,
  note: '',
});

/** The requirements, by their ids, that need not be met, each with the answer that says why. */
export const waivedIn = ({ answers }: Draft): [id: string, answer: Answer][] =>
  Object.entries(answers).filter(([, { reply }]) => reply === 'waived');

/** A draft before anything is answered. */
export const emptyDraft = (): Draft => ({ name: '', description: '', answers: {}, others: {} });

/** Why a feature is taken to meet what its tier requires: content's words on one line, as a field of a form keeps them. */
export const heldNote = (tiers: readonly Outline['tiers'][number][], level: number): string =>
  `Required by ${labelAt(tiers, level)}, which it is in.`.replace(/\s+/g, ' ');

/** The answers that a feature's published status gives; what only tiers beyond the next require, it leaves open. */
export function draftOf(outline: Pick<Outline, 'tiers' | 'requirements'>, feature: FeatureOutline): Draft {
  const { level, missing, waived, category, name } = feature;
  const draft = { ...emptyDraft(), name };
  if (level === null) return draft;
  const next = levelAbove(outline.tiers, level) ?? level;
  const asked = askedOf(outline, category);
  for (const requirement of asked) {
    const lacks = missing.filter((it) => it.requirement === requirement.id);
    const waiver = waived.find((it) => it.requirement === requirement.id);
    const answer = unanswered(requirement);
    if (lacks.length > 0)
      draft.answers[requirement.id] = { ...answer, reply: 'no', as: lacks.map(({ as }) => as).join(', '), from: next };
    else if (waiver) draft.answers[requirement.id] = { ...answer, reply: 'waived', note: waiver.reason };
    else if (requirement.level >= level)
      draft.answers[requirement.id] = {
        ...answer,
        reply: 'yes',
        note: heldNote(outline.tiers, level),
      };
    // Nobody has said so: a yes here needs evidence.
    else if (requirement.level >= next) draft.answers[requirement.id] = { ...answer, reply: 'yes' };
  }
  const unwritten = missing.filter((it) => !asked.some(({ id }) => id === it.requirement));
  if (unwritten.length > 0) draft.others[next] = unwritten.map(({ as }) => as.replace(/\s+/g, ' ')).join('\n');
  return draft;
}

/** The draft that a subject begins with. */
export const firstDraft = (outline: Outline, { feature }: Subject): Draft =>
  feature ? draftOf(outline, feature) : emptyDraft();

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' ? { ...value } : {});

/** Reads a draft that was kept on the device; whatever is not one is left out, so that any text gives a draft. */
export function parseDraft({ tiers, requirements }: Pick<Outline, 'tiers' | 'requirements'>, text: string): Draft {
  const { name, description, answers, others } = fieldsOf(parse(text));
  const said = fieldsOf(answers);
  const besides = fieldsOf(others);
  return {
    name: textOf(name),
    description: textOf(description),
    answers: Object.fromEntries(
      requirements
        .filter(({ id }) => Object.hasOwn(said, id))
        .map((it) => [it.id, answerOf(said[it.id], unanswered(it))]),
    ),
    others: Object.fromEntries(tiers.map(({ level }) => [level, textOf(besides[level])])),
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
