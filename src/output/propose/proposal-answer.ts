import { address } from '../../domain/addresses/address.ts';
import type { PlainCatalogue, PlainTier } from '../../domain/plain-catalogue.ts';
import { draftOf } from '../../domain/propose/draft.ts';
import { support, type Obstacle, type Support } from '../../domain/propose/supported-tier.ts';
import type { Subject } from '../../domain/propose/subject.ts';
import { labelAt, tierWords } from '../../domain/tier.ts';
import { counted, runs } from '../../domain/text.ts';
import { spans, type Block, type Span } from '../stack/answer-blocks.ts';
import { proposedFile, historyEntry, idOfProposal, type Proposal } from './proposed-file.ts';

/** The label and title of a tier, or "no tier yet". */
export function statusOf(tiers: readonly PlainTier[], at: number | null): string {
  const tier = tiers.find((it) => it.level === at);
  return tier ? tierWords(tier) : 'no tier yet';
}

/** Which tier the answers support, and how much the next tier still needs. */
export function supportWords(
  { tiers }: Pick<PlainCatalogue, 'tiers'>,
  { level: at, next, obstacles }: Support,
): string {
  const count = (because: Obstacle['because']) => obstacles.filter((it) => it.because === because).length;
  const [lacking, unproven, open] = [count('unmet'), count('unproven'), count('unanswered')];
  const parts = [
    ...(lacking > 0 ? [`${lacking} unmet`] : []),
    ...(unproven > 0 ? [`${counted(unproven, 'answer')} without evidence`] : []),
    ...(open > 0 ? [`${counted(open, 'question')} left`] : []),
  ];
  return `Your answers support ${statusOf(tiers, at)}.${next === null ? '' : ` ${labelAt(tiers, next)}: ${parts.join(', ')}.`}`;
}

/** The answer in a sentence or two, after a remark about an unknown feature id in the address. */
export const proposalVerdict = (
  catalogue: Pick<PlainCatalogue, 'tiers'>,
  { unknown }: { unknown?: string },
  found: Support,
): string => `${unknown === undefined ? '' : `Unknown feature: ${unknown}. `}${supportWords(catalogue, found)}`;

/** An obstacle in the same words as a table cell, linked to its written requirement if there is one. */
export function obstacleSpans({ as, requirement, because }: Obstacle): Span[] {
  const named = runs(as).map((run) => (requirement ? { ...run, path: address.requirement(requirement) } : run));
  const remark = {
    unmet: requirement ? '' : ' (not a requirement of the policy)',
    unproven: ': no evidence yet',
    unanswered: ': not answered yet',
  };
  return spans(named, remark[because]);
}

/** Compares the answers with the current tier of a feature. */
function change(tiers: readonly PlainTier[], { feature }: Subject, { level: at }: Support): string {
  if (!feature || at === null || feature.level === null) return '';
  if (at === feature.level) return ` It is in ${labelAt(tiers, at)} today.`;
  return ` It is in ${labelAt(tiers, feature.level)} today, so this would be a ${at < feature.level ? 'promotion' : 'demotion'}.`;
}

/** Whether a proposal's history entry follows from the published status alone, without any other answer. */
function isUnanswered(
  catalogue: PlainCatalogue,
  { category, feature }: Subject,
  proposal: Proposal,
  entry: string | undefined,
): boolean {
  if (!feature) return false;
  const draft = draftOf(catalogue, feature);
  return entry === historyEntry(catalogue, { ...proposal, draft, support: support(catalogue, category, draft) });
}

/** The full answer under headings, with the change to the source file. */
export function proposalAnswer(catalogue: PlainCatalogue, subject: Subject, proposal: Proposal): Block[] {
  const { next, obstacles } = proposal.support;
  const entry = historyEntry(catalogue, proposal);
  const file = subject.feature ? entry : proposedFile(catalogue, proposal);
  const path = `${proposal.folder}${subject.feature?.id ?? idOfProposal(proposal.draft)}.mdx`;
  const blocks: Block[] = [
    { kind: 'heading', text: 'Result' },
    {
      kind: 'says',
      spans: spans(supportWords(catalogue, proposal.support), change(catalogue.tiers, subject, proposal.support)),
    },
  ];
  if (next !== null)
    blocks.push(
      { kind: 'heading', text: `Still needed for ${labelAt(catalogue.tiers, next)}` },
      { kind: 'list', items: obstacles.map(obstacleSpans) },
    );
  if (file === undefined) return blocks;
  if (isUnanswered(catalogue, subject, proposal, entry)) {
    if (proposal.support.level !== subject.feature?.level) return blocks;
    return [...blocks, { kind: 'says', spans: spans('This is its status today, so the source file needs no change.') }];
  }
  const label = subject.feature ? 'history entry' : 'feature file';
  const where = subject.feature ? 'at the top of the history in ' : 'as ';
  return [
    ...blocks,
    { kind: 'heading', text: 'Change to the source file' },
    {
      kind: 'says',
      spans: spans(
        `Write this ${where}`,
        { text: path, code: true },
        ', and replace NUMBER with the number of the pull request.',
      ),
    },
    { kind: 'code', label, language: 'yaml', text: file },
  ];
}
