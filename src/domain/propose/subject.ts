import type { FeatureOutline, Outline } from '../stack/outline.ts';

/** What a proposal is about: a feature that is there, or a new one of a category. */
export interface Subject {
  category: string;
  feature?: FeatureOutline;
}

/** What the page on which proposals are written carries for its script. */
export interface ProposalData extends Outline {
  /** The policy's own words for each requirement, in Markdown, by its id. */
  words: Record<string, string>;
  /** The folder of the feature files, with a slash at its end. */
  folder: string;
  repository?: string | undefined;
}

/** Reads what the query asks about; without a word of it, a new feature of the first category. */
export function readSubject(
  { categories, features }: Pick<Outline, 'categories' | 'features'>,
  search: string,
): Subject & { unknown?: string } {
  const query = new URLSearchParams(search);
  const [id, wanted] = [query.get('feature'), query.get('category')];
  const feature = features.find((it) => it.id === id || (id !== null && it.formerIds.includes(id)));
  const known = categories.find((it) => it.id === wanted);
  const category = feature?.category ?? known?.id ?? categories[0]?.id ?? '';
  // What is no longer tracked can only come back as something new.
  const found = feature && feature.level !== null ? { feature } : {};
  const unknown = id !== null && !('feature' in found) ? id : wanted !== null && !known ? wanted : undefined;
  return { category, ...found, ...(unknown !== undefined && { unknown }) };
}

/** The query that asks about a subject. */
export const writeSubject = ({
  category,
  feature,
}: {
  category: string;
  feature?: Pick<FeatureOutline, 'id'> | undefined;
}): string => `?${new URLSearchParams(feature ? { feature: feature.id } : { category }).toString()}`;
