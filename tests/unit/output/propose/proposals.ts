// Proposals for Lantern, with text that needs escaping.
import { emptyDraft, unanswered, type Draft } from '../../../../src/domain/propose/draft.ts';
import { support } from '../../../../src/domain/propose/supported-tier.ts';
import { lanternCatalogue } from '../../domain/plain-catalogues.ts';

export const catalogue = lanternCatalogue();
export const special = 'It: "said" # <b> \\ \'x\'\n- y: {z}';
/** The same text, escaped for Markdown. */
export const specialMarkdown = 'It: "said" # \\<b> \\\\ \'x\' - y: {z}';
export const proposal = (category: string, draft: Draft) => ({
  category,
  draft,
  support: support(catalogue, category, draft),
  date: '2024-07-01',
  folder: 'content/features/',
});
export const draftWith = (replies: Record<string, 'yes' | 'no' | 'waived'>, as = ''): Draft => ({
  ...emptyDraft(),
  name: special,
  description: special,
  answers: Object.fromEntries(
    Object.entries(replies).map(([id, reply]) => [id, { ...unanswered({ level: 2 }), reply, as, note: special }]),
  ),
});
