import { currentEntry, sameStatus } from '../history.ts';
import { isNewerThan } from '../policy-events.ts';
import { pathInStatus, quotedMissing, type Rule } from './rule.ts';
import { tierAbove } from '../tier.ts';

/** The id of the rule about missing things that no requirement covers. */
export const writtenRequirement = 'written-requirement';

/** Rules that a status may break for a good reason. A warning blocks nothing and can be accepted. */
export const warningRules: readonly Rule[] = [
  {
    id: 'owed-by-its-tier',
    sentence: 'A tier has its own requirements and those of every tier below it.',
    isForReaders: true,
    *find(feature) {
      const { tier, missing } = currentEntry(feature);
      for (const [index, it] of missing.entries()) {
        const { requirement } = it;
        if (!tier || !requirement || requirement.tier.level < tier.level) continue;
        if (!isNewerThan(currentEntry(feature), requirement, tier)) continue;
        const also = requirement.tier === tier ? '' : `, and so does ${tier.label}`;
        yield {
          path: pathInStatus('missing', index),
          says: `it lacks ${quotedMissing(it)}, which ${requirement.tier.label} already requires${also}`,
          requirement,
        };
      }
    },
  },
  {
    id: writtenRequirement,
    sentence: 'Each item listed as missing should be a written requirement.',
    isForReaders: true,
    *find(feature) {
      for (const [index, it] of currentEntry(feature).missing.entries())
        if (!it.requirement)
          yield {
            path: pathInStatus('missing', index),
            says: `it lacks ${quotedMissing(it)}, which no written requirement covers`,
          };
    },
  },
  {
    id: 'reason-to-stay',
    sentence: 'A feature below the highest tier should list what it lacks for the next tier.',
    isForReaders: true,
    *find(feature, { tiers, features }) {
      const { tier, missing } = currentEntry(feature);
      const above = tier && tierAbove(tiers, tier);
      if (!above || !isNewerThan(currentEntry(feature), tier, above, ...above.requirements)) return;
      // Without requirements, or without any list of what is missing, nothing is expected here.
      const isListed = () => features.some((it) => currentEntry(it).missing.length > 0);
      if (above.requirements.length > 0 && missing.length === 0 && isListed())
        yield { path: pathInStatus(), says: `nothing keeps it from ${above.label}: no missing requirement is listed` };
    },
  },
  {
    id: 'promotion-explained',
    sentence: 'A promotion should explain how the missing requirements were met.',
    *find(feature) {
      const [newest, before] = feature.history;
      if (
        !newest?.tier ||
        !before?.tier ||
        newest.tier.level >= before.tier.level ||
        newest.note !== undefined ||
        before.missing.length === 0
      )
        return;
      const lacked = before.missing.map(quotedMissing).join(', ');
      yield { path: pathInStatus(), says: `it was promoted, but no "note" explains how it met ${lacked}` };
    },
  },
  {
    id: 'needless-waiver',
    sentence: 'A waiver exempts a feature from a requirement that would otherwise apply.',
    isForReaders: true,
    *find(feature, { tiers }) {
      const { tier, waived } = currentEntry(feature);
      for (const [index, { requirement }] of waived.entries()) {
        const highest = tier && (tierAbove(tiers, tier) ?? tier);
        const isRequired =
          highest && requirement.tier.level >= highest.level && requirement.appliesTo.includes(feature.category);
        if (!isRequired && isNewerThan(currentEntry(feature), requirement, ...(highest ? [tier, highest] : [])))
          yield {
            path: pathInStatus('waived', index),
            says: `"${requirement.title}" is waived but not required of it`,
            requirement,
          };
      }
    },
  },
  {
    id: 'a-change-changes',
    sentence: 'An entry of a history records a change.',
    *find(feature) {
      const [newest, before] = feature.history;
      if (newest && before && sameStatus(newest, before))
        yield { path: pathInStatus(), says: 'it says the same as the entry below it' };
    },
  },
  {
    id: 'successor-lives',
    sentence: 'The successor of a removed feature is tracked.',
    *find(feature) {
      const { successor } = currentEntry(feature);
      if (successor && !currentEntry(successor).tier)
        yield { path: pathInStatus('successor'), says: `its successor "${successor.id}" is removed as well` };
    },
  },
];
