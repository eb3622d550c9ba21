import { address } from '../../domain/addresses/address.ts';
import { changeKinds } from '../../schema/api.ts';
import { leastInFeed } from '../feeds/feed.ts';

/** Sentences of the page "API and data", for HTML and Markdown. Backticks mark code. */
export const dataWords = {
  files: 'Files of the API',
  purpose: 'Everything on this site as files. They need no key, and any page may fetch them.',
  table:
    'In the table, `id`, `tier` and `since` come first and never need quotes; lists are joined with “; ”, each feature is one line, and a field that a spreadsheet would read as a formula begins with an apostrophe.',
  badges: `Pictures of a feature’s status: a badge, \`${address.badge({ id: 'ID' })}\`, and a card for social media, \`${address.card(address.feature({ id: 'ID' }))}\`.`,
  changes: `Each change has a kind: ${changeKinds.map((kind) => `\`${kind}\``).join(', ')}. \`from\` and \`to\` are the levels before and after, \`null\` where there was none; \`sentence\` says it in plain words.`,
  feeds: `The newest changes of status (at least ${leastInFeed})`,
  promise:
    'Below `api/v1` fields are added, never renamed, retyped or removed; ignore those that you do not know, and expect further kinds of change. Ids are never given to anything else: a renamed feature lists its old ones, whose files stay, and a removed one stays with `"tier": null`.',
} as const;
