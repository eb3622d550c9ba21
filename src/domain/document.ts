import type { Catalogue, Feature, Prose } from './catalogue/catalogue.ts';
import { featuresIn } from './tier.ts';

/** The anchor that a heading has in the original document (GitHub's and mdBook's way of making one). */
export const headingAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

/** The features with a note, in the order of the rows that the notes hang on: the first is footnote 1. */
export const footnotes = ({ tiers, features }: Catalogue): Feature[] =>
  tiers.flatMap((tier) => featuresIn(features, tier)).filter((feature) => feature.body.trim() !== '');

/** The component that stands in a tier's prose for the list of its requirements. */
export const requirementsTag = '<Requirements />';

/** Lines as Markdown has them. */
export const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);

/** Whether a line of a tier's prose is the place of its list; the check lets it stand nowhere else, in code neither. */
export const isRequirementsLine = (line: string): boolean => line.trimEnd() === requirementsTag;

/** A tier's prose before and after the place of its list; all of it before, where it marks none. */
export function splitAtRequirements({ body }: Pick<Prose, 'body'>): { opening: string; closing: string } {
  const lines = linesOf(body);
  const at = lines.findIndex(isRequirementsLine);
  if (at < 0) return { opening: body.trim(), closing: '' };
  return {
    opening: lines.slice(0, at).join('\n').trim(),
    closing: lines
      .slice(at + 1)
      .join('\n')
      .trim(),
  };
}
