/** The value below which a share of all lies, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The ratio of two series that were measured alternately: the median of the ratios of all pairs. */
export const ratio = (ones: readonly number[], others: readonly number[]): number =>
  median(ones.map((one, round) => one / (others[round] ?? NaN)));

/** With which power something grows from one size to another: 1 is in proportion. */
export const exponent = (small: number, large: number, sizes: readonly [number, number]): number =>
  Math.log(large / small) / Math.log(sizes[1] / sizes[0]);

/** To three significant digits, which is more than a repeated run keeps. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
