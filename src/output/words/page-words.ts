import type { Catalogue, Entry, Feature, Requirement } from '../../domain/catalogue/catalogue.ts';
import { featuresDisputing, featuresLacking, featuresWaiving } from '../../domain/missing.ts';
import type { PlainTier } from '../../domain/plain-catalogue.ts';
import { counted } from '../../domain/text.ts';

/** Sentences that pages share between HTML and Markdown. */
export const pageWords = {
  requirements: 'Each tier has its own requirements and those of every tier below it.',
  changes: 'Every change of status, newest first.',
  snapshots: 'The tables as they were on each day with a change.',
  stack: 'Your setup is only as well supported as its weakest part.',
  propose: 'Each tier has its own requirements and those of every tier below it, so start with the lowest tier.',
  pairs: 'Which pairs the policy covers',
  covered: 'Covered',
  notCovered: 'Not covered',
  noneMissing: 'None is listed.',
  featuresMissing: 'Features missing this requirement',
  noneLacks: 'No feature is listed as missing this requirement.',
  noneRequired: 'No requirement applies.',
  noneOfItsOwn: 'It has none of its own.',
  differences: 'Where this status and the policy differ',
  disputed: 'Required, but evidence says otherwise:',
  exceptionsOnly:
    'This list names only exceptions. Every other requirement of a feature’s tier, and of the tiers below it, applies unless it is for other categories.',
  nobody: 'The policy names no maintainer.',
  notGuaranteed: 'The feature may already meet these, but the policy does not guarantee it.',
  nothingNewer: 'No later change is recorded.',
  notPresent: 'This is not the current status.',
  stillPresent: 'No status has changed since that day; see',
  onlyChanges: 'This page lists only the changes',
} as const;

/** The words before the commits that sources are pinned to. */
export const verifiedAgainst = (commits: number): string => `Verified against commit${commits === 1 ? '' : 's'}`;

/** The title of the feed of all changes. */
export const feedTitle = ({ project }: { project: string }): string => `${project} support tiers: changes`;

/** The titles of pages that ask a question. */
export const pageTitles = {
  home: ({ project }: { project: string }) => `What can you rely on in ${project}?`,
  stack: 'Is my combination covered?',
  propose: 'Which tier fits my feature?',
} as const;

/** Says why no requirement of a higher tier is open: either all are unmet or waived, or there is none. */
export const nothingOpen = ({ tier, missing, waived }: Entry): string =>
  [...missing, ...waived].some(({ requirement }) => tier && requirement && requirement.tier.level < tier.level)
    ? 'Higher tiers require only what is unmet or waived.'
    : 'No higher tier requires more.';

/** Names a requirement by its tier: "Tier 1 requirement", or "former Tier 1 requirement" if it was retired. */
export const tierRequirement = ({ tier, retired }: Requirement): string =>
  `${retired ? 'former ' : ''}${tier.label} requirement`;

/** The words before the tier that requires a requirement, or required it before it was retired. */
export const requiredBy = ({ retired }: Requirement): string => (retired ? 'Formerly required by' : 'Required by');

/** Whether a feature is on by default, as its page says it. */
export const defaultWords = { on: 'Yes', off: 'No' } as const;

/** Counts the features that are an exception to a requirement; empty if there are none. */
export function exceptionCounts(catalogue: Catalogue, requirement: Requirement): string {
  const groups = [
    { words: 'unmet in', of: featuresLacking(catalogue, requirement) },
    { words: 'contradicted by evidence in', of: featuresDisputing(catalogue, requirement) },
    { words: 'waived for', of: featuresWaiving(catalogue, requirement) },
  ].filter(({ of }) => of.length > 0);
  return groups.map(({ words, of }) => `${words} ${counted(of.length, 'feature')}`).join(', ');
}

/** Titles of sections. */
export const howToEnable = 'How to enable it';
export const howToSwitch = ({ use }: Pick<Feature, 'use'>): string =>
  use.default === 'on' ? 'How to turn it on or off' : howToEnable;
export const notRequiredBy = ({ label }: { label: string }): string => `Not required by ${label}`;

/** Labels for the keys of `use` in a feature file. */
export const switchLabels = { api: 'API', cli: 'Command line', cApi: 'C API', cargo: 'Cargo feature' } as const;
export type SwitchKind = keyof typeof switchLabels;

/** Returns the label of one way to turn a feature on. */
export const switchLabel = ({ cargoDefault }: Feature['use'], kind: SwitchKind): string =>
  `${switchLabels[kind]}${kind === 'cargo' && cargoDefault === 'on' ? ' (on by default)' : ''}`;

/** What a requirement that guarantees pairs means for the reader; `tier` is the tier that requires it. */
export const pairRule = (tiers: readonly PlainTier[], tier: PlainTier): string =>
  `A pair is therefore covered if one of the two is in ${tiers[0]?.label}, and the other is in ${tier.label}${tier.level > (tiers[0]?.level ?? 1) ? ' or higher' : ''} and does not list this requirement as missing. Any other pair may work, but the policy does not guarantee it.`;
