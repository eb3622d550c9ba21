import { currentEntry } from '../history.ts';
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
        if (!requirement || requirement.appliesTo.length === 0 || requirement.appliesTo.includes(feature.category))
          continue;
        const categories = requirement.appliesTo.map(({ id }) => id).join(', ');
        const says = `requirement "${requirement.id}" applies to ${categories}, not to ${feature.category.id}; name another, or delete it`;
        yield { path: current('missing', index, 'requirement'), says, requirement };
      }
    },
  },
  {
    id: 'missing-or-waived',
    sentence: 'A requirement that need not be met is not missing.',
    *find(feature) {
      const { missing, waived } = currentEntry(feature);
      const lacking = new Set(missing.map(({ requirement }) => requirement));
      for (const [index, { requirement }] of waived.entries()) {
        if (!lacking.has(requirement)) continue;
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
      const before = new Set<string>();
      for (const [index, it] of currentEntry(feature).missing.entries()) {
        if (before.has(plain(it.as)))
          yield {
            path: current('missing', index, 'as'),
            says: `${quoted(it)} stands in this list twice; delete one of the two`,
          };
        before.add(plain(it.as));
      }
    },
  },
];
