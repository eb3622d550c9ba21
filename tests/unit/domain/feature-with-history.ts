// A feature with given statuses, for tests of histories.
import type { Entry, Feature, Tier } from '../../../src/domain/catalogue/catalogue.ts';
import { tierNames } from '../../../src/domain/tier.ts';
import { lantern } from '../lantern.ts';

const { features, tiers } = lantern();
const lowest: Tier = {
  id: 'wreck',
  ...tierNames({ level: 3, title: 'Adrift' }),
  file: '',
  body: '',
  formerAnchors: [],
  requirements: [],
  groups: [],
  retiredRequirements: [],
  changes: [],
};

/** Statuses from oldest to newest: a tier, or undefined for a removal, and what is missing. */
export function lensWith(...statuses: [tier: number | undefined, ...missing: string[]][]): Feature {
  const history = statuses.map(([level, ...missing], index): Entry => ({
    date: `202${index}-01-01`,
    tier: [...tiers, lowest].find((tier) => tier.level === level),
    missing: missing.map((as) => ({ as, written: as, requirement: undefined })),
    waived: [],
    accepted: [],
    successor: undefined,
    source: 'https://git.example/1',
    note: undefined,
  }));
  const [some] = features;
  if (!some) throw new Error('no feature to begin with');
  return { ...some, id: 'lens', name: 'Lens `A`', formerIds: [], history: history.reverse() };
}
