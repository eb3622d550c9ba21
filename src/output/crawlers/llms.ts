import { address, type Absolute } from '../../domain/addresses/address.ts';
import type { Catalogue, Entry } from '../../domain/catalogue/catalogue.ts';
import { changeDates, currentEntry } from '../../domain/history.ts';
import { everyRequirement } from '../../domain/policy-events.ts';
import { statusWords } from '../../domain/status.ts';
import { blocks, escapeMarkdown, link, list, nameMarkdown } from '../markdown/markdown-syntax.ts';

/** `llms.txt` (llmstxt.org): a list of all pages with the addresses of their Markdown versions. */
export function llmsText(catalogue: Catalogue, absolute: Absolute): string {
  const { site, tiers, retiredTiers, features, categories } = catalogue;
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
      page('Policy', address.policy, 'the same document as a page'),
      page('Requirements', address.requirements, 'every requirement, and which features do not meet it'),
      page('Changes', address.changes, 'every change of status, newest first'),
      page('Snapshots', address.snapshots, 'the tables as they were on past days'),
      page('API and data', address.data, 'files for programs: JSON with a schema, CSV and feeds'),
      page('Files of the API', address.apiIndex, 'each file of the API'),
      page('Check a combination', address.stack, 'how well features are supported together'),
      page('Propose a tier', address.propose, 'every requirement as a question, to find which tier fits a feature'),
      page('Accessibility', address.accessibility, 'what was tested, and the known limits'),
    ]),
    '## Tiers',
    list([...tiers, ...retiredTiers].map((tier) => page(escapeMarkdown(tier.label), address.tier(tier), tier.title))),
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
      everyRequirement(catalogue).map((it) =>
        page(escapeMarkdown(it.title), address.requirement(it), `a requirement of ${it.tier.label}`),
      ),
    ),
    '## Optional',
    list([
      ...categories.map((category) =>
        page(escapeMarkdown(category.plural), address.category(category), category.description),
      ),
      ...changeDates(features).map((date) =>
        page(`Snapshot of ${date}`, address.snapshot(date), 'the tables of that day'),
      ),
    ]),
  );
  return `${text}\n`;
}

const place = (entry: Entry): string => (entry.tier ? entry.tier.label : statusWords(entry));
