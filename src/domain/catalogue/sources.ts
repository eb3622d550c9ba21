import type { CategoryData } from '../../schema/category.ts';
import type { FeatureData } from '../../schema/feature.ts';
import type { PolicyData } from '../../schema/policy.ts';
import type { RequirementData } from '../../schema/requirement.ts';
import type { SiteData } from '../../schema/site.ts';
import type { TierData } from '../../schema/tier.ts';
import type { Owner } from '../addresses/every-address.ts';
import type { Outline } from '../document.ts';
import type { LostIds } from '../unknown-id.ts';

/** One content file. `data` is undefined if its shape is wrong; the id is known even then. */
export interface ContentSource<T> {
  file: string;
  id: string;
  data: T | undefined;
  body: string;
}

/** The policy document with its parsed parts. */
export interface DocumentSource extends ContentSource<PolicyData> {
  outline: Outline;
}

/** All content files; only the shape of each has been checked. */
export interface Sources {
  site: ContentSource<SiteData>;
  categories: ContentSource<CategoryData[]>;
  document: DocumentSource;
  tiers: ContentSource<TierData>[];
  requirements: ContentSource<RequirementData>[];
  features: ContentSource<FeatureData>[];
  /** Undefined if it is not known which ids were published. */
  lostIds?: Record<Owner | 'column', LostIds>;
}

/** A mistake that only shows with the whole content; `path` leads to it in the data of its file. */
export interface ProblemAtPath {
  file: string;
  path: (string | number)[];
  message: string;
}

/** Reports a mistake. A message that is costly to build is passed as a function, called only if it is shown. */
export type Report = (file: string, path: ProblemAtPath['path'], message: string | (() => string)) => void;
