import { address } from '../../domain/addresses/address.ts';
import type { Outline, TierOutline } from '../../domain/stack/outline.ts';
import type { Obstacle, Support } from '../../domain/propose/supported-tier.ts';
import type { Subject } from '../../domain/propose/subject.ts';
import { labelAt, tierWords } from '../../domain/tier.ts';
import { counted, runs } from '../../domain/words.ts';
import { spans, type Block, type Span } from '../stack/answer-blocks.ts';
import { proposedFile, historyEntry, newId, type Proposal } from './proposed-file.ts';

/** A tier with what it means, or what it is to be in none. */
export function statusOf(tiers: readonly TierOutline[], at: number | null): string {
  const tier = tiers.find((it) => it.level === at);
  return tier ? tierWords(tier) : 'no tier yet';
}

/** What the answers give, in a sentence. */
export function supportWords({ tiers }: Pick<Outline, 'tiers'>, { level: at, next, obstacles }: Support): string {
  const count = (because: Obstacle['because']) => obstacles.filter((it) => it.because === because).length;
  const [lacking, unproven, open] = [count('unmet'), count('unproven'), count('unanswered')];
  const parts = [
    ...(lacking > 0 ? [`${lacking} unmet`] : []),
    ...(unproven > 0 ? [`${counted(unproven, 'answer')} without evidence`] : []),
    ...(open > 0 ? [`${counted(open, 'question')} left`] : []),
  ];
  return `Your answers support ${statusOf(tiers, at)}.${next === null ? '' : ` ${labelAt(tiers, next)}: ${parts.join(', ')}.`}`;
}

/** The answer in a sentence or two, with an id of the query that means nothing. */
export const proposalVerdict = (
  outline: Pick<Outline, 'tiers'>,
  { unknown }: { unknown?: string },
  given: Support,
): string => `${unknown === undefined ? '' : `Unknown feature: ${unknown}. `}${supportWords(outline, given)}`;

/** One obstacle in the words of a table's cell, leading to the written requirement where there is one. */
export function obstacleSpans({ as, requirement, because }: Obstacle): Span[] {
  const words = runs(as).map((run) => (requirement ? { ...run, path: address.requirement(requirement) } : run));
  const remark = {
    unmet: requirement ? '' : ' (not a requirement of the policy)',
    unproven: ': no evidence yet',
    unanswered: ': not answered yet',
  };
  return spans(words, remark[because]);
}

/** What the answers would change about a feature that has a status already. */
function change(tiers: readonly TierOutline[], { feature }: Subject, { level: at }: Support): string {
  if (!feature || at === null || feature.level === null) return '';
  if (at === feature.level) return ` It is in ${labelAt(tiers, at)} today.`;
  return ` It is in ${labelAt(tiers, feature.level)} today, so this would be a ${at < feature.level ? 'promotion' : 'demotion'}.`;
}

/** What follows from the answers, under headings, with what would be written into the content. */
export function proposalAnswer(outline: Outline, subject: Subject, proposal: Proposal): Block[] {
  const { support } = proposal;
  const { next, obstacles } = support;
  const entry = historyEntry(outline, proposal);
  const file = subject.feature ? entry : proposedFile(outline, proposal);
  const path = `${proposal.folder}${subject.feature?.id ?? newId(proposal.draft)}.mdx`;
  const blocks: Block[] = [
    { kind: 'heading', text: 'Result' },
    { kind: 'says', spans: spans(supportWords(outline, support), change(outline.tiers, subject, support)) },
  ];
  if (next !== null)
    blocks.push(
      { kind: 'heading', text: `Still needed for ${labelAt(outline.tiers, next)}` },
      { kind: 'list', items: obstacles.map(obstacleSpans) },
    );
  if (file === undefined) return blocks;
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
