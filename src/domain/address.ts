import type { Category, Feature, Requirement, Tier } from './catalogue.ts';
import type { Change } from './history.ts';

/** Where each page is, relative to the site's base; nothing else spells an address. */
export const address = {
  home: '',
  policy: 'policy/',
  requirements: 'requirements/',
  changes: 'changes/',
  changesAtom: 'changes.xml',
  changesFeed: 'changes.json',
  snapshots: 'snapshots/',
  data: 'data/',
  accessibility: 'accessibility/',
  stack: 'stack/',
  propose: 'propose/',
  document: 'stability-tiers.md',
  llms: 'llms.txt',
  robots: 'robots.txt',
  sitemap: 'sitemap.xml',
  twin: (page: string) => `${page}index.md`,
  tier: ({ level }: Pick<Tier, 'level'>) => `tiers/${level}/`,
  feature: ({ id }: Pick<Feature, 'id'>) => `features/${id}/`,
  featureAtom: ({ id }: Pick<Feature, 'id'>) => `features/${id}/changes.xml`,
  featureFeed: ({ id }: Pick<Feature, 'id'>) => `features/${id}/changes.json`,
  change: ({ id }: Pick<Change, 'id'>) => `changes/#${id}`,
  requirement: ({ id }: Pick<Requirement, 'id'>) => `requirements/${id}/`,
  snapshot: (date: string) => `snapshots/${date}/`,
  card: (page: string) => `cards/${page.replace(/\/$/, '')}.png`,
  badge: ({ id }: Pick<Feature, 'id'>) => `badges/${id}.svg`,
  api: (file: string) => `api/v1/${file}`,
  category: ({ id }: Pick<Category, 'id'>) => `categories/${id}/`,
} as const;
