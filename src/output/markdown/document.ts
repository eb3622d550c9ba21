import type { Absolute } from '../../domain/addresses/address.ts';
import type { Catalogue, Feature, RequirementGroup, Tier } from '../../domain/catalogue/catalogue.ts';
import {
  columnsOfTable,
  documentHeadings,
  footnoteOf,
  linkedLine,
  footnotes,
  notesOffset,
  rowsOf,
  splitAtRequirements,
  cellMarkdown,
  type Footnote,
} from '../../domain/document.ts';
import { hasMarkup } from '../../domain/inline.ts';
import { bodyMarkdown } from './content-body.ts';
import { blocks, escapeMarkdown, hanging, lineMarkdown, nameMarkdown, table } from './markdown-syntax.ts';

/** The whole policy as one document in GitHub Flavored Markdown, with its original order and heading levels. */
export function documentMarkdown(catalogue: Catalogue, absolute: Absolute): string {
  const { document } = catalogue;
  const headings = documentHeadings(catalogue);
  const notesAt = notesOffset(document);
  const text = bodyMarkdown(document.body, absolute, true);
  const texts: string[] = [];
  let from = 0;
  for (const part of document.outline.filter(({ kind }) => kind === 'table' || kind === 'tier' || kind === 'notes')) {
    const tag = document.body.slice(part.start, part.end);
    const at = text.indexOf(tag, from);
    texts.push(text.slice(from, at));
    from = at + tag.length;
    if (part.kind === 'table') texts.push(statusTable(catalogue, part.tier));
    if (part.kind === 'tier') {
      const tier = catalogue.tiers.find(({ slug }) => slug === part.tier);
      const heading = headings.find((it) => it.tier === tier);
      // No heading is added if the document has its own.
      if (heading) texts.push(`${'#'.repeat(heading.depth)} ${escapeMarkdown(heading.title)}`);
      if (tier) texts.push(tierMarkdown(tier, absolute));
    }
    if (part.start === notesAt || part.end === notesAt) texts.push(rowNotes(catalogue, absolute));
  }
  texts.push(text.slice(from));
  return `${blocks(...texts.map((it) => it.trim()))}\n`;
}

/** The name of a footnote in the document: its own, or its number with a prefix that makes it unique. */
const footnoteName = (catalogue: Catalogue, { identifier, number }: Footnote): string => {
  if (identifier !== undefined) return identifier;
  const taken = footnotes(catalogue).flatMap((note) => note.identifier ?? []);
  let name = String(number);
  while (taken.includes(name)) name = `row-${name}`;
  return name;
};

/** The footnotes of the rows, without duplicates. */
const rowNotes = (catalogue: Catalogue, absolute: Absolute): string =>
  blocks(
    ...footnotes(catalogue).map((note) =>
      note.identifier === undefined
        ? hanging(`[^${footnoteName(catalogue, note)}]: `, bodyMarkdown(note.features[0]?.body ?? '', absolute), 4)
        : '',
    ),
  );

/** The prose of a tier, with the list of requirements at its original place. */
export function tierMarkdown(tier: Tier, absolute: Absolute): string {
  const { opening, closing } = splitAtRequirements({ body: bodyMarkdown(tier.body, absolute) });
  return blocks(opening, listMarkdown(tier.groups, absolute), closing);
}

/** The list of requirements. A group is an item with a nested list. */
const listMarkdown = (groups: readonly RequirementGroup[], absolute: Absolute): string =>
  blocks(
    ...groups.map(({ words, requirements }) => {
      const items = blocks(...requirements.map(({ body }) => hanging('* ', bodyMarkdown(body, absolute))));
      return words === undefined ? items : hanging('* ', blocks(lineMarkdown(words), items));
    }),
  );

/** The name in a row and the reference to its footnote. */
function rowName(catalogue: Catalogue, feature: Feature, written = feature.written): string {
  const note = footnoteOf(catalogue, feature);
  const mark = note ? ` [^${footnoteName(catalogue, note)}]` : '';
  return (hasMarkup(written) ? lineMarkdown(written) : nameMarkdown(feature.name)) + mark;
}

/** The list of features that are not supported. */
const unsupportedList = (catalogue: Catalogue): string =>
  blocks(
    rowsOf(catalogue, 'none')
      .map((feature) => {
        const line = linkedLine(feature);
        const category = line === undefined ? `${lineMarkdown(feature.category.written)}: ` : '';
        return `* ${category}${rowName(catalogue, feature, line)}`;
      })
      .join('\n'),
  );

function statusTable(catalogue: Catalogue, place: string): string {
  if (place === 'none') return unsupportedList(catalogue);
  const rows = rowsOf(catalogue, place);
  const columns = columnsOfTable(catalogue, place, rows);
  return table(
    columns.map(({ label }) => escapeMarkdown(label)),
    rows.map((feature) =>
      columns.map((column) => {
        if (column.is === 'name') return rowName(catalogue, feature);
        return cellMarkdown(feature, column)
          .map((text) => lineMarkdown(text))
          .join(', ');
      }),
    ),
  );
}
