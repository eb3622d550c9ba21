import type { Entry, Missing, Tier } from '../catalogue/catalogue.ts';
import { currentEntry } from '../history.ts';
import { isNewerThan } from '../policy-events.ts';
import { pathInStatus, quotedMissing, type Rule } from './rule.ts';
import { tierAbove } from '../tier.ts';
import { withoutBackticks } from '../text.ts';

/** Rules that a status must never break. */
export const errorRules: readonly Rule[] = [
  {
    id: 'missing-for-the-next-tier',
    sentence: 'A missing requirement belongs to the next higher tier.',
    *find(feature, { tiers }) {
      // Only the newest entry is checked, and only if the policy has not changed since, so that nobody has to rewrite
      // history.
      const { tier, missing } = currentEntry(feature);
      for (const [index, { requirement }] of missing.entries()) {
        const next = tier && tierAbove(tiers, tier);
        if (!next || !requirement || requirement.tier.level >= next.level) continue;
        if (!isNewerThan(currentEntry(feature), requirement, tier, next)) continue;
        yield {
          path: pathInStatus('missing', index, 'requirement'),
          says: `requirement "${requirement.id}" belongs to ${requirement.tier.label}, above the next tier; write one of ${next.label}, delete it, or, if the policy changed, record that under "changes:" in ${next.file}`,
          requirement,
        };
      }
    },
  },
  {
    id: 'tier-exists',
    sentence: 'A feature is in a tier that exists.',
    *find(feature) {
      const { tier } = currentEntry(feature);
      if (tier?.retired)
        yield {
          path: pathInStatus('tier'),
          says: `${tier.label} was retired on ${tier.retired.date}; add an entry above this one, with another tier`,
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
          path: pathInStatus('missing', index, 'requirement'),
          says: `requirement "${requirement.id}" was retired on ${day}; ${successor ? `write "${successor.id}"` : 'delete the line'}`,
          requirement,
        };
      }
    },
  },
  {
    id: 'missing-below-the-highest-tier',
    sentence: 'A feature in the highest tier lacks nothing.',
    *find({ history }, { tiers, retiredTiers }) {
      for (const [at, entry] of history.entries()) {
        const { tier, missing } = entry;
        if (!tier || tierAbove(tiers, tier) || missing.length === 0) continue;
        if (!isNewerThan(entry, ...tiers, ...retiredTiers)) continue;
        yield {
          path: ['history', at, 'missing'],
          says: `${tier.label} is the highest tier, so nothing can be missing; delete "missing", or write a lower tier`,
        };
      }
    },
  },
  {
    id: 'missing-where-it-applies',
    sentence: 'A requirement is only missing where it applies.',
    *find(feature, { tiers }) {
      for (const [index, { requirement }] of missingIn(tiers, currentEntry(feature))) {
        if (!requirement || !isNewerThan(currentEntry(feature), requirement)) continue;
        // A requirement whose categories are all unknown is already reported as a mistake.
        if (requirement.appliesTo.length === 0 || requirement.appliesTo.includes(feature.category)) continue;
        const categories = requirement.appliesTo.map(({ id }) => id).join(', ');
        const { tier } = currentEntry(feature);
        const above = tier && tierAbove(tiers, tier);
        const others = above?.requirements.filter(({ appliesTo }) => appliesTo.includes(feature.category)) ?? [];
        const other = others.length > 0 ? `write one of: ${others.map(({ id }) => id).join(', ')}` : 'delete it';
        const { file } = requirement.group === undefined ? requirement : requirement.tier;
        yield {
          path: pathInStatus('missing', index, 'requirement'),
          says: `requirement "${requirement.id}" applies to ${categories}, not to ${feature.category.id}; ${other}; or, if the policy changed, record that under "changes:" in ${file}`,
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
          path: pathInStatus('waived', index, 'requirement'),
          says: `requirement "${requirement.id}" is both missing and waived; delete one of the two`,
          requirement,
        };
      }
    },
  },
  {
    id: 'missing-once',
    sentence: 'Each missing item is listed only once.',
    *find(feature, { tiers }) {
      const before = new Set<string>();
      for (const [index, it] of missingIn(tiers, currentEntry(feature))) {
        if (before.has(withoutBackticks(it.as)))
          yield {
            path: pathInStatus('missing', index, 'as'),
            says: `${quotedMissing(it)} is a duplicate in this list; delete one of the two`,
          };
        before.add(withoutBackticks(it.as));
      }
    },
  },
];

/**
 * Returns what an entry lists as missing, each with its index. In the highest tier the list is empty, since another
 * rule reports the whole list.
 */
const missingIn = (tiers: readonly Tier[], { tier, missing }: Entry): [number, Missing][] =>
  tier && !tierAbove(tiers, tier) ? [] : [...missing.entries()];
