// The figures of a visit, from what the browser tells of it.

/** Milliseconds since the visit began. */
export interface Span {
  from: number;
  to: number;
}

/** How far things moved at once without being asked to. */
export interface Shift {
  at: number;
  value: number;
}

/** How long the page would not have answered: what each task takes beyond 50 ms, once something is painted; a browser may tell of one twice. */
export function blockingTime(tasks: readonly Span[], firstPaint: number): number {
  let [sum, until] = [0, firstPaint];
  for (const { from, to } of tasks.toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, until) - 50);
    until = Math.max(until, to);
  }
  return sum;
}

/** The worst burst of shifts: less than a second between two, five seconds in all. */
export function layoutShift(shifts: readonly Shift[]): number {
  let [worst, burst, began, last] = [0, 0, -Infinity, -Infinity];
  for (const { at, value } of shifts) {
    const goesOn = at - last < 1_000 && at - began < 5_000;
    if (!goesOn) began = at;
    burst = goesOn ? burst + value : value;
    last = at;
    worst = Math.max(worst, burst);
  }
  return worst;
}
