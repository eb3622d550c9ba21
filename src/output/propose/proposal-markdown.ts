import { address, type Absolute } from '../../domain/addresses/address.ts';
import { ownTierEvidence, unanswered, type Answer } from '../../domain/propose/draft.ts';
import type { PlainCatalogue, PlainRequirement, PlainTier } from '../../domain/plain-catalogue.ts';
import { requirementsFor } from '../../domain/stack/stack.ts';
import type { ProposalData, Subject } from '../../domain/propose/subject.ts';
import { labelAt } from '../../domain/tier.ts';
import { missingFor } from '../../domain/missing.ts';
import { nameRuns } from '../../domain/text.ts';
import { markdownOf, type Block } from '../stack/answer-blocks.ts';
import { blocks, escapeMarkdown, link, quote, textMarkdown } from '../markdown/markdown-syntax.ts';
import { obstacleSpans, statusOf, supportWords } from './proposal-answer.ts';
import type { Proposal } from './proposed-file.ts';

const replyWords: Record<Answer['reply'], string> = {
  '': 'Not answered yet.',
  yes: 'Yes.',
  no: 'No.',
  waived: 'Waived.',
};

const noEvidence = 'No evidence was given.';

function answerWords(
  tiers: readonly PlainTier[],
  requirement: PlainRequirement,
  answer: Answer | undefined,
  level: number | null | undefined,
): string {
  const { reply, as, from, note } = answer ?? unanswered(requirement);
  if ((reply === 'yes' || reply === 'waived') && note.trim() === '') return `**${replyWords[reply]}** ${noEvidence}`;
  const lacks =
    reply === 'no'
      ? ` ${escapeMarkdown(missingFor({ label: labelAt(tiers, from) }, [{ requirement }]))}: ${textMarkdown(as.trim() || requirement.title)}.`
      : '';
  // The reason for a waiver and the prefilled note are plain text. Any other note may be Markdown.
  const isText = reply === 'waived' || (level != null && note.trim() === ownTierEvidence(tiers, level).trim());
  const why = isText ? escapeMarkdown(note.trim()) : note.trim();
  return `**${replyWords[reply]}**${lacks}${why && ` ${why}`}`;
}

/** A proposal as Markdown for a pull request or an issue. With `policyText`, it quotes each requirement. */
export function proposalMarkdown(
  catalogue: PlainCatalogue,
  subject: Subject,
  proposal: Proposal,
  absolute: Absolute,
  policyText?: ProposalData['policyText'],
): string {
  const { draft, support } = proposal;
  const { tiers, categories } = catalogue;
  const title = nameRuns(subject.feature?.name ?? (draft.name.trim() || 'New feature'));
  const kind = categories.find(({ id }) => id === subject.category)?.name ?? '';
  const now = subject.feature ? `now in ${statusOf(tiers, subject.feature.level)}` : 'new';
  const summary: Block[] = [
    {
      kind: 'says',
      spans: [...title, { text: ` (${kind}, ${now}). ${supportWords(catalogue, support)}`, code: false }],
    },
    { kind: 'list', items: support.obstacles.map(obstacleSpans) },
  ];
  const sections = tiers.toReversed().flatMap((tier) => {
    const required = requirementsFor(catalogue, subject.category).filter(({ level }) => level === tier.level);
    const questions = required.flatMap((it) => {
      const text = policyText?.[it.id];
      return [
        `### ${link(escapeMarkdown(it.title), absolute(address.requirement(it)))}`,
        text === undefined ? '' : quote(text),
        answerWords(tiers, it, draft.answers[it.id], subject.feature?.level),
      ];
    });
    return [`## ${escapeMarkdown(statusOf(tiers, tier.level))}`, ...questions];
  });
  const about = subject.feature ? '' : escapeMarkdown(draft.description.trim());
  return `${blocks(markdownOf(summary, absolute).trim(), about, ...sections)}\n`;
}
