import type { Catalogue, Entry, Feature, Requirement } from '../../domain/catalogue/catalogue.ts';
import { address, type Absolute } from '../../domain/addresses/address.ts';
import { sourcesAbout, sourcesOf } from '../../domain/evidence.ts';
import { answersOf } from '../../domain/feature-answers.ts';
import { cellsOf, columnMarkdown } from '../../domain/columns.ts';
import { currentEntry, inTierSince } from '../../domain/history.ts';
import { requirementsByStanding } from '../../domain/standing.ts';
import { statusWords } from '../../domain/status.ts';
import { tierAbove } from '../../domain/tier.ts';
import { unmetHead } from '../../domain/missing.ts';
import { differencesIn } from '../../domain/rules/check-rules.ts';
import { capitalized, commitsIn, sourceName } from '../../domain/text.ts';
import {
  defaultWords,
  howToSwitch,
  nothingOpen,
  notRequiredBy,
  pageWords,
  switchLabel,
  switchLabels,
  type SwitchKind,
  tierRequirement,
  verifiedAgainst,
} from '../words/page-words.ts';
import { featureLink, missingMarkdown } from './tables.ts';
import { bodyMarkdown } from './content-body.ts';
import { blocks, escapeMarkdown, inlineCode, link, lineMarkdown, list, nameMarkdown } from './markdown-syntax.ts';

/** The page of a feature. */
export function featureMarkdown(catalogue: Catalogue, feature: Feature, absolute: Absolute): string {
  const { site, requirements } = catalogue;
  const { warning } = feature;
  const entry = currentEntry(feature);
  const pins = commitsIn(feature.evidence.flatMap(({ url, also }) => [url, ...also]));
  const { tier, note, release, date } = entry;
  const summary = tier?.summary ? `${tier.summary} ` : '';
  const ofRelease = release ? `, release ${release}` : '';
  return blocks(
    `# ${nameMarkdown(feature.name)}`,
    warning ? `**Warning:** ${escapeMarkdown(warning.says)} (${link('source', warning.url)})` : '',
    `**${escapeMarkdown(statusWords(entry)).trim()}** in ${escapeMarkdown(site.project)}, since ${inTierSince(feature)}. Category: ${escapeMarkdown(feature.category.label)}.`,
    tier ? escapeMarkdown(`${summary}As of ${date}${ofRelease}. ${pageWords.nothingNewer}`) : '',
    list([
      ...(feature.use.default ? [`On by default: ${defaultWords[feature.use.default]}`] : []),
      ...answersOf(catalogue, feature, requirements).map(({ label, says, rule, evidence }) =>
        escapeMarkdown(`${label}: ${[says, rule?.says, ...evidence.map((it) => it.says)].filter(Boolean).join('; ')}`),
      ),
      ...cellsOf(site, feature).map(
        ({ column }) => `${escapeMarkdown(column.label)}: ${lineMarkdown(columnMarkdown(feature, column), false)}`,
      ),
    ]),
    tier ? '' : escapeMarkdown(note ?? ''),
    escapeMarkdown(feature.description),
    ...requirementSections(catalogue, feature, absolute),
    section(
      pageWords.differences,
      differencesIn(feature, catalogue).map(({ rule, says, accepted }) =>
        escapeMarkdown(
          `${capitalized(says)}. ${rule.sentence}${accepted === undefined ? '' : ` Accepted: ${accepted}`}`,
        ),
      ),
    ),
    feature.body.trim() ? `## Note in the policy\n\n${bodyMarkdown(feature.body, absolute)}` : '',
    section(howToSwitch(feature), useItems(feature)),
    section(
      'Details',
      feature.details.map(
        ({ label, value, url, also }) => `${escapeMarkdown(`${label}: ${value}`)}${proofs(url, also)}`,
      ),
    ),
    section(
      'Sources',
      feature.evidence.map(({ says, url, also }) => escapeMarkdown(says) + proofs(url, also)),
    ),
    pins.length > 0 ? `${verifiedAgainst(pins.length)} ${pins.map(inlineCode).join(', ')}.` : '',
    section('Maintainers', [escapeMarkdown(feature.maintainers.join(', ') || pageWords.nobody)]),
    section('History', [
      ...feature.history.map((it) => historyItem(it, it === entry, absolute)),
      ...introducedItem(feature),
    ]),
    section(
      'Links',
      feature.links.map(({ label, url }) => link(escapeMarkdown(label), url)),
    ),
  );
}

