/** The candidate that is most probably meant by a misspelt word, or nothing when none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  const furthest = Math.min(Math.max(2, Math.floor(word.length / 3)), Math.floor(word.length / 2));
  let bestDistance = furthest + 1;
  for (const candidate of candidates) {
    // A site has thousands of addresses to be meant, and most of them differ by their length alone.
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** The message for an id that nothing has, from those that something has. */
export function unknownId(noun: string, id: string, known: Iterable<string>): string {
  const ids = [...known];
  const guess = nearest(id, ids);
  const mend = ids.length > 0 ? `write one of: ${ids.join(', ')}` : 'there is none yet, so write its file first';
  return `${noun} "${id}" does not exist; ${guess ? `did you mean "${guess}"?` : mend}`;
}

/** How many letters are to be changed, added or dropped; any number from the limit on, where it is not below that. */
function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) >= limit) return limit;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
