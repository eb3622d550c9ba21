import { idsOf } from '../catalogue/former-ids.ts';
import type { PlainFeature, PlainCatalogue } from '../plain-catalogue.ts';

/** What a proposal is about: an existing feature, or a new one in a category. */
export interface Subject {
  category: string;
  feature?: PlainFeature;
}

/** The data that the proposal page embeds for its script. */
export interface ProposalData extends PlainCatalogue {
  /** The policy's text for each requirement, in Markdown, by requirement id. */
  policyText: Record<string, string>;
  /** The folder of the feature files, with a trailing slash. */
  folder: string;
  repository?: string | undefined;
}

/**
 * Reads the subject from a query; by default, a new feature of the first category. `unknown` is an id that could not be
 * used.
 */
export function readSubject(
  { categories, features }: Pick<PlainCatalogue, 'categories' | 'features'>,
  search: string,
): Subject & { unknown?: string } {
  const query = new URLSearchParams(search);
  const [id, wanted] = [query.get('feature'), query.get('category')];
  const feature = features.find((it) => idsOf(it).includes(id ?? ''));
  const known = categories.find((it) => idsOf(it).includes(wanted ?? ''));
  const category = feature?.category ?? known?.id ?? categories[0]?.id ?? '';
  // A removed feature can only come back as a new proposal.
  const found = feature && feature.level !== null ? { feature } : {};
  if (id !== null && !('feature' in found)) return { category, unknown: id };
  return { category, ...found, ...(wanted !== null && !known && { unknown: wanted }) };
}

/** Returns the query for a subject. */
export const writeSubject = ({
  category,
  feature,
}: {
  category: string;
  feature?: Pick<PlainFeature, 'id'> | undefined;
}): string => `?${new URLSearchParams(feature ? { feature: feature.id } : { category }).toString()}`;
