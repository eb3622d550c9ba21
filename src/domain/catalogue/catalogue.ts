import type { FeatureData } from '../../schema/feature.ts';
import type { SiteData } from '../../schema/site.ts';
import type { Cell } from '../columns.ts';
import type { Outline } from '../document.ts';

/** The whole content with every reference resolved: a dangling id cannot be represented in it. */
export interface Catalogue {
  site: SiteData;
  document: PolicyDocument;
  /** In the order of the tables. */
  categories: Category[];
  /** Level 1, the highest, first. */
  tiers: Tier[];
  /** Those that there were once; they keep their levels and their pages. */
  endedTiers: Tier[];
  /** Tier by tier, the highest first, in the order of each tier's list. */
  requirements: Requirement[];
  /** Those that no longer hold; they keep their pages. */
  retired: Requirement[];
  /** By category, then in the document's order; removed ones too. */
  features: Feature[];
}

/** Words of the policy: a title, which a tier may lack, and a body in Markdown, from one file. */
export interface Prose {
  file: string;
  title: string;
  body: string;
}

/** The whole document, in its own order. */
export interface PolicyDocument {
  file: string;
  /** Markdown, with components where tables and tiers stand. */
  body: string;
  outline: Outline;
  /** Anchors that headings had before, each with the one that took its place. */
  formerAnchors: Record<string, string>;
  changes: PolicyChange[];
}

/** A change of the policy, and the decision behind it. */
export interface PolicyChange {
  date: string;
  source: string;
  note: string;
}

export interface Category {
  id: string;
  name: string;
  /** The name as the document's tables have it, in Markdown within the line. */
  written: string;
  /** The word for one of them beside names. */
  label: string;
  plural: string;
  description: string;
  /** Ids it had before. */
  formerIds: string[];
  /** Whether the document sets its name in italics. */
  emphasis: boolean;
  /** Whether its features are what the others run on. */
  platform: boolean;
}

export interface Tier extends Prose {
  id: string;
  /** Anchors that its heading and the items of its page had before. */
  formerAnchors: string[];
  /** Its rank: 1 is the highest. */
  level: number;
  /** What addresses, anchors and histories name it by. */
  slug: string;
  /** What it is called everywhere, like "Tier 2" or "Gold". */
  label: string;
  /** Its sign, of at most three characters. */
  mark: string;
  /** Its heading in the document. */
  heading: string;
  /** What can be relied on in it, in a sentence. */
  summary?: string | undefined;
  requirements: Requirement[];
  /** The same as the document's list has them. */
  groups: RequirementGroup[];
  /** Those that it asked for once. */
  retired: Requirement[];
  /** Since when there is no such tier. */
  ended?: Omit<Retirement, 'successor'> | undefined;
  changes: PolicyChange[];
}

/** Neighbours in a tier's list. */
export interface RequirementGroup {
  /**
   * The document's words for them, in Markdown within the line; undefined for those that stand in the list by
   * themselves.
   */
  words: string | undefined;
  requirements: Requirement[];
}

export interface Requirement extends Prose {
  id: string;
  tier: Tier;
  /** The words of its group in the tier's list, without marks; undefined where it is in none. */
  group: string | undefined;
  /** Ids it had before. */
  formerIds: string[];
  /** Every category, where the content names none. */
  appliesTo: Category[];
  /** What follows from it for others than the feature that meets it: pairs of it with all of the highest tier work. */
  guarantees: 'pairs' | undefined;
  /** The day from which on it holds, where that is recorded. */
  since: string | undefined;
  retired: Retirement | undefined;
  changes: PolicyChange[];
}

/** Since when a requirement no longer holds. */
export interface Retirement {
  date: string;
  source: string;
  reason: string;
  successor: Requirement | undefined;
}

export interface Feature extends Omit<FeatureData, 'category' | 'history' | 'columns'> {
  id: string;
  file: string;
  /** The name as the document's tables have it, in Markdown within the line; `name` has its words and code alone. */
  written: string;
  /** Its place among the rows of its category that the document's list names; undefined where its id decides. */
  order: number | undefined;
  category: Category;
  /** The document's note on it, in Markdown; empty for most. */
  body: string;
  /** What it says in the columns of the project's own, by their ids. */
  columns: Record<string, Cell>;
  /** Every status it had, newest first; never empty. */
  history: Entry[];
}

/**
 * A status that holds from a day on; `tier` is undefined when the feature was removed on that day, or is not supported.
 */
export interface Entry {
  date: string;
  tier: Tier | undefined;
  /** Whether it is tracked as something that the project does not support. */
  unsupported?: true | undefined;
  missing: Missing[];
  waived: Waiver[];
  /** Warnings that are accepted, each with the reason. */
  accepted: Acceptance[];
  successor: Feature | undefined;
  source: string;
  /** The first release of the project that has this status. */
  release?: string | undefined;
  note: string | undefined;
}

/** Something lacking for the next tier, in the document's words; no requirement where no written one says so. */
export interface Missing {
  as: string;
  /** The same as the document's cell has it, in Markdown within the line. */
  written: string;
  requirement: Requirement | undefined;
}

export interface Waiver {
  requirement: Requirement;
  reason: string;
  source: string;
}

export interface Acceptance {
  /** The id of a rule of `domain/rules/warnings.ts`. */
  rule: string;
  reason: string;
}
