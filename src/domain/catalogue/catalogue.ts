import type { FeatureData } from '../../schema/feature.ts';
import type { SiteData } from '../../schema/site.ts';
import type { Cell } from '../columns.ts';
import type { Outline } from '../document.ts';

/** The whole content, with every reference resolved. It cannot hold an id that does not exist. */
export interface Catalogue {
  site: SiteData;
  document: PolicyDocument;
  /** In the order of the tables. */
  categories: Category[];
  /** Level 1, the highest, first. */
  tiers: Tier[];
  /** Retired tiers. They keep their levels and pages. */
  retiredTiers: Tier[];
  /** Tier by tier, the highest first, in the order of each tier's list. */
  requirements: Requirement[];
  /** Retired requirements. They keep their pages. */
  retiredRequirements: Requirement[];
  /** Sorted by category, then in the order of the document. Removed features are included. */
  features: Feature[];
  /** Whether any feature says if it is on by default. */
  recordsDefaults: boolean;
}

/** A piece of the policy text from one file: a title, which a tier may lack, and a Markdown body. */
export interface Prose {
  file: string;
  title: string;
  body: string;
}

/** The policy document. */
export interface PolicyDocument {
  file: string;
  /** Markdown with components in place of the tables and tiers. */
  body: string;
  outline: Outline;
  /** Former anchors of headings, each with the anchor that replaced it. */
  formerAnchors: Record<string, string>;
  changes: PolicyChange[];
}

/** A change of the policy. `source` is the address of the decision. */
export interface PolicyChange {
  date: string;
  source: string;
  note: string;
  /** True if only a name or the wording changed. */
  wordingOnly?: boolean | undefined;
}

export interface Category {
  id: string;
  name: string;
  /** The name in the document's tables, as inline Markdown. */
  written: string;
  /** The word for one of its features, shown next to names. */
  label: string;
  plural: string;
  description: string;
  /** Ids it had before. */
  formerIds: string[];
  /** Whether the document sets its name in italics. */
  emphasis: boolean;
  /** Whether features of the other categories run on its features. */
  platform: boolean;
}

export interface Tier extends Prose {
  id: string;
  /** Former anchors of its heading and of the items on its page. */
  formerAnchors: string[];
  /** Its rank: 1 is the highest. */
  level: number;
  /** Its name in addresses, anchors and histories. */
  slug: string;
  /** Its name on the pages, like "Tier 2" or "Gold". */
  label: string;
  /** A symbol of at most three characters. */
  mark: string;
  /** Its heading in the document. */
  heading: string;
  /** What readers can rely on, in one sentence. */
  summary?: string | undefined;
  requirements: Requirement[];
  /** The same requirements, grouped as in the document's list. */
  groups: RequirementGroup[];
  /** Requirements of the tier that were retired. */
  retiredRequirements: Requirement[];
  /** The first day on which it exists, if that is recorded. */
  since?: string | undefined;
  /** When and why the tier was retired. */
  retired?: Omit<Retirement, 'successor'> | undefined;
  changes: PolicyChange[];
}

/** Consecutive requirements of a tier's list that belong together. */
export interface RequirementGroup {
  /** The document's words for the group, as inline Markdown; undefined for requirements outside a group. */
  words: string | undefined;
  requirements: Requirement[];
}

export interface Requirement extends Prose {
  id: string;
  tier: Tier;
  /** The words of its group in the tier's list, without Markdown; undefined without a group. */
  group: string | undefined;
  /** Ids it had before. */
  formerIds: string[];
  /** Every category if the content names none. */
  appliesTo: Category[];
  /** "pairs" if everything that meets it works with everything in the highest tier. */
  guarantees: 'pairs' | undefined;
  /** The first day on which it applies, if that is recorded. */
  since: string | undefined;
  retired: Retirement | undefined;
  changes: PolicyChange[];
}

/** When and why a requirement was retired. `date` is the first day on which it no longer applies. */
export interface Retirement {
  date: string;
  source: string;
  reason: string;
  successor: Requirement | undefined;
}

export interface Feature extends Omit<FeatureData, 'category' | 'history' | 'columns'> {
  id: string;
  file: string;
  /** The name in the document's tables, as inline Markdown; `name` keeps only its text and code. */
  written: string;
  /** Its position, from 1, among the listed rows of its category; undefined if its id decides the position. */
  order: number | undefined;
  category: Category;
  /** The document's note on it, in Markdown; often empty. */
  body: string;
  /** Its cells in the project's own columns, by column id. */
  columns: Record<string, Cell>;
  /** Every status it has had, newest first; never empty. */
  history: Entry[];
}

/** A status that begins on a day. `tier` is undefined if the feature was removed on that day or is not supported. */
export interface Entry {
  date: string;
  tier: Tier | undefined;
  /** True if the project tracks the feature but does not support it. */
  unsupported?: true | undefined;
  missing: Missing[];
  waived: Waiver[];
  /** Accepted warnings. */
  accepted: AcceptedWarning[];
  successor: Feature | undefined;
  source: string;
  /** The first release of the project that has this status. */
  release?: string | undefined;
  note: string | undefined;
}

/** Something that a feature lacks for the next tier. `as` holds the document's words without Markdown. */
export interface Missing {
  as: string;
  /** The words in the document's cell, as inline Markdown. */
  written: string;
  requirement: Requirement | undefined;
}

export interface Waiver {
  requirement: Requirement;
  reason: string;
  source: string;
}

export interface AcceptedWarning {
  /** The id of a rule of `domain/rules/warning-rules.ts`. */
  rule: string;
  reason: string;
}
