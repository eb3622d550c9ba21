import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Choices } from './choices.ts';
import { textOf } from './sections.ts';
import { rolesOfColumns, withNoun, cellText } from './table-columns.ts';
import {
  countedTiers,
  isUnsupported,
  nounOf,
  rankedTiers,
  wordedTiers,
  type NameTier,
  type TierName,
} from './tier-words.ts';

/** How a document names its tiers, in headings and in the cells of tables. */
export interface Naming {
  kind: 'listed' | 'counted' | 'worded' | 'none';
  heading: NameTier;
  cell: NameTier;
}

const nothing: NameTier = () => undefined;

/** Finds the way of naming tiers that fits a document best. */
export function namingOf(root: Root, choices: Choices): Naming {
  if (choices.tiers) {
    const listed = rankedTiers(choices.tiers);
    return { kind: 'listed', heading: listed, cell: listed };
  }
  const headings = root.children.flatMap((node) => (node.type === 'heading' ? [node] : []));
  const tables = root.children.flatMap((node) => (node.type === 'table' ? [node] : []));
  const cells = tables.flatMap(({ children: [head, ...rows] }) => {
    const heads = head?.children.map(cellText) ?? [];
    return [
      ...heads,
      ...rows.flatMap(({ children }) => children.map((cell, at) => withNoun(cellText(cell), heads[at] ?? ''))),
    ];
  });
  const leads: string[] = [];
  visit(root, 'paragraph', (node) => void leads.push(textOf(node).slice(0, 200)));
  const noun =
    nounOf(headings.map(textOf)) ?? nounOf(cells) ?? nounOf(leads.flatMap((lead) => [lead, ...afterNouns(lead)]));
  if (noun) {
    const counted = countedTiers(noun);
    const siblings = new Set(headings.filter((node) => counted(textOf(node))).map(({ depth }) => depth));
    const siblingTitles = new Set(
      headings
        .filter(({ depth }) => siblings.has(depth))
        .flatMap((node) => (isTierBeside(wordedTiers(textOf(node))) ? [textOf(node)] : [])),
    );
    return {
      kind: 'counted',
      heading: (text) => counted(text) ?? (siblingTitles.has(text) ? lowest(wordedTiers(text)) : undefined),
      cell: (text) => counted(text) ?? lowest(wordedTiers(text)),
    };
  }
  const isHeaded = [1, 2, 3, 4, 5, 6].some(
    (depth) =>
      new Set(headings.filter((it) => it.depth === depth).flatMap((it) => wordedTiers(textOf(it))?.key ?? [])).size > 1,
  );
  const isInCells = tables.some((table) => rolesOfColumns(table, wordedTiers, choices).tier !== undefined);
  if (isHeaded || isInCells) return { kind: 'worded', heading: isHeaded ? wordedTiers : nothing, cell: wordedTiers };
  const adjectives = adjectiveTiers(headings.map(textOf));
  if (adjectives.length > 1) {
    const listed = rankedTiers(adjectives);
    return { kind: 'worded', heading: listed, cell: listed };
  }
  return { kind: 'none', heading: nothing, cell: nothing };
}

const isTierBeside = (name: TierName | undefined): boolean => name !== undefined && !isUnsupported(name);

/** Ranks a tier that is named by a word below all numbered tiers. */
const lowest = (name: TierName | undefined): TierName | undefined => name && { ...name, rank: [1000, ...name.rank] };

/** Names like "Core tier" and "Peripheral tier", in their order. */
const adjectiveTiers = (headings: readonly string[]): string[] => [
  ...new Set(headings.flatMap((heading) => /^\p{L}+[ -]tier(?=s?$)/iu.exec(heading)?.[0] ?? [])),
];

const afterNouns = (text: string): string[] =>
  Array.from(text.matchAll(/\b(?:tier|level|class)\b/gi), ({ index }) => text.slice(index));
