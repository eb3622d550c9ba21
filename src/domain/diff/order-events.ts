import type { OrderEvent, Thing } from './event.ts';

/** Reports the smallest set of moved things that explains a new order; added and removed things are ignored. */
export function orderEvents(
  then: readonly string[],
  now: readonly Thing[],
  where: Pick<OrderEvent, 'of' | 'within'>,
): OrderEvent[] {
  const rank = new Map(then.map((id, index) => [id, index]));
  const both = now.filter(({ id }) => rank.has(id));
  const unmoved = longestRise(both.map(({ id }) => rank.get(id) ?? 0));
  const moved = both.flatMap((thing, index) => (unmoved.has(index) ? [] : [{ thing, after: both[index - 1] }]));
  return moved.length > 0 ? [{ kind: 'order', ...where, moved }] : [];
}

/** Returns the indexes of the longest increasing subsequence. */
function longestRise(numbers: readonly number[]): Set<number> {
  /** For each length, the index at which the subsequence of that length with the smallest last number ends. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [place, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[place] = ends[low - 1];
    ends[low] = place;
  }
  const run = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) run.add(place);
  return run;
}
