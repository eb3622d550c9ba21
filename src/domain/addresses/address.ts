import type { SiteData } from '../../schema/site.ts';
import type { Category, Feature, Requirement, Tier } from '../catalogue/catalogue.ts';
import type { OwnColumn } from '../columns.ts';

/** Makes an absolute URL from a path relative to the site's base. */
export type Absolute = (path: string) => string;

/** The path of each page and file, relative to the site's base. Addresses are built only here. */
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
  /** The error page. */
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
  /** The page that lists the files of the API. */
  apiIndex: 'api/v1/',
  api: (file: string) => `api/v1/${file}`,
  /** The path of a feature's file in the API folder. */
  apiFeature: ({ id }: Pick<Feature, 'id'>) => `features/${id}.json`,
  /** A field of every feature in the API, by its heading in the CSV file. */
  apiColumn: ({ id }: Pick<OwnColumn, 'id'>) => `api/v1/features.csv#columns.${id}`,
  /** The first page, filtered by a column, up to the value. */
  filter: ({ id }: Pick<OwnColumn, 'id'>) => `?${id}=`,
  category: ({ id }: Pick<Category, 'id'>) => `categories/${id}/`,
} as const;

/** Returns the file of a page, relative to the base. */
export const pageFile = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);
