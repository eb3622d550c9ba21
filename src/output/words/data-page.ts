import { address } from '../../domain/addresses/address.ts';
import { changeKinds } from '../../schema/api.ts';
import { leastInFeed } from '../../domain/history.ts';

/** Sentences of the page "API and data", for HTML and Markdown. Backticks mark code. */
export const dataWords = {
  files: 'Files of the API',
  purpose: 'Everything on this site as files. No key is needed, and any website may fetch them.',
  table:
    'In the table, each feature is one line. `id`, `tier` and `since` come first and never need quotes. The items of a list are joined with “; ”. If a spreadsheet would read a field as a formula, the field begins with an apostrophe.',
  badges: `Images of a feature’s status: a badge, \`${address.badge({ id: 'ID' })}\`, and a card for social media, \`${address.card(address.feature({ id: 'ID' }))}\`.`,
  changes: `Each change has a kind: ${changeKinds.map((kind) => `\`${kind}\``).join(', ')}. \`from\` and \`to\` are the tiers before and after, or \`null\` if there was none; \`sentence\` describes the change in plain words.`,
  feeds: `The newest changes of status (at least ${leastInFeed})`,
  promise:
    'Within `api/v1`, fields may be added, but never renamed, retyped or removed. The rank of a tier (`tier`, `from`, `to`, `level`) may shift when a tier is added, but its slug (`tierSlug`, `fromSlug`, `toSlug`, `slug`) does not. Ignore fields that you do not know, and expect new kinds of change. Ids are never reused. A renamed feature lists its former ids, and their files remain. A removed feature remains, with `"tier": null`.',
} as const;
