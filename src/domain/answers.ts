import type { Catalogue, Feature, Requirement } from './catalogue/catalogue.ts';
import { aboutIn, sourcesOf, type Source } from './evidence.ts';
import { currentEntry } from './history.ts';
import { standingOf, type Standing } from './promise.ts';
import { plain } from './words.ts';

/**
 * What the head of a feature's page answers: the short answer first, then what its tier requires, then what is recorded
 * of it.
 */
export interface AnswerToReader {
  label: string;
  says: string;
  /** What the tier requires, and the requirement that says so. */
  rule?: { says: string; requirement: Requirement };
  evidence: { says: string; sources: Source[] }[];
}

/** The answers that the site's content asks for, as far as they concern a feature; none once it is removed. */
export function answersOf(
  { site, tiers }: Pick<Catalogue, 'site' | 'tiers'>,
  feature: Feature,
  requirements: readonly Requirement[],
): AnswerToReader[] {
  const { tier, missing } = currentEntry(feature);
  if (!tier) return [];
  const sources = sourcesOf(feature);
  return site.answers.flatMap(({ label, requirement: id, yes, no, maintainers, detail }) => {
    const told = feature.details.find((it) => it.label === detail);
    if (told) {
      const proof = sources.filter(({ urls }) => told.url !== undefined && urls.includes(told.url));
      return [{ label, says: told.value, evidence: proof.length > 0 ? [{ says: '', sources: proof }] : [] }];
    }
    const requirement = requirements.find((it) => it.id === id);
    if (!requirement || !requirement.appliesTo.includes(feature.category)) return [];
    const standing = standingOf(tiers, feature, requirement);
    const words = missing.filter((it) => it.requirement === requirement).map(({ as }) => plain(as));
    const required = requirement.tier.level >= tier.level;
    const though =
      standing === 'missing' ? ', but not met' : standing === 'disputed' ? ', but evidence says otherwise' : '';
    const rule = {
      says: required ? `Required by ${tier.label}${though}` : `Not required by ${tier.label}`,
      requirement,
    };
    const short: Partial<Record<Standing, string | undefined>> = {
      promised: yes,
      open: no,
      beyond: no,
      missing: `Unmet: ${words.join(', ')}`,
      waived: 'Waived',
    };
    const recorded = aboutIn(sources, requirement.id).map((it) => ({ says: withoutLabel(it, feature), sources: [it] }));
    const people = { says: feature.maintainers.join(', ') || 'The policy names no maintainer', sources: [] };
    return [{ label, says: short[standing] ?? '', rule, evidence: maintainers ? [people, ...recorded] : recorded }];
  });
}

/** A detail's value is its answer; its label would be said twice. */
const withoutLabel = ({ says }: Source, { details }: Feature): string =>
  details.find(({ label, value }) => says === `${label}: ${value}`)?.value ?? says;

/** The details that no answer has told, nor the warning. */
export function untoldDetails({ site }: Pick<Catalogue, 'site'>, { details, warning }: Feature): Feature['details'] {
  const asked = site.answers.flatMap(({ requirement, detail }) => [requirement, detail]);
  return details.filter(
    ({ label, about, url }) =>
      !asked.includes(label) &&
      (about === undefined || !asked.includes(about)) &&
      (url === undefined || url !== warning?.url),
  );
}
