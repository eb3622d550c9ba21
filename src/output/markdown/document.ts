import type { Absolute } from '../../domain/addresses/address.ts';
import type { Catalogue, Feature, Requirement, Tier } from '../../domain/catalogue/catalogue.ts';
import { footnotes, splitAtRequirements } from '../../domain/document.ts';
import { currentEntry } from '../../domain/history.ts';
import { featuresIn, missingHead, tierAbove, tierHeading, tierName } from '../../domain/tier.ts';
import { bodyMarkdown } from './body.ts';
import { blocks, escapeMarkdown, hanging, nameMarkdown, table, wordsMarkdown } from './write.ts';

/** The whole policy as one document in GitHub's Markdown, in its own order and with its own levels of headings. */
export function documentMarkdown(catalogue: Catalogue, absolute: Absolute): string {
  const {
    policy: { introduction, status, details },
    tiers,
  } = catalogue;
  const notes = footnotes(catalogue);
  const text = blocks(
    `# ${escapeMarkdown(introduction.title)}`,
    bodyMarkdown(introduction.body, absolute),
    `## ${escapeMarkdown(status.title)}`,
    bodyMarkdown(status.body, absolute),
    ...tiers.flatMap((tier) => [`#### ${tierName(tier)}`, statusTable(catalogue, tier, notes)]),
    ...notes.map(({ body }, index) => hanging(`[^${index + 1}]: `, bodyMarkdown(body, absolute), 4)),
    `## ${escapeMarkdown(details.title)}`,
    bodyMarkdown(details.body, absolute),
    ...tiers
      .toReversed()
      .flatMap((tier) => [`#### ${escapeMarkdown(tierHeading(tier))}`, tierMarkdown(tier, absolute)]),
  );
  return `${text}\n`;
}

/** A tier's prose with its requirements where the document has their list. */
export function tierMarkdown(tier: Tier, absolute: Absolute): string {
  const { opening, closing } = splitAtRequirements({ body: bodyMarkdown(tier.body, absolute) });
  return blocks(opening, requirementsMarkdown(tier.requirements, absolute), closing);
}

const requirementsMarkdown = (requirements: readonly Requirement[], absolute: Absolute): string =>
  blocks(...requirements.map(({ body }) => hanging('* ', bodyMarkdown(body, absolute))));

function statusTable(catalogue: Catalogue, tier: Tier, notes: readonly Feature[]): string {
  const above = tierAbove(catalogue.tiers, tier);
  const head = ['Category', 'Description', ...(above ? [missingHead(above)] : [])];
  const rows = featuresIn(catalogue.features, tier).map((feature) => {
    const { name, emphasis } = feature.category;
    const note = notes.indexOf(feature) + 1;
    const category = emphasis ? `*${escapeMarkdown(name.trim())}*` : escapeMarkdown(name);
    const missing = currentEntry(feature)
      .missing.map(({ as }) => wordsMarkdown(as))
      .join(', ');
    return [category, nameMarkdown(feature.name) + (note > 0 ? ` [^${note}]` : ''), missing];
  });
  return table(head, rows);
}
