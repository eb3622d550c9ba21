import { unanswered, type Draft } from './answers.ts';
import type { Outline, RequirementOutline } from '../stack/outline.ts';
import { askedOf } from '../stack/stack.ts';

/** Something that keeps a feature out of a tier and of all above it. */
export interface Obstacle {
  level: number;
  as: string;
  /** None where no written requirement says so. */
  requirement?: RequirementOutline;
  /** Why it counts: the answer is no, or says yes with nothing to show for it, or is not there. */
  because: 'unmet' | 'unproven' | 'unanswered';
}

/** Where the answers put a feature. */
export interface Support {
  /** The level of the highest tier that nothing keeps it out of; null where it is kept out of every one. */
  level: number | null;
  /** The next tier up, which has every one of the obstacles; null above the highest. */
  next: number | null;
  obstacles: Obstacle[];
}

/** What is missing besides, a thing a line. */
const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function obstacles(
  { tiers }: Pick<Outline, 'tiers'>,
  asked: readonly RequirementOutline[],
  { answers, others }: Draft,
): Obstacle[] {
  const written = asked.flatMap((requirement): Obstacle[] => {
    const { reply, as, from, note } = answers[requirement.id] ?? unanswered(requirement);
    const claims = reply === 'yes' || reply === 'waived';
    if (claims && note.trim() !== '') return [];
    const no = reply === 'no';
    return [
      {
        level: no ? Math.min(from, requirement.level) : requirement.level,
        as: (no && as.trim()) || requirement.title,
        requirement,
        because: no ? 'unmet' : claims ? 'unproven' : 'unanswered',
      },
    ];
  });
  const besides = tiers.flatMap(({ level }) =>
    linesOf(others[level] ?? '').map((as) => ({ level, as, because: 'unmet' as const })),
  );
  return [...written, ...besides];
}

/**
 * The tier that a draft's answers support: the highest whose requirements, and those of all below it, are met or
 * waived, each with evidence or a reason.
 */
export function support(outline: Pick<Outline, 'tiers' | 'requirements'>, category: string, draft: Draft): Support {
  const all = obstacles(outline, askedOf(outline, category), draft);
  const next = Math.max(0, ...all.map(({ level }) => level));
  return {
    level: outline.tiers.find(({ level }) => level > next)?.level ?? null,
    next: next === 0 ? null : next,
    obstacles: all.filter(({ level }) => level === next),
  };
}

/** How many of the questions of each tier are answered, by its level. */
export function progress(
  { requirements }: Pick<Outline, 'requirements'>,
  category: string,
  { answers }: Draft,
): Map<number, { asked: number; answered: number }> {
  const byLevel = Map.groupBy(askedOf({ requirements }, category), ({ level }) => level);
  return new Map(
    [...byLevel].map(([level, asked]) => [
      level,
      { asked: asked.length, answered: asked.filter(({ id }) => answers[id]?.reply).length },
    ]),
  );
}
