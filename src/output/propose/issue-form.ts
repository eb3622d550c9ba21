/** The issue forms, by their file name in `.github/ISSUE_TEMPLATE`. */
export type Form = 'tier-change' | 'wrong-page' | 'feature';

/** The length of an address in characters that GitHub still accepts. */
const longestAddress = 8000;

/** The address that opens an issue form with some fields filled in. */
export const formAddress = ({ url }: { url: string }, form: Form, fields: Record<string, string>): string =>
  `${url}/issues/new?${new URLSearchParams({ template: `${form}.yml`, ...fields })}`;

/** Fills in one more field with the first of `texts` that keeps the address short enough, or leaves it empty. */
export function fittingAddress(
  repository: { url: string },
  form: Form,
  fields: Record<string, string>,
  field: string,
  texts: readonly string[],
): string {
  const fitting = texts
    .map((text) => formAddress(repository, form, { ...fields, [field]: text }))
    .find(({ length }) => length <= longestAddress);
  return fitting ?? formAddress(repository, form, fields);
}
