import { placeIn } from './source-position.ts';

const marker = /^[ \t]*(?:<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$/gm;

/** What a merge left in a text, as one message: all that stands between its marks follows from them. */
export function conflictIn(text: string): { offset: number; message: string } | undefined {
  const found = [...text.matchAll(marker)];
  const [first] = found;
  if (!first) return undefined;
  const lines = found.map(({ index }) => placeIn(text, index).line);
  const where = lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
  return {
    offset: first.index,
    message: `${where} ${lines.length === 1 ? 'is a conflict marker' : 'are conflict markers'} of a merge; keep one of the versions between them, and delete the markers`,
  };
}
