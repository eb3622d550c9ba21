import { isCollection, visit, type Document, type Node, type Pair } from 'yaml';

/** Where something is: keys and indices from the top of a file's data, like `['history', 0, 'tier']`. */
export type KeyPath = readonly PropertyKey[];

/** Counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** The place of a character in a text. */
export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * Where a value or its key begins, or the nearest thing above it that exists; a list below its key is where the key is.
 */
export function offsetOf(document: Document, keys: KeyPath, wantKey: boolean): number | undefined {
  for (let depth = keys.length; depth > 0; depth--) {
    const path = keys.slice(0, depth);
    const value = document.getIn(path, true) as Node | undefined;
    // A block below its key begins on the next line, so the key stands for it.
    const isBlock = isCollection(value) && !value.flow && typeof path.at(-1) === 'string';
    const isWanted = wantKey && depth === keys.length;
    const node = (isBlock || isWanted ? keyNode(document, path) : undefined) ?? value;
    if (node?.range) return node.range[0];
  }
  return (document.contents as Node | null)?.range?.[0];
}

function keyNode(document: Document, path: KeyPath): Node | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  let found: Node | undefined;
  visit(parent as Node, {
    Pair(_, pair: Pair) {
      if (found === undefined && String(pair.key) === String(path.at(-1))) found = pair.key as Node;
      return visit.SKIP;
    },
  });
  return found;
}
