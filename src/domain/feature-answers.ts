import type { Catalogue, Feature, Requirement } from './catalogue/catalogue.ts';
import { sourcesAbout, sourcesOf, type Source } from './evidence.ts';
import { currentEntry } from './history.ts';
import { standingOf, type Standing } from './standing.ts';

/** One answer at the top of a feature's page: a short answer, what the tier requires, and recorded evidence. */
export interface AnswerToReader {
  label: string;
  says: string;
  /** Whether the tier requires it, and the requirement in question. */
  rule?: { says: string; requirement: Requirement };
  evidence: { says: string; sources: Source[] }[];
}

/** Returns the answers to the questions in site.yaml that apply to a feature; none for a removed feature. */
export function answersOf(
  { site, tiers }: Pick<Catalogue, 'site' | 'tiers'>,
  feature: Feature,
  requirements: readonly Requirement[],
): AnswerToReader[] {
  const { tier } = currentEntry(feature);
  if (!tier) return [];
  const sources = sourcesOf(site, feature);
  return site.answers.flatMap(({ label, requirement: id, yes, no, maintainers, detail }) => {
    const answer = feature.details.find((it) => it.label === detail);
    if (answer) {
      const proof = sources.filter(({ urls }) => answer.url !== undefined && urls.includes(answer.url));
      return [{ label, says: answer.value, evidence: proof.length > 0 ? [{ says: '', sources: proof }] : [] }];
    }
    const requirement = requirements.find((it) => it.id === id);
    if (!requirement || !requirement.appliesTo.includes(feature.category)) return [];
    const standing = standingOf(tiers, feature, requirement);
    const required = requirement.tier.level >= tier.level;
    const exception = standing === 'disputed' ? ', but evidence says otherwise' : '';
    const rule = { says: `${required ? 'Required' : 'Not required'} by ${tier.label}${exception}`, requirement };
    const short: Partial<Record<Standing, string | undefined>> = {
      required: yes,
      open: no,
      beyond: no,
      missing: 'Unmet',
      waived: 'Waived',
    };
    const recorded = sourcesAbout(sources, requirement.id).map((it) => ({
      says: withoutLabel(it, feature),
      sources: [it],
    }));
    const people = { says: feature.maintainers.join(', ') || 'Not named in the policy', sources: [] };
    const evidence = maintainers ? [people, ...recorded] : recorded;
    const says = short[standing];
    return [{ label, rule, ...(says === undefined ? splitReply(evidence) : { says, evidence }) }];
  });
}

/** Uses a "Yes" or "No" at the beginning of the evidence as the short answer. */
function splitReply(evidence: AnswerToReader['evidence']): Pick<AnswerToReader, 'says' | 'evidence'> {
  const [first, ...others] = evidence;
  const [, reply, rest] = /^(Yes|No)\b[,;:.]?\s*(.*)$/s.exec(first?.says ?? '') ?? [];
  if (!first || reply === undefined || rest === undefined) return { says: '', evidence };
  return { says: reply, evidence: [{ ...first, says: rest.charAt(0).toUpperCase() + rest.slice(1) }, ...others] };
}

/** Returns a detail without its label, which would repeat the question. */
const withoutLabel = ({ says }: Source, { details }: Feature): string =>
  details.find(({ label, value }) => says === `${label}: ${value}`)?.value ?? says;

/** Returns the details that neither an answer nor the warning already shows. */
export function otherDetails({ site }: Pick<Catalogue, 'site'>, { details, warning }: Feature): Feature['details'] {
  const shown = site.answers.flatMap(({ requirement, detail }) => [requirement, detail]);
  return details.filter(
    ({ label, about, url }) =>
      !shown.includes(label) &&
      (about === undefined || !shown.includes(about)) &&
      (url === undefined || url !== warning?.url),
  );
}
