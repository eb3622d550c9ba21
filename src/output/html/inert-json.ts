/** JSON for a script element. Escaping "<" keeps text from ending the element or starting a comment. */
export const inertJson = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
