import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import { address, type Absolute } from '../../domain/addresses/address.ts';
import { apiVersions } from '../api/api-versions.ts';
import { apiListing } from '../api/api-files.ts';
import { featureFields } from '../api/api-schema.ts';
import { dataWords } from '../words/data-page.ts';
import { examples } from '../api/examples.ts';
import { blocks, escapeMarkdown, fenced, link, list, textMarkdown } from './markdown-syntax.ts';

const files = (absolute: Absolute): string =>
  list(
    apiListing.map(
      ({ name, description }) => `${link(`\`${name}\``, absolute(address.api(name)))}: ${escapeMarkdown(description)}`,
    ),
  );

/** The page at the address of the API folder. */
export const apiIndexMarkdown = (absolute: Absolute): string =>
  blocks(
    `# ${dataWords.files}`,
    `${dataWords.purpose} ${link('API and data', absolute(address.data))} has an example for each file and explains every field of a feature.`,
    files(absolute),
  );

/** The page "API and data". */
export function dataMarkdown({ site, features }: Pick<Catalogue, 'site' | 'features'>, absolute: Absolute): string {
  const fileUrl = (name: string) => absolute(address.api(name));
  return blocks(
    '# API and data',
    `${dataWords.purpose} Start with ${link('`index.json`', fileUrl('index.json'))}.`,
    '## Files',
    files(absolute),
    textMarkdown(dataWords.badges),
    '## Examples',
    ...examples(fileUrl, features[0]?.id).map(({ id, label, says, code }) =>
      blocks(`### ${label}`, escapeMarkdown(says), fenced(code, id === 'curl' ? 'sh' : id)),
    ),
    '## Fields of a feature',
    list(featureFields.map(({ name, says }) => `\`${name}\`: ${escapeMarkdown(says)}`)),
    textMarkdown(dataWords.table),
    textMarkdown(dataWords.changes),
    '## Feeds and Markdown',
    list([
      `${dataWords.feeds}: ${link('Atom', absolute(address.changesAtom))}, ${link('JSON Feed', absolute(address.changesFeed))}. The page of each feature links to its own two feeds.`,
      `${link('The full policy as one Markdown file', absolute(address.document(site)))}.`,
      `Every page in Markdown: add \`${address.markdown('')}\` to its address. ${link(address.llms, absolute(address.llms))} lists them.`,
    ]),
    '## What may change',
    textMarkdown(dataWords.promise),
    list(apiVersions.map(({ version, says }) => `${version}: ${textMarkdown(says)}`)),
  );
}
