import { address } from '../../domain/address.ts';
import { apiVersions } from '../../domain/api-versions.ts';
import type { Absolute } from '../../domain/snapshot.ts';
import { apiListing } from '../api.ts';
import { featureFields } from '../api-schema.ts';
import { examples } from '../examples.ts';
import { blocks, escapeMarkdown, link, list } from './write.ts';

/** What the page about the published files says. */
export function dataMarkdown(absolute: Absolute): string {
  const fileUrl = (name: string) => absolute(address.api(name));
  return blocks(
    '# Data for programs',
    `Everything on this site as files. They need no key, change only when the content does, and any page may fetch them. Begin with ${link('`index.json`', fileUrl('index.json'))}.`,
    '## Files',
    list(apiListing.map(({ name, description }) => `${link(`\`${name}\``, fileUrl(name))}: ${escapeMarkdown(description)}`)),
    '## Examples',
    ...examples(fileUrl).map(({ id, label, says, code }) => blocks(`### ${label}`, escapeMarkdown(says), `\`\`\`${id === 'curl' ? 'sh' : id}\n${code}\`\`\``)),
    '## A feature’s fields',
    list(featureFields.map(({ name, says }) => `\`${name}\`: ${escapeMarkdown(says)}`)),
    'In the table, `id`, `tier` and `since` come first and never need quotes; lists are joined with “; ”, each feature is one line, and a field that a spreadsheet would take for a formula is led by an apostrophe.',
    '## Feeds and Markdown',
    list([
      `The newest changes of status, 500 at least: ${link('Atom', absolute(address.changesAtom))}, ${link('JSON Feed', absolute(address.changesFeed))}; each feature has the same two beside its page.`,
      `${link('The whole policy as one Markdown file', absolute(address.document))}.`,
      `Every page in Markdown: \`${address.twin('')}\` beside it. ${link(address.llms, absolute(address.llms))} lists them.`,
    ]),
    '## What may change',
    'Below `api/v1` fields are added, never renamed, retyped or removed; ignore those that you do not know, and expect further kinds of change. Ids are never given to anything else: a renamed feature lists its old ones, whose files stay, and a removed one stays with `"tier": null`.',
    list(apiVersions.map(({ version, says }) => `${version}: ${escapeMarkdown(says)}`)),
  );
}
