import { waivedIn, type Draft } from '../../domain/propose/answers.ts';
import type { Outline } from '../../domain/stack/outline.ts';
import type { Support } from '../../domain/propose/supported-tier.ts';
import { idFrom } from '../../domain/words.ts';

/** Where the decision can be read, until whoever opens the pull request knows its number. */
const source = (repository: string | undefined): string => `${repository ?? 'https://example.org'}/pull/NUMBER`;

/** Any text without spaces at its ends as a YAML scalar: JSON's strings are YAML's. */
const quoted = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' '));

/** What a proposal becomes in the content. */
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

type Tiers = Pick<Outline, 'tiers'>;

/** The entry of a history that the answers give, to stand at its top; nothing where they support no tier. */
export function historyEntry({ tiers }: Tiers, { draft, support, date, repository }: Proposal): string | undefined {
  const { level, obstacles } = support;
  const tier = tiers.find((it) => it.level === level);
  if (!tier) return undefined;
  // What is said to be met is not missing, though it does not count without evidence.
  const lacking = obstacles.filter(({ because }) => because !== 'unproven');
  const missing = lacking.flatMap(({ as, requirement, because }) => [
    `      - as: ${quoted(as)}${because === 'unanswered' ? ' # not answered yet' : ''}`,
    ...(requirement ? [`        requirement: ${requirement.id}`] : []),
  ]);
  const waived = waivedIn(draft).flatMap(([id, { note }]) => [
    `      - requirement: ${id}`,
    `        reason: ${quoted(note.trim() || 'Write why.')}`,
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
export const newId = ({ name }: Pick<Draft, 'name'>): string => idFrom(name) || 'new-feature';

/** The whole file of a new feature; nothing where the answers support no tier. */
export function proposedFile(outline: Tiers, proposal: Proposal): string | undefined {
  const { category, draft } = proposal;
  const entry = historyEntry(outline, proposal);
  if (entry === undefined) return undefined;
  const head = [
    `name: ${quoted(draft.name.trim() || 'New feature')}`,
    `category: ${category}`,
    `description: ${quoted(draft.description.trim() || 'Write what it is, in a sentence.')}`,
  ];
  return ['---', ...head, 'history:', entry, '---', ''].join('\n');
}
