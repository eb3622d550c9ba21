/** A version of the API, and what it added. */
export interface ApiVersion {
  version: string;
  says: string;
}

/**
 * The change log of the API, newest first. Within a major version, fields may be added, but never renamed, retyped or
 * removed.
 */
export const apiVersions: readonly [ApiVersion, ...ApiVersion[]] = [
  {
    version: '1.1.0',
    says: 'Adds the order of features, the warnings that an entry accepts, what a requirement guarantees, former anchors, and how flags are given together; a feature’s `warning` and a tier’s `summary`; what a requirement lives through (`group`, `since`, `retired`), the `groups` of a tier’s list, and recorded changes of the policy (`policyChanges`) beside those of status; `supported`, which is false for what is tracked as not supported, and the kind of change `not-supported`; the `release` of an entry, what a claim is `about` or `contradicts`, the Markdown of names (`written`), a category’s `label`, the `parts` of a section, the `answers` and `searchFor` of the index; what tiers are called (`slug`, `label`, `mark`, `heading`, and a feature’s `tierLabel`), and the `columns` of a project’s own.',
  },
  {
    version: '1.0.0',
    says: 'The first: features, tiers, requirements, categories, the policy’s own sections and every change of status.',
  },
];
