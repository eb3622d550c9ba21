import type { CategoryData } from '../../schema/category.ts';
import type { FeatureData } from '../../schema/feature.ts';
import type { PolicyData } from '../../schema/policy.ts';
import type { RequirementData } from '../../schema/requirement.ts';
import type { SiteData } from '../../schema/site.ts';
import type { TierData } from '../../schema/tier.ts';
import type { Outline } from '../document.ts';

/** One content file; `data` is undefined when its shape is wrong, so that its id is known all the same. */
export interface Source<T> {
  file: string;
  id: string;
  data: T | undefined;
  body: string;
}

/** The document, and what its Markdown holds. */
export interface DocumentSource extends Source<PolicyData> {
  outline: Outline;
}

/** All content files, each checked for its shape alone. */
export interface Sources {
  site: Source<SiteData>;
  categories: Source<CategoryData[]>;
  document: DocumentSource;
  tiers: Source<TierData>[];
  requirements: Source<RequirementData>[];
  features: Source<FeatureData>[];
}

/** A mistake that only the whole content shows; `path` leads to it in the data of its file. */
export interface Finding {
  file: string;
  path: (string | number)[];
  message: string;
}
/** A message that takes work to put together is only asked for where it is told. */
export type Report = (file: string, path: Finding['path'], message: string | (() => string)) => void;
