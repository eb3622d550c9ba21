/** A version of the published files' shape, and what it brought, in a sentence. */
export interface ApiVersion {
  version: string;
  says: string;
}

/** The change log of the published files, newest first. Within a major version fields are added, never renamed, retyped or removed. */
export const apiVersions: readonly [ApiVersion, ...ApiVersion[]] = [
  {
    version: '1.1.0',
    says: 'What a requirement lives through (group, since, retired), the groups of a tier’s list, and recorded changes of the policy beside those of status.',
  },
  {
    version: '1.0.0',
    says: 'The first: features, tiers, requirements, categories, the policy’s own sections and every change of status.',
  },
];
