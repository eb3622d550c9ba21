// Without zod, so that scripts in the browser can import it.

/** The ids of the standard columns, which the content may rename and reorder. */
export const builtInColumns = ['category', 'name', 'tier', 'missing'] as const;
export type BuiltInColumn = (typeof builtInColumns)[number];

export const isBuiltInColumn = (id: string): id is BuiltInColumn => builtInColumns.some((it) => it === id);

/** Query parameters that other sites add to links. */
export const trackingKeys = /^(?:utm_.+|\w+clid|mc_[ce]id|_gl|ref)$/;

/** Whether an id has a meaning of its own as a query parameter of the tables. */
export const isReservedInAddresses = (id: string): boolean => id === 'q' || id === 'sort' || trackingKeys.test(id);
