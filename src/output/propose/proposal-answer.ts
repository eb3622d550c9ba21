import { address } from '../../domain/addresses/address.ts';
import type { Outline, TierOutline } from '../../domain/stack/outline.ts';
import type { Obstacle, Support } from '../../domain/propose/supported-tier.ts';
import type { Subject } from '../../domain/propose/subject.ts';
import { tierName, tierWords } from '../../domain/tier.ts';
import { counted, runs } from '../../domain/words.ts';
import { spans, type Block, type Span } from '../stack/answer-blocks.ts';
import { proposedFile, historyEntry, newId, type Proposal } from './proposed-file.ts';

const level = (at: number): string => tierName({ level: at });

/** A tier with what it means, or what it is to be in none. */
export function statusOf(tiers: readonly TierOutline[], at: number | null): string {
  const tier = tiers.find((it) => it.level === at);
  return tier ? tierWords(tier) : 'no tier yet';
}

/** What the answers give, in a sentence. */
export function supportWords({ tiers }: Pick<Outline, 'tiers'>, { level: at, next, obstacles }: Support): string {
  const open = obstacles.filter(({ answered }) => !answered).length;
  const lacking = obstacles.length - open;
  const parts = [
    ...(lacking > 0 ? [`${lacking} missing`] : []),
    ...(open > 0 ? [`${counted(open, 'answer')} to give`] : []),
  ];
  return `The answers support ${statusOf(tiers, at)}.${next === null ? '' : ` For ${level(next)}: ${parts.join(', ')}.`}`;
}

/** The answer in a sentence or two, with an id of the query that means nothing. */
export const proposalVerdict = (
  outline: Pick<Outline, 'tiers'>,
  { unknown }: { unknown?: string },
  given: Support,
): string =>
  `${unknown === undefined ? '' : `Left out, since nothing tracked has such an id: ${unknown}. `}${supportWords(outline, given)}`;

/** One obstacle in the words of a table's cell, leading to the written requirement where there is one. */
export function obstacleSpans({ as, requirement, answered }: Obstacle): Span[] {
  const words = runs(as).map((run) => (requirement ? { ...run, path: address.requirement(requirement) } : run));
  return spans(words, !answered ? ': not answered yet' : requirement ? '' : ' (no written requirement)');
}

/** What the answers would change about a feature that has a status already. */
function change({ feature }: Subject, { level: at }: Support): string {
  if (!feature || at === null || feature.level === null) return '';
  if (at === feature.level) return ` It is in ${level(at)} today.`;
  return ` It is in ${level(feature.level)} today, so this would be a ${at < feature.level ? 'promotion' : 'demotion'}.`;
}

/** What follows from the answers, under headings, with what would be written into the content. */
export function proposalAnswer(outline: Outline, subject: Subject, proposal: Proposal): Block[] {
  const { support } = proposal;
  const { next, obstacles } = support;
  const entry = historyEntry(proposal);
  const file = subject.feature ? entry : proposedFile(proposal);
  const path = `${proposal.folder}${subject.feature?.id ?? newId(proposal.draft)}.mdx`;
  const blocks: Block[] = [
    { kind: 'heading', text: 'What the answers support' },
    { kind: 'says', spans: spans(supportWords(outline, support), change(subject, support)) },
  ];
  if (next !== null)
    blocks.push(
      { kind: 'heading', text: `Between it and ${level(next)}` },
      { kind: 'list', items: obstacles.map(obstacleSpans) },
    );
  if (file === undefined) return blocks;
  const label = subject.feature ? 'history entry' : 'feature file';
  const where = subject.feature ? 'at the top of the history in ' : 'as ';
  return [
    ...blocks,
    { kind: 'heading', text: 'As content' },
    {
      kind: 'says',
      spans: spans(
        `To be written ${where}`,
        { text: path, code: true },
        ', with the number of the pull request for NUMBER.',
      ),
    },
    { kind: 'code', label, language: 'yaml', text: file },
  ];
}
