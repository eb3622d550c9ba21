/** JSON that may stand in a script element: no text in it can end the element or begin a comment. */
export const inertJson = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
