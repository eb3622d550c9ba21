import { currentEntry } from '../history.ts';
import { isJudged } from '../policy-events.ts';
import { current, quoted, type Rule } from './rule.ts';
import { plain } from '../words.ts';

/** What a status can never be. */
export const breaches: readonly Rule[] = [
  {
    id: 'missing-where-it-applies',
    sentence: 'A requirement is only missing where it applies.',
    *find(feature) {
      for (const [index, { requirement }] of currentEntry(feature).missing.entries()) {
        // A requirement whose categories are all unknown is a mistake that is told already.
        if (!requirement || !isJudged(currentEntry(feature), requirement)) continue;
        if (requirement.appliesTo.length === 0 || requirement.appliesTo.includes(feature.category)) continue;
        const categories = requirement.appliesTo.map(({ id }) => id).join(', ');
        const says = `requirement "${requirement.id}" applies to ${categories}, not to ${feature.category.id}; name another, or record in ${requirement.file} since when, below "changes:"`;
        yield { path: current('missing', index, 'requirement'), says, requirement };
      }
    },
  },
  {
    id: 'missing-or-waived',
    sentence: 'A requirement that need not be met is not missing.',
    *find(feature) {
      const { missing, waived } = currentEntry(feature);
      for (const [index, { requirement }] of waived.entries()) {
        if (!missing.some((it) => it.requirement === requirement)) continue;
        yield {
          path: current('waived', index, 'requirement'),
          says: `requirement "${requirement.id}" is both missing and waived; keep one of the two`,
          requirement,
        };
      }
    },
  },
  {
    id: 'missing-once',
    sentence: 'What is missing is listed once.',
    *find(feature) {
      const { missing } = currentEntry(feature);
      for (const [index, it] of missing.entries()) {
        if (missing.findIndex((other) => plain(other.as) === plain(it.as)) < index)
          yield {
            path: current('missing', index, 'as'),
            says: `${quoted(it)} stands in this list twice; delete one of the two`,
          };
      }
    },
  },
];
