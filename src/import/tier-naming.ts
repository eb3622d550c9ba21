import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Choices } from './choices.ts';
import { wordsOf } from './sections.ts';
import { columnsOf, withNoun, wordsOfCell } from './table-columns.ts';
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
    const heads = head?.children.map(wordsOfCell) ?? [];
    return [
      ...heads,
      ...rows.flatMap(({ children }) => children.map((cell, at) => withNoun(wordsOfCell(cell), heads[at] ?? ''))),
    ];
  });
  const leads: string[] = [];
  visit(root, 'paragraph', (node) => void leads.push(wordsOf(node).slice(0, 200)));
  const noun =
    nounOf(headings.map(wordsOf)) ?? nounOf(cells) ?? nounOf(leads.flatMap((words) => [words, ...wordsFrom(words)]));
  if (noun) {
    const counted = countedTiers(noun);
    const siblings = new Set(headings.filter((node) => counted(wordsOf(node))).map(({ depth }) => depth));
    const besides = new Set(
      headings
        .filter(({ depth }) => siblings.has(depth))
        .flatMap((node) => (isTierBeside(wordedTiers(wordsOf(node))) ? [wordsOf(node)] : [])),
    );
    return {
      kind: 'counted',
      heading: (words) => counted(words) ?? (besides.has(words) ? lowest(wordedTiers(words)) : undefined),
      cell: (words) => counted(words) ?? lowest(wordedTiers(words)),
    };
  }
  const isHeaded = [1, 2, 3, 4, 5, 6].some(
    (depth) =>
      new Set(headings.filter((it) => it.depth === depth).flatMap((it) => wordedTiers(wordsOf(it))?.key ?? [])).size >
      1,
  );
  const isInCells = tables.some((table) => columnsOf(table, wordedTiers, choices).tier !== undefined);
  if (isHeaded || isInCells) return { kind: 'worded', heading: isHeaded ? wordedTiers : nothing, cell: wordedTiers };
  const adjectives = adjectiveTiers(headings.map(wordsOf));
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
  ...new Set(headings.flatMap((words) => /^\p{L}+[ -]tier(?=s?$)/iu.exec(words)?.[0] ?? [])),
];

const wordsFrom = (words: string): string[] =>
  Array.from(words.matchAll(/\b(?:tier|level|class)\b/gi), ({ index }) => words.slice(index));
