import { address, type Absolute } from '../../domain/addresses/address.ts';
import type { Catalogue, Entry } from '../../domain/catalogue/catalogue.ts';
import { currentEntry } from '../../domain/history.ts';
import { statusWords } from '../../domain/status.ts';
import { blocks, escapeMarkdown, link, list, nameMarkdown } from '../markdown/markdown-syntax.ts';

/** `llms.txt` (llmstxt.org): a list of all pages with the addresses of their Markdown versions. */
export function llmsText({ site, tiers, features, requirements, categories }: Catalogue, absolute: Absolute): string {
  const page = (label: string, path: string, says: string) =>
    `${link(label, absolute(address.markdown(path)))}: ${escapeMarkdown(says)}`;
  const text = blocks(
    `# ${escapeMarkdown(site.title)}`,
    `> ${escapeMarkdown(site.description)}`,
    `Each page is also published as Markdown: add ${address.markdown('')} to its address. The source of the policy is ${link('the document', site.source)}.`,
    '## Site',
    list([
      `${link('The policy as one document', absolute(address.document(site)))}: every word and table of it`,
      page('Status', address.home, 'every feature and its tier'),
      page('Changes', address.changes, 'every change of status, newest first'),
      page('Snapshots', address.snapshots, 'the tables as they were on past days'),
      page('API and data', address.data, 'files for programs: JSON with a schema, CSV and feeds'),
      page('Check a combination', address.stack, 'how well features are supported together'),
      page('Propose a tier', address.propose, 'every requirement as a question, to find which tier fits a feature'),
    ]),
    '## Tiers',
    list(tiers.map((tier) => page(escapeMarkdown(tier.label), address.tier(tier), tier.title))),
    '## Features',
    list(
      features.map((feature) =>
        page(
          nameMarkdown(feature.name),
          address.feature(feature),
          `${place(currentEntry(feature))}. ${feature.description}`,
        ),
      ),
    ),
    '## Requirements',
    list(
      requirements.map((it) =>
        page(escapeMarkdown(it.title), address.requirement(it), `a requirement of ${it.tier.label}`),
      ),
    ),
    '## Optional',
    list(
      categories.map((category) =>
        page(escapeMarkdown(category.plural), address.category(category), category.description),
      ),
    ),
  );
  return `${text}\n`;
}

const place = (entry: Entry): string => (entry.tier ? entry.tier.label : statusWords(entry));
