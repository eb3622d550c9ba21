import { waivedIn } from '../../domain/propose/draft.ts';
import type { PlainCatalogue } from '../../domain/plain-catalogue.ts';
import type { Subject } from '../../domain/propose/subject.ts';
import { withoutBackticks } from '../../domain/text.ts';
import { escapeMarkdown, textMarkdown } from '../markdown/markdown-syntax.ts';
import type { Form } from './issue-form.ts';
import type { Proposal } from './proposed-file.ts';

/** An issue form that a proposal fills in. */
export interface FilledForm {
  form: Form;
  fields: Record<string, string>;
  /** The id of the field for the answers as Markdown. */
  answers: string;
}

/** Fills in the form for a tier change, or the form for a new feature. */
export function proposalForm(
  { tiers }: Pick<PlainCatalogue, 'tiers'>,
  { category, feature }: Subject,
  { draft, support: { level, obstacles } }: Proposal,
): FilledForm {
  const missing = obstacles
    .map(({ as, requirement }) => textMarkdown(as) + (requirement ? ` (${requirement.id})` : ''))
    .join('\n');
  const slugAt = (at: number | null) => tiers.find((tier) => tier.level === at)?.slug;
  const tier = slugAt(level);
  const status = { ...(tier !== undefined && { tier }), missing };
  if (!feature) {
    const { name, description } = draft;
    return {
      form: 'feature',
      fields: { title: `Track ${withoutBackticks(name)}`, name, category, description, ...status },
      answers: 'evidence',
    };
  }
  const waived = waivedIn(draft)
    .map(([id, { note }]) => `${id}: ${escapeMarkdown(note)}`)
    .join('\n');
  return {
    form: 'tier-change',
    fields: {
      title: `Tier of ${feature.id}`,
      feature: feature.id,
      from: String(slugAt(feature.level)),
      ...status,
      waived,
    },
    answers: 'note',
  };
}