function requirementSections(catalogue: Catalogue, feature: Feature, absolute: Absolute): string[] {
  const { tiers, site } = catalogue;
  const { tier, missing, waived } = currentEntry(feature);
  if (!tier) return [];
  const above = tierAbove(tiers, tier);
  const { required, disputed, notRequired } = requirementsByStanding(catalogue, feature);
  const linked = (requirement: Requirement) =>
    link(escapeMarkdown(requirement.title), absolute(address.requirement(requirement)));
  const sources = sourcesOf(site, feature);
  const otherwise = disputed.map((requirement) => {
    const evidence = sourcesAbout(sources, requirement.id).map(
      ({ says, urls }) => ` — ${escapeMarkdown(says)}${proofs(undefined, urls)}`,
    );
    return linked(requirement) + evidence.join('');
  });
  const unmet = missing.map((it) => {
    const kind = it.requirement ? `a ${tierRequirement(it.requirement)}` : 'the policy has no such requirement';
    return `${missingMarkdown([it], absolute).join('')} — ${escapeMarkdown(kind)}`;
  });
  const exempt = waived.map(
    ({ requirement, reason, source }) =>
      `${linked(requirement)}, a ${escapeMarkdown(tierRequirement(requirement))}, need not be met: ${escapeMarkdown(reason)} (${link('the decision', source)})`,
  );
  return [
    section(
      `Required by ${tier.label}`,
      required.length + disputed.length > 0 ? required.map(linked) : [pageWords.noneRequired],
    ),
    otherwise.length > 0 ? blocks(pageWords.disputed, list(otherwise)) : '',
    section(
      notRequiredBy(tier),
      notRequired.length > 0 ? notRequired.map(linked) : [nothingOpen(currentEntry(feature))],
    ),
    above ? section(unmetHead(above), unmet.length > 0 ? unmet : [pageWords.noneMissing]) : '',
    section('Waived', exempt),
  ];
}

const section = (title: string, items: readonly string[]): string =>
  items.length > 0 ? `## ${escapeMarkdown(title)}\n\n${list(items)}` : '';

function useItems({ use }: Feature): string[] {
  const fields = Object.keys(switchLabels) as SwitchKind[];
  return fields.flatMap((field) => (use[field] ? [`${switchLabel(use, field)}: ${inlineCode(use[field])}`] : []));
}

function proofs(url: string | undefined, also: readonly string[]): string {
  const links = (url ? [url, ...also] : also).map((it) => link(escapeMarkdown(it.split('/').at(-1) ?? it), it));
  return links.length > 0 ? ` (${links.join(', ')})` : '';
}

function historyItem(
  { date, tier, unsupported, missing, note, source, successor }: Entry,
  isCurrent: boolean,
  absolute: Absolute,
): string {
  const unmet = !isCurrent && missing.length > 0 ? `, unmet: ${missingMarkdown(missing, absolute).join(', ')}` : '';
  const why = note ? ` — ${escapeMarkdown(note)}` : '';
  const after = successor ? `; followed by ${featureLink(successor, absolute)}` : '';
  const withoutTier = unsupported ? 'not supported' : 'removed';
  const status = tier ? escapeMarkdown(tier.label) : withoutTier;
  return `${date}: ${status}${unmet}${why} (${link(escapeMarkdown(sourceName(source)), source)})${after}`;
}

function introducedItem({ introduced }: Feature): string[] {
  if (!introduced) return [];
  const first = introduced.date ? `${introduced.date}: first` : 'First';
  return [escapeMarkdown(`${first} released in ${introduced.release}`)];
}
