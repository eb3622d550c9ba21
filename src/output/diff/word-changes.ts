import { verbatim } from './markdown-text.ts';

/** Longer comparisons are cut off; the reader can open the files. */
const mostLines = 40;

/** Compares two Markdown texts by sentence, list item and table row. Returns diff lines that begin with "-" or "+". */
export function wordChanges(from: string, to: string): string[] {
  const [then, now] = [sentences(from), sentences(to)];
  const lines = [
    ...without(then, now).map((it) => `- ${verbatim(it)}`),
    ...without(now, then).map((it) => `+ ${verbatim(it)}`),
  ];
  if (lines.length === 0) return ['  the same sentences in another order'];
  return lines.length > mostLines
    ? [...lines.slice(0, mostLines - 1), `  and ${lines.length - mostLines + 1} more lines`]
    : lines;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const sentences = (markdown: string): string[] =>
  markdown
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]\s|\d+[.)]\s|[>|#]))/)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .flatMap((block) =>
      /[.!?] /.test(block) ? [...segmenter.segment(block)].map(({ segment }) => segment.trim()) : block,
    )
    .filter((it) => it !== '');

/** Returns the items that `list` has more often than `others`. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const it of others) counts.set(it, (counts.get(it) ?? 0) + 1);
  return list.filter((it) => {
    const count = counts.get(it) ?? 0;
    counts.set(it, count - 1);
    return count <= 0;
  });
}
