import type { SiteData } from '../../schema/site.ts';
import type { Category, Feature, Requirement, Tier } from '../catalogue/catalogue.ts';

/** Makes a whole address from a path below the base. */
export type Absolute = (path: string) => string;

/** Where each page and file is, relative to the site's base; nothing else spells an address. */
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
  document: ({ document }: Pick<SiteData, 'document'>) => `${document}.md`,
  llms: 'llms.txt',
  robots: 'robots.txt',
  sitemap: 'sitemap.xml',
  icon: 'favicon.svg',
  /** What is served where there is no page. */
  notFound: '404.html',
  markdown: (page: string) => `${page}index.md`,
  tier: ({ slug }: Pick<Tier, 'slug'>) => `tiers/${slug}/`,
  feature: ({ id }: Pick<Feature, 'id'>) => `features/${id}/`,
  featureAtom: ({ id }: Pick<Feature, 'id'>) => `features/${id}/changes.xml`,
  featureFeed: ({ id }: Pick<Feature, 'id'>) => `features/${id}/changes.json`,
  change: ({ id }: { id: string }) => `changes/#${id}`,
  requirement: ({ id }: Pick<Requirement, 'id'>) => `requirements/${id}/`,
  snapshot: (date: string) => `snapshots/${date}/`,
  card: (page: string) => `cards/${page.replace(/\/$/, '') || 'index'}.png`,
  badge: ({ id }: Pick<Feature, 'id'>) => `badges/${id}.svg`,
  /** The page about the files of the API, in their folder. */
  apiIndex: 'api/v1/',
  api: (file: string) => `api/v1/${file}`,
  /** A file's name below the API's folder. */
  apiFeature: ({ id }: Pick<Feature, 'id'>) => `features/${id}.json`,
  category: ({ id }: Pick<Category, 'id'>) => `categories/${id}/`,
} as const;

/** The file of a page, below the base. */
export const pageFile = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);
