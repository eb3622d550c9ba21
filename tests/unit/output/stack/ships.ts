import type { PlainCatalogue } from '../../../../src/domain/plain-catalogue.ts';
import { tierNames } from '../../../../src/domain/tier.ts';
import { feature } from '../../domain/plain-catalogues.ts';

/** Ships in three tiers, with one requirement that guarantees pairs. */
export const ships: PlainCatalogue = {
  tiers: [
    { level: 1, title: 'Afloat' },
    { level: 2, title: 'In Harbour' },
    { level: 3, title: 'Ashore' },
  ].map(tierNames),
  categories: [
    { id: 'gear', name: 'Gear', label: 'Gear', plural: 'Gear', platform: false },
    { id: 'hull', name: 'Hull', label: 'Hull', plural: 'Hulls', platform: true },
  ],
  requirements: [
    { id: 'trial', title: 'Sea trial', level: 1, appliesTo: ['hull', 'gear'] },
    { id: 'log', title: 'Log book', level: 1, appliesTo: ['hull'] },
    { id: 'fits', title: 'It fits', level: 2, appliesTo: ['gear'], guarantees: 'pairs' },
    { id: 'paint', title: 'Paint', level: 3, appliesTo: ['hull', 'gear'] },
    { id: 'rope', title: 'Rope', level: 3, appliesTo: ['gear'] },
    { id: 'berth', title: 'Berth', level: 2, appliesTo: ['hull', 'gear'] },
    { id: 'keel', title: 'Keel', level: 2, appliesTo: ['hull'] },
  ],
  features: [
    feature('sloop', { category: 'hull', use: { default: 'on', api: 'Yard::sloop' } }),
    feature('raft', {
      category: 'hull',
      level: 3,
      missing: [{ as: 'a `dry` berth', requirement: 'berth' }],
      use: { cli: '--raft' },
    }),
    feature('anchor', {
      name: 'Anchor of `iron`',
      category: 'gear',
      level: 2,
      missing: [{ as: 'weight' }],
      use: { api: 'Yard::heavy_anchor', cli: '--gear anchor', cargo: 'iron' },
    }),
    feature('flag', { category: 'gear', level: 3, use: { cli: '--gear flag', cargo: 'cloth' } }),
    feature('oar', { category: 'gear', use: { default: 'on' } }),
    feature('punt', {
      category: 'hull',
      level: null,
      removal: { date: '2024-06-01', note: 'It sank.', successor: 'raft' },
    }),
    feature('pole', { category: 'gear', level: null }),
  ],
  commandLine: { program: 'launch', listSeparator: ',' },
};
