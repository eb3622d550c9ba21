import type { Catalogue, Feature, Tier } from './catalogue.ts';
import { currentEntry, featuresIn } from './tier.ts';

/** The anchor that a heading has in the original document (GitHub's and mdBook's way of making one). */
export const headingAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

/** The rows of a tier's table in the document, in its order. */
export const documentRows = ({ features }: Catalogue, tier: Tier): Feature[] => featuresIn(features, tier);

/** The features with a note, in the order of the rows that the notes hang on: the first is footnote 1. */
export const footnotes = (catalogue: Catalogue): Feature[] =>
  catalogue.tiers
    .flatMap((tier) => documentRows(catalogue, tier))
    .filter((feature) => currentEntry(feature).tier && feature.body.trim() !== '');
