import type { List, ListItem, Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { footnotesIn, lineOf, type MdxWriter } from './prose.ts';
import { textOf, type PageSection } from './sections.ts';
import type { NameTier, TierName } from './tier-words.ts';

export interface ReadGroup {
  text: string;
  requirements: string[];
}

/** The prose and requirements of a tier, as in its file. */
export interface TierProse {
  opening: string;
  /** The items of its list: the text of each, or a group. */
  requirements: (string | ReadGroup)[];
  closing: string;
}

/** The place of a tier's prose in a page. */
export interface TierPlace {
  section: PageSection;
  /** The blocks of the section that belong to it. */
  nodes: RootContent[];
}

export const isDefinition = ({ type }: RootContent): boolean => type === 'definition' || type === 'footnoteDefinition';

const aboutRequirements = /require|criteri|guarantee|polic|rule|expect|promise|must/i;

/** Finds the section that explains a tier. It prefers one with a list of requirements and without rows. */
export function placeOfTier(
  sections: readonly PageSection[],
  key: string,
  rowNodes: ReadonlySet<Nodes>,
): TierPlace | undefined {
  let best: { place: TierPlace; score: number } | undefined;
  for (const section of sections) {
    const isOwn = section.tier?.key === key && !(section.lead && section.nodes.every((node) => rowNodes.has(node)));
    const isInner = section.within?.key === key && aboutRequirements.test(section.title);
    if (!isOwn && !isInner) continue;
    const hasRows = section.nodes.some((node) => rowNodes.has(node));
    const nodes = bestRun(section.nodes, rowNodes);
    const hasList = nodes.some(isListOfText);
    if (nodes.length === 0 || (isInner && !hasList)) continue;
    const score = (hasList ? 4 : 0) + (hasRows ? 0 : 2) + (section.tier?.title ? 1 : 0);
    if (!best || score > best.score) best = { place: { section, nodes }, score };
  }
  return best?.place;
}

/** The run of blocks that can move to a separate file: the one with the list, or else the first. */
function bestRun(nodes: readonly RootContent[], rowNodes: ReadonlySet<Nodes>): RootContent[] {
  const runs: RootContent[][] = [[]];
  for (const node of nodes.filter((it) => !isDefinition(it))) {
    // Only the document may have footnotes; those in list items are left out and reported.
    const isApart = rowNodes.has(node) || (node.type !== 'list' && footnotesIn(node).length > 0);
    if (isApart) runs.push([]);
    else if (node.type !== 'html') runs.at(-1)?.push(node);
  }
  return runs.find((run) => run.some(isListOfText)) ?? runs.find((run) => run.length > 0) ?? [];
}

/** Whether a list is prose, and not a legend of symbols. */
const isListOfText = (node: RootContent): boolean =>
  node.type === 'list' &&
  node.children.filter((item) => /^[\p{L}\p{N}"'([“]/u.test(textOf(item))).length * 2 > node.children.length;

/** The index of the list of requirements: the first that a paragraph introduces as such, or else the first list. */
function placeOfRequirements(nodes: readonly RootContent[]): number {
  const isIntroduced = (node: RootContent, index: number) => {
    const before = nodes[index - 1];
    return isListOfText(node) && before?.type === 'paragraph' && asksFor.test(textOf(before));
  };
  const introduced = nodes.findIndex(isIntroduced);
  return introduced < 0 ? nodes.findIndex(isListOfText) : introduced;
}

const asksFor = /require|criteri|ask(?:s|ed)|must|expect|guarantee|promise/i;

/** Splits blocks into the text before the requirements, the requirements, and the text after them. */
export function readTierProse(nodes: readonly RootContent[], writer: MdxWriter): TierProse {
  const at = placeOfRequirements(nodes);
  const list = nodes[at];
  if (list?.type !== 'list') return { opening: writer.write(nodes), requirements: [], closing: '' };
  const isGrouped = hasGroups(list);
  const requirements = list.children.flatMap((item): (string | ReadGroup)[] => {
    const inner = item.children.find((node) => node.type === 'list');
    if (!isGrouped || !inner || !isGroup(item)) return [writer.write(item.children)];
    const [label] = item.children;
    const text = label?.type === 'paragraph' ? lineOf(label.children, writer) : '';
    return [{ text, requirements: inner.children.map((it) => writer.write(it.children)) }];
  });
  return {
    opening: writer.write(nodes.slice(0, at)),
    requirements: requirements.filter((it) => it !== ''),
    closing: writer.write(nodes.slice(at + 1)),
  };
}

/** Whether the items of a list are groups: short labels, each with a nested list. */
const hasGroups = (list: List): boolean => {
  const groups = list.children.filter(isGroup);
  return groups.length > 0 && groups.length * 2 >= list.children.length;
};

function isGroup({ children }: ListItem): boolean {
  const [label, inner, ...others] = children;
  if (label?.type !== 'paragraph' || inner?.type !== 'list' || others.length > 0) return false;
  const text = toString(label).trim();
  return text.split(/\s+/).length <= 4 && !/[.!?]$/.test(text);
}

/** Finds sentences about tiers in other sections, like "Tier 1: tested on each change."; the text becomes the title. */
export function sentencesOf(sections: readonly PageSection[], nameTier: NameTier): TierName[] {
  const found: TierName[] = [];
  for (const { nodes, tier } of sections)
    for (const node of tier ? [] : nodes) {
      const parts = node.type === 'list' ? node.children.map((item) => item.children[0]) : [node];
      const names = parts.flatMap((it) => (it?.type === 'paragraph' ? (nameTier(textOf(it)) ?? []) : []));
      found.push(...names.filter(({ title }) => title.split(' ').length >= 3));
    }
  return found;
}
