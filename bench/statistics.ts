/** The percentile for a share between 0 and 1, by the nearest-rank method. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The ratio of two series that were measured alternately: the median of the ratios of all pairs. */
export const ratio = (ones: readonly number[], others: readonly number[]): number =>
  median(ones.map((one, round) => one / (others[round] ?? NaN)));

/** The exponent of growth from one size to another; 1 means in proportion. */
export const exponent = (small: number, large: number, sizes: readonly [number, number]): number =>
  Math.log(large / small) / Math.log(sizes[1] / sizes[0]);

/** Rounds to three significant digits; repeated runs differ by more than that. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
