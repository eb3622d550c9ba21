import type { Entry } from '../catalogue/catalogue.ts';
import { currentEntry } from '../history.ts';
import { isJudged } from '../policy-events.ts';
import { current, quoted, type Rule } from './rule.ts';
import { tierAbove } from '../tier.ts';
import { plain } from '../words.ts';

/** What a status can never be. */
export const errors: readonly Rule[] = [
  {
    id: 'missing-for-the-next-tier',
    sentence: 'What a feature lacks keeps it from the next higher tier.',
    *find(feature, { tiers }) {
      // Only the status, and that by what its requirement said on its day: nobody is to write history anew.
      const { tier, missing } = currentEntry(feature);
      for (const [index, { requirement }] of missing.entries()) {
        const next = tier && tierAbove(tiers, tier);
        if (!next || !requirement || requirement.tier.level >= next.level) continue;
        if (!isJudged(currentEntry(feature), requirement, tier, next)) continue;
        yield {
          path: current('missing', index, 'requirement'),
          says: `requirement "${requirement.id}" belongs to ${requirement.tier.label}, above the next tier; write one of ${next.label}, delete it, or record in ${next.file} since when, below "changes:"`,
          requirement,
        };
      }
    },
  },
  {
    id: 'in-a-tier-that-there-is',
    sentence: 'A feature is in a tier that there is.',
    *find(feature) {
      const { tier } = currentEntry(feature);
      if (tier?.ended)
        yield {
          path: current('tier'),
          says: `${tier.label} was retired on ${tier.ended.date}; add an entry above this one, with another tier`,
        };
    },
  },
  {
    id: 'missing-while-it-holds',
    sentence: 'A requirement is not missing after it was retired.',
    *find(feature) {
      const { date, missing } = currentEntry(feature);
      for (const [index, { requirement }] of missing.entries()) {
        if (!requirement?.retired || requirement.retired.date >= date) continue;
        const { date: day, successor } = requirement.retired;
        yield {
          path: current('missing', index, 'requirement'),
          says: `requirement "${requirement.id}" was retired on ${day}; ${successor ? `write "${successor.id}"` : 'delete the line'}`,
          requirement,
        };
      }
    },
  },
  {
    id: 'missing-below-the-highest-tier',
    sentence: 'A feature in the highest tier lacks nothing.',
    *find({ history }, { tiers, endedTiers }) {
      for (const [at, entry] of history.entries()) {
        const { tier, missing } = entry;
        if (tier?.level !== 1 || missing.length === 0 || !isJudged(entry, ...tiers, ...endedTiers)) continue;
        yield {
          path: ['history', at, 'missing'],
          says: `nothing can be missing in ${tier.label}, the highest; delete "missing", or write a lower tier`,
        };
      }
    },
  },
  {
    id: 'missing-where-it-applies',
    sentence: 'A requirement is only missing where it applies.',
    *find(feature) {
      for (const [index, { requirement }] of missingIn(currentEntry(feature))) {
        // A requirement whose categories are all unknown is a mistake that is told already.
        if (!requirement || !isJudged(currentEntry(feature), requirement)) continue;
        if (requirement.appliesTo.length === 0 || requirement.appliesTo.includes(feature.category)) continue;
        const categories = requirement.appliesTo.map(({ id }) => id).join(', ');
        const { file } = requirement.group === undefined ? requirement : requirement.tier;
        yield {
          path: current('missing', index, 'requirement'),
          says: `requirement "${requirement.id}" applies to ${categories}, not to ${feature.category.id}; write another one, or record in ${file} since when, below "changes:"`,
          requirement,
        };
      }
    },
  },
  {
    id: 'missing-or-waived',
    sentence: 'A requirement that is waived is not missing.',
    *find(feature) {
      const { missing, waived } = currentEntry(feature);
      const lacking = new Set(missing.map(({ requirement }) => requirement));
      for (const [index, { requirement }] of waived.entries()) {
        if (!lacking.has(requirement)) continue;
        yield {
          path: current('waived', index, 'requirement'),
          says: `requirement "${requirement.id}" is both missing and waived; delete one of the two`,
          requirement,
        };
      }
    },
  },
  {
    id: 'missing-once',
    sentence: 'What is missing is listed once.',
    *find(feature) {
      const before = new Set<string>();
      for (const [index, it] of missingIn(currentEntry(feature))) {
        if (before.has(plain(it.as)))
          yield {
            path: current('missing', index, 'as'),
            says: `${quoted(it)} is a duplicate in this list; delete one of the two`,
          };
        before.add(plain(it.as));
      }
    },
  },
];

/** What an entry says is missing, with the place of each in the list; nothing in the highest tier, where that is a mistake as a whole. */
const missingIn = ({ tier, missing }: Entry): [number, Entry['missing'][number]][] =>
  tier?.level === 1 ? [] : [...missing.entries()];
