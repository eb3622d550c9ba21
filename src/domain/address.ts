import type { Category, Feature, Requirement, Tier } from './catalogue.ts';

/** Where each page is, relative to the site's base; nothing else spells an address. */
export const address = {
  home: '',
  policy: 'policy/',
  requirements: 'requirements/',
  tier: ({ level }: Pick<Tier, 'level'>) => `tiers/${level}/`,
  feature: ({ id }: Pick<Feature, 'id'>) => `features/${id}/`,
  requirement: ({ id }: Pick<Requirement, 'id'>) => `requirements/${id}/`,
  category: ({ id }: Pick<Category, 'id'>) => `categories/${id}/`,
} as const;
