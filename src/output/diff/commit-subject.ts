import type { Difference, FeatureChange } from '../../domain/diff/diff.ts';
import { counted, plain } from '../../domain/words.ts';

/** The greatest length that Git's own tools show whole. */
const longest = 72;

/** What a change means in one line, for the subject of the squash commit: whatever weighs most comes first. */
export function subject({ features, policy }: Difference): string {
  const parts = [
    ...moves(features, 'promoted', 'Promote'),
    ...moves(features, 'demoted', 'Demote'),
    ...listed(features, 'removed', 'Remove'),
    ...listed(features, 'added', 'Add'),
    ...listed(features, 'returned', 'Bring back'),
    ...listed(features, 'renamed', 'Rename'),
    ...listed(features, 'requirements-changed', 'Change what is missing in'),
    ...listed(features, 'clarified', 'Change which requirement', ' lacks'),
    ...(policy.length > 0 ? [{ long: 'Change the policy', short: 'Change the policy' }] : []),
    ...listed(features, 'waivers-changed', 'Change the waivers of'),
    ...listed(features, 'recategorised', 'Move to another category:'),
    ...listed(features, 'rewritten', 'Rewrite the history of'),
    ...listed(features, 'deleted', 'Delete'),
    ...listed(features, 'described', 'Describe'),
  ];
  const [first] = parts;
  if (!first) return 'Reformat the content';
  const all = (form: keyof Part) =>
    parts
      .map((part) => part[form])
      .map(lowerAfterFirst)
      .join(', ');
  return (
    [all('long'), `${first.long}, and more`, all('short')].find(({ length }) => length <= longest) ??
    `${first.short}, and more`
  );
}

interface Part {
  long: string;
  short: string;
}

/** One part for each tier that features moved to. */
function moves(features: readonly FeatureChange[], kind: 'promoted' | 'demoted', verb: string): Part[] {
  const moved = features.filter(
    (change): change is Extract<FeatureChange, { kind: 'promoted' | 'demoted' }> => change.kind === kind,
  );
  const levels = [...new Set(moved.map(({ to }) => to))].sort((a, b) => a - b);
  return levels.map((to) =>
    part(
      verb,
      moved.filter((change) => change.to === to),
      ` to Tier ${to}`,
    ),
  );
}

function listed(features: readonly FeatureChange[], kind: FeatureChange['kind'], verb: string, end = ''): Part[] {
  const found = features.filter((change) => change.kind === kind);
  return found.length > 0 ? [part(verb, found, end)] : [];
}

const part = (verb: string, changes: readonly FeatureChange[], end: string): Part => {
  const names = changes.map(({ feature }) => plain(feature.name).replace(/\s+/g, ' ')).join(' and ');
  return { long: `${verb} ${names}${end}`, short: `${verb} ${counted(changes.length, 'feature')}${end}` };
};

const lowerAfterFirst = (text: string, index: number): string =>
  index === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1);
