import { tierSuggestions } from '../domain/unknown-id.ts';
import { tierNames } from '../domain/tier.ts';
import { acceptableRuleIds } from '../domain/rules/check-rules.ts';
import type { Named } from '../domain/unknown-id.ts';
import type { Known, IdKind } from '../schema/id-completion.ts';
import type { ContentFile } from './parse-file.ts';
import { schemas } from './schemas.ts';
import type { ContentFolder } from './read-content.ts';

const list = (data: unknown): unknown[] => (Array.isArray(data) ? data : []);
const field = (data: unknown, key: string): unknown => (data as Record<string, unknown> | null | undefined)?.[key];
const isText = (value: unknown): value is string => typeof value === 'string';

/** The part of a content folder that contains ids. */
type IdSources = Record<'requirements' | 'features', Pick<ContentFile, 'id'>[]> &
  Pick<ContentFolder, 'categories' | 'tiers'>;

/** The ids in a content folder, even if some of its files are broken. */
export function knownIds({ categories, requirements, tiers, features }: IdSources): Required<Known> {
  return {
    category: list(categories?.data)
      .map((category) => field(category, 'id'))
      .filter(isText),
    requirement: requirements.map(({ id }) => id),
    feature: features.map(({ id }) => id),
    tier: tiersIn(tiers).map(({ level, slug }) => (slug === String(level) ? level : slug)),
    rule: acceptableRuleIds,
  };
}

/** The names of the tiers that have a valid level, highest first. */
const tiersIn = (files: readonly ContentFile[]) =>
  files
    .flatMap(({ data }) => {
      const level = field(data, 'level');
      const names = ['slug', 'label', 'title'].map((key) => [key, field(data, key)]).filter(([, it]) => isText(it));
      return Number.isInteger(level) ? [tierNames({ level: Number(level), ...Object.fromEntries(names) })] : [];
    })
    .sort((a, b) => a.level - b.level);

/**
 * The valid values of each kind of reference, with other names that an editor may write by mistake. A kind is left out
 * if its list is incomplete because of a broken file.
 */
export function knownNames(content: ContentFolder): Partial<Record<IdKind, Named[]>> {
  const also = (data: unknown) => [
    ...['title', 'name', 'plural'].map((key) => field(data, key)).filter(isText),
    ...list(field(data, 'formerIds')).filter(isText),
  ];
  const ofFiles = (files: ContentFile[]) => files.map(({ id, data }) => ({ id, also: also(data) }));
  const categories = list(content.categories?.data);
  const { category, rule } = knownIds(content);
  const tiers = tiersIn(content.tiers);
  return {
    ...(schemas.categories.safeParse(content.categories?.data).success && {
      category: category.map((id) => ({ id: String(id), also: also(categories.find((it) => field(it, 'id') === id)) })),
    }),
    requirement: ofFiles(content.requirements),
    feature: ofFiles(content.features),
    ...(tiers.length === content.tiers.length && { tier: tierSuggestions(tiers) }),
    rule: rule.map((id) => ({ id: String(id) })),
  };
}
