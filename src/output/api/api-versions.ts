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
    says: 'Adds fields. Features: `order`, `warning`, `supported`, `tierLabel`, `columns`, and `cargoDefault` in `use`. Entries: `accepted`, `supported` and `release`. Claims: `about` and `contradicts`. Tiers: `summary`, `groups`, `slug`, `label`, `mark`, `heading`, `since` and `retired`. Requirements: `guarantees`, `group`, `since` and `retired`. Categories: `label`. Sections: `parts`. Index: `document`, `columns`, `commandLine`, `answers`, `searchFor` and `feedId`. Also adds `written` (the Markdown of a text), the slugs of tiers beside their ranks (`tierSlug`, `fromSlug` and `toSlug`), `formerAnchors`, recorded changes of the policy (`policyChanges`), and the kind of change `not-supported`.',
  },
  {
    version: '1.0.0',
    says: 'The first version: features, tiers, requirements, categories, the policy’s own sections and every change of status.',
  },
];
