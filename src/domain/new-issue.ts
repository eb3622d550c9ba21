/** What GitHub takes in an address; it answers a longer one with an error. */
const longestAddress = 8000;

/**
 * The address of a new issue on GitHub, with its fields filled in; nothing where the repository is unknown or elsewhere.
 * Each field may have several texts, the fullest first; of `body` the first is taken with which the address is not too long.
 */
export function newIssue(repository: string | undefined, fields: Record<string, string>, bodies: readonly string[] = []): string | undefined {
  if (!repository || !/^https:\/\/github\.com\/[^/]+\/[^/]+\/?$/.test(repository)) return undefined;
  const addressWith = (body?: string) =>
    `${repository.replace(/\/$/, '')}/issues/new?${new URLSearchParams(body === undefined ? fields : { ...fields, body }).toString()}`;
  return bodies.map((body) => addressWith(body)).find((address) => address.length <= longestAddress) ?? addressWith();
}
