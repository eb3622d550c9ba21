/** The sort orders besides the document's own. */
export const sorts = ['name', 'category', 'date'] as const;
export type Sort = (typeof sorts)[number];

/** Returns rows sorted by `by`, dates newest first, or in their original order without it. */
export function sorted<T extends { keys: Record<Sort, string> }>(rows: readonly T[], by: Sort | ''): T[] {
  const all = [...rows];
  if (by) all.sort(({ keys: a }, { keys: b }) => +(a[by] > b[by]) - +(a[by] < b[by]));
  return by === 'date' ? all.reverse() : all;
}
