/** The forms for issues, by their files in `.github/ISSUE_TEMPLATE`. */
export type Form = 'tier-change' | 'wrong-page' | 'feature';

/** What a server takes of an address; it answers a longer one with an error. */
const longestAddress = 8000;

/** The address of a form with some of its fields filled in. */
export const formAddress = ({ url }: { url: string }, form: Form, fields: Record<string, string>): string =>
  `${url}/issues/new?${new URLSearchParams({ template: `${form}.yml`, ...fields })}`;

/**
 * The address of a form with one more field, given in several lengths: the first with which it is not too long, or
 * none.
 */
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
