import type { FeatureOutline, Outline, RequirementOutline } from './outline.ts';
import { asks } from './stack.ts';

/** What can be said of a requirement. */
export const replies = ['yes', 'no', 'waived'] as const;

export interface Answer {
  /** Empty until it is answered. */
  reply: (typeof replies)[number] | '';
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

/** Something that keeps a feature out of a tier and of all above it. */
export interface Obstacle {
  level: number;
  as: string;
  /** None where no written requirement says so. */
  requirement?: RequirementOutline;
  answered: boolean;
}

/** Where the answers put a feature. */
export interface Support {
  /** The level of the highest tier that nothing keeps it out of; null where it is kept out of every one. */
  level: number | null;
  /** The next tier up, which has every one of the obstacles; null above the highest. */
  next: number | null;
  obstacles: Obstacle[];
}

/** The requirements that are asked of a category, in their order. */
export const askedOf = ({ requirements }: Pick<Outline, 'requirements'>, category: string): RequirementOutline[] =>
  requirements.filter((it) => asks(it, { category }));

/** An empty answer, as a requirement stands before anybody says anything. */
export const unanswered = ({ level }: Pick<RequirementOutline, 'level'>): Answer => ({ reply: '', as: '', from: level, note: '' });

/** What is missing besides, a thing a line. */
const linesOf = (words: string): string[] => words.split('\n').map((line) => line.trim()).filter((line) => line !== '');

function obstacles({ tiers }: Pick<Outline, 'tiers'>, asked: readonly RequirementOutline[], { answers, others }: Draft): Obstacle[] {
  const written = asked.flatMap((requirement): Obstacle[] => {
    const { reply, as, from } = answers[requirement.id] ?? unanswered(requirement);
    if (reply === 'yes' || reply === 'waived') return [];
    const no = reply === 'no';
    return [{ level: no ? Math.min(from, requirement.level) : requirement.level, as: (no && as.trim()) || requirement.title, requirement, answered: no }];
  });
  const besides = tiers.flatMap(({ level }) => linesOf(others[level] ?? '').map((as) => ({ level, as, answered: true })));
  return [...written, ...besides];
}

/** The tier that a draft's answers support: the highest one whose requirements, and those of all below it, are met or waived. */
export function support(outline: Pick<Outline, 'tiers' | 'requirements'>, category: string, draft: Draft): Support {
  const all = obstacles(outline, askedOf(outline, category), draft);
  const next = Math.max(0, ...all.map(({ level }) => level));
  return {
    level: next < outline.tiers.length ? next + 1 : null,
    next: next === 0 ? null : next,
    obstacles: all.filter(({ level }) => level === next),
  };
}

/** A draft before anything is answered. */
export const emptyDraft = (): Draft => ({ name: '', description: '', answers: {}, others: {} });

/** The answers that a feature's published status gives; what only tiers beyond the next ask for, it leaves open. */
export function draftOf(outline: Pick<Outline, 'requirements'>, feature: FeatureOutline): Draft {
  const { level, missing, waived, category, name } = feature;
  const draft = { ...emptyDraft(), name };
  if (level === null) return draft;
  const next = Math.max(1, level - 1);
  const asked = askedOf(outline, category);
  for (const requirement of asked) {
    const lacks = missing.filter((it) => it.requirement === requirement.id);
    const waiver = waived.find((it) => it.requirement === requirement.id);
    const answer = unanswered(requirement);
    if (lacks.length > 0) draft.answers[requirement.id] = { ...answer, reply: 'no', as: lacks.map(({ as }) => as).join(', '), from: next };
    else if (waiver) draft.answers[requirement.id] = { ...answer, reply: 'waived', note: waiver.reason };
    else if (requirement.level >= next) draft.answers[requirement.id] = { ...answer, reply: 'yes' };
  }
  const unwritten = missing.filter((it) => !asked.some(({ id }) => id === it.requirement));
  if (unwritten.length > 0) draft.others[next] = unwritten.map(({ as }) => as).join('\n');
  return draft;
}
