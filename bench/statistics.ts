// What every part reports: medians and 95th percentiles of runs that take turns.

/** What many runs of one thing came to. */
export interface Summary {
  median: number;
  p95: number;
  runs: number;
}

/** The value below which a share of all lies, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** The middle value; of two, the mean. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** To three significant digits, which is more than a repeated run keeps. */
const round = (value: number): number => Number(value.toPrecision(3));

export const summary = (values: readonly number[]): Summary => ({
  median: round(median(values)),
  p95: round(percentile(values, 0.95)),
  runs: values.length,
});

/** How many times more one thing takes than another. */
export const ratio = (one: Summary, other: Summary): number => round(one.median / other.median);

/** With how much of a power something grows from one size to another: 1 is in proportion. */
export const exponent = (small: number, large: number, sizes: readonly [number, number]): number =>
  round(Math.log(large / small) / Math.log(sizes[1] / sizes[0]));

/** Runs each so many times, taking turns, so that whatever else the machine does falls on all alike. */
export async function interleaved<T>(
  runs: Record<string, () => T | Promise<T>>,
  repeat: number,
  note: (text: string) => void,
): Promise<Record<string, T[]>> {
  const results: Record<string, T[]> = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 1; round <= repeat; round++) {
    for (const [name, run] of Object.entries(runs)) {
      note(`${name}, ${round} of ${repeat}`);
      results[name]?.push(await run());
    }
  }
  return results;
}
