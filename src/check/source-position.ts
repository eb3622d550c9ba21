import { isCollection, visit, type Document, type Node, type Pair } from 'yaml';

/** Keys and indices from the top of a file's data, like `['history', 0, 'tier']`. */
export type KeyPath = readonly PropertyKey[];

/** A position in a text, counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** Converts an offset to a line and a column. */
export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * The offset of a value or its key, or of the nearest parent that exists. A list or mapping below its key has the
 * offset of the key.
 */
export function offsetOf(document: Document, keys: KeyPath, wantKey: boolean): number | undefined {
  for (let depth = keys.length; depth > 0; depth--) {
    const path = keys.slice(0, depth);
    const value = document.getIn(path, true) as Node | undefined;
    // A block begins on the line after its key; the key is easier to find.
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
