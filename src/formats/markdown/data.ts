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
    '## What may change',
    'Below `api/v1` fields are added, never renamed, retyped or removed.',
    list(apiVersions.map(({ version, says }) => `${version}: ${escapeMarkdown(says)}`)),
  );
}
