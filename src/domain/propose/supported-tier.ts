import { unanswered, type Draft } from './draft.ts';
import type { PlainCatalogue, PlainRequirement } from '../plain-catalogue.ts';
import { requirementsFor } from '../stack/stack.ts';

/** Something that keeps a feature out of a tier and all higher ones. */
export interface Obstacle {
  level: number;
  as: string;
  /** Undefined for a gap that no written requirement names. */
  requirement?: PlainRequirement;
  /** Why it counts: the reply is "no", lacks evidence or a reason, or is missing. */
  because: 'unmet' | 'unproven' | 'unanswered';
}

/** The tier that the answers support. */
export interface Support {
  /** The level of the highest supported tier; null if no tier is supported. */
  level: number | null;
  /** The level of the next higher tier, to which all obstacles belong; null at the highest. */
  next: number | null;
  obstacles: Obstacle[];
}

const nonEmptyLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function obstacles(
  { tiers }: Pick<PlainCatalogue, 'tiers'>,
  required: readonly PlainRequirement[],
  { answers, others }: Draft,
): Obstacle[] {
  const written = required.flatMap((requirement): Obstacle[] => {
    const { reply, as, from, note } = answers[requirement.id] ?? unanswered(requirement);
    const { level, title } = requirement;
    if (reply === 'no')
      return [{ level: Math.min(from, level), as: as.trim() || title, requirement, because: 'unmet' }];
    if (reply === '') return [{ level, as: title, requirement, because: 'unanswered' }];
    return note.trim() === '' ? [{ level, as: title, requirement, because: 'unproven' }] : [];
  });
  const unwritten = tiers.flatMap(({ level }) =>
    nonEmptyLines(others[level] ?? '').map((as) => ({ level, as, because: 'unmet' as const })),
  );
  return [...written, ...unwritten];
}

/**
 * Returns the tier that a draft's answers support: the highest one whose requirements, and those of all lower tiers,
 * are met or waived, each with evidence or a reason.
 */
export function support(
  catalogue: Pick<PlainCatalogue, 'tiers' | 'requirements'>,
  category: string,
  draft: Draft,
): Support {
  const all = obstacles(catalogue, requirementsFor(catalogue, category), draft);
  const next = Math.max(0, ...all.map(({ level }) => level));
  return {
    level: catalogue.tiers.find(({ level }) => level > next)?.level ?? null,
    next: next === 0 ? null : next,
    obstacles: all.filter(({ level }) => level === next),
  };
}

/** Returns how many questions of each tier are answered, by level. */
export function progress(
  { requirements }: Pick<PlainCatalogue, 'requirements'>,
  category: string,
  { answers }: Draft,
): Map<number, { questions: number; answered: number }> {
  const byLevel = Map.groupBy(requirementsFor({ requirements }, category), ({ level }) => level);
  return new Map(
    [...byLevel].map(([level, required]) => [
      level,
      { questions: required.length, answered: required.filter(({ id }) => answers[id]?.reply).length },
    ]),
  );
}
