import { acceptable } from '../domain/rules/rules.ts';
import type { Known } from '../schema/id-completion.ts';
import type { ContentFolder } from './read-content.ts';

/** The ids that a content folder has, even where some of its files are broken. */
export function knownIds({ categories, requirements, tiers, features }: ContentFolder): Required<Known> {
  const list = (data: unknown): unknown[] => (Array.isArray(data) ? data : []);
  const field = (data: unknown, key: string): unknown => (data as Record<string, unknown> | null | undefined)?.[key];
  const isLevel = (level: unknown): level is number => Number.isInteger(level);
  return {
    category: list(categories?.data)
      .map((category) => field(category, 'id'))
      .filter((id) => typeof id === 'string'),
    requirement: requirements.map(({ id }) => id),
    feature: features.map(({ id }) => id),
    tier: tiers
      .map(({ data }) => field(data, 'level'))
      .filter(isLevel)
      .sort((a, b) => a - b),
    rule: acceptable,
  };
}
