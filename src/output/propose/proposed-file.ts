import { waivedIn, type Draft } from '../../domain/propose/draft.ts';
import type { PlainCatalogue } from '../../domain/plain-catalogue.ts';
import type { Support } from '../../domain/propose/supported-tier.ts';
import { idFrom } from '../../domain/text.ts';

/** A placeholder for the pull request, whose number is not known yet. */
const source = (repository: string | undefined): string => `${repository ?? 'https://example.org'}/pull/NUMBER`;

/** Trimmed text as a YAML scalar. Every JSON string is valid YAML. */
const yamlQuoted = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' '));

/** A proposal with everything that its history entry needs. */
export interface Proposal {
  category: string;
  draft: Draft;
  support: Support;
  /** A day as YYYY-MM-DD. */
  date: string;
  /** The folder of the feature files, with a slash at its end. */
  folder: string;
  repository?: string | undefined;
}

type Tiers = Pick<PlainCatalogue, 'tiers'>;

/** The new history entry, or nothing if the answers support no tier. */
export function historyEntry({ tiers }: Tiers, { draft, support, date, repository }: Proposal): string | undefined {
  const { level, obstacles } = support;
  const tier = tiers.find((it) => it.level === level);
  if (!tier) return undefined;
  // A requirement answered "yes" without evidence is not listed as missing.
  const lacking = obstacles.filter(({ because }) => because !== 'unproven');
  const missing = lacking.flatMap(({ as, requirement, because }) => [
    `      - as: ${yamlQuoted(as)}${because === 'unanswered' ? ' # not answered yet' : ''}`,
    ...(requirement ? [`        requirement: ${requirement.id}`] : []),
  ]);
  const waived = waivedIn(draft).flatMap(([id, { note }]) => [
    `      - requirement: ${id}`,
    `        reason: ${yamlQuoted(note.trim() || 'Write why.')}`,
    `        source: ${source(repository)}`,
  ]);
  return [
    `  - date: ${date}`,
    `    tier: ${tier.slug}`,
    ...(missing.length > 0 ? ['    missing:', ...missing] : []),
    ...(waived.length > 0 ? ['    waived:', ...waived] : []),
    `    source: ${source(repository)}`,
  ].join('\n');
}

/** The id of a new feature, from its name. */
export const idOfProposal = ({ name }: Pick<Draft, 'name'>): string => idFrom(name) || 'new-feature';

/** The file of a new feature, or nothing if the answers support no tier. */
export function proposedFile(catalogue: Tiers, proposal: Proposal): string | undefined {
  const { category, draft } = proposal;
  const entry = historyEntry(catalogue, proposal);
  if (entry === undefined) return undefined;
  const head = [
    `name: ${yamlQuoted(draft.name.trim() || 'New feature')}`,
    `category: ${category}`,
    `description: ${yamlQuoted(draft.description.trim() || 'Write what it is, in a sentence.')}`,
  ];
  return ['---', ...head, 'history:', entry, '---', ''].join('\n');
}
