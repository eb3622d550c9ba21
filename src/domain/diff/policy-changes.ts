import type { PublishedRequirement } from '../../schema/api.ts';
import { heirs } from '../catalogue/ids.ts';
import type { Published } from './snapshot.ts';
import { sameWords } from '../words.ts';

/** What one state of the policy says and another does not; `what` names the part that is concerned. */
export type PolicyChange =
  | { kind: 'requirement-added' | 'requirement-dropped'; what: string; tier: number; words: string }
  | { kind: 'requirement-moved'; what: string; from: number; to: number }
  | { kind: 'requirement-scope'; what: string; from: string[]; to: string[] }
  | { kind: 'words'; what: string; from: string; to: string }
  | { kind: 'renamed'; what: string; to: string }
  | { kind: 'added' | 'dropped'; what: string };

/** Requirement by requirement, then the prose, then what tiers and categories there are. */
export const policyChanges = (base: Published, head: Published): PolicyChange[] => [
  ...requirementChanges(base, head),
  ...wordChanges(base, head),
  ...listChanges(base, head),
];

function requirementChanges(base: Published, head: Published): PolicyChange[] {
  const { heirOf, before } = heirs(base.requirements, head.requirements);
  const whole = ({ title, tier, words }: PublishedRequirement) => ({ what: title, tier, words });
  const everywhere = ({ appliesTo }: PublishedRequirement, { categories }: Published) =>
    appliesTo.length === categories.length;
  return [
    ...head.requirements.flatMap((now): PolicyChange[] => {
      const then = before.get(now);
      if (!then) return [{ kind: 'requirement-added', ...whole(now) }];
      const what = now.title;
      const changes: PolicyChange[] = [];
      if (then.title !== now.title) changes.push({ kind: 'renamed', what: then.title, to: now.title });
      else if (then.id !== now.id) changes.push({ kind: 'renamed', what: `requirement ${then.id}`, to: now.id });
      if (then.tier !== now.tier) changes.push({ kind: 'requirement-moved', what, from: then.tier, to: now.tier });
      // A requirement of every category applies to a new one too, which is no change of the requirement.
      if (!sameWords(then.appliesTo, now.appliesTo) && !(everywhere(then, base) && everywhere(now, head)))
        changes.push({ kind: 'requirement-scope', what, from: then.appliesTo, to: now.appliesTo });
      if (!sameWords(then.words, now.words))
        changes.push({ kind: 'words', what: `requirement “${what}”`, from: then.words, to: now.words });
      return changes;
    }),
    ...base.requirements
      .filter((then) => !heirOf.has(then))
      .map((then): PolicyChange => ({ kind: 'requirement-dropped', ...whole(then) })),
  ];
}

/** The policy's prose by the name of its part. */
const prose = ({ policy, tiers }: Published): Map<string, string> =>
  new Map([
    ...policy.flatMap(
      ({ id, title, words }) =>
        [
          [`the heading of ${id}`, title],
          [`the ${id}`, words],
        ] as const,
    ),
    ...tiers.flatMap(
      ({ level, title, opening, closing, requirements }) =>
        [
          [`the title of Tier ${level}`, title],
          [`the prose of Tier ${level}`, `${opening}\n\n${closing}`],
          [`the order of the requirements of Tier ${level}`, requirements.join(', ')],
        ] as const,
    ),
  ]);

function wordChanges(base: Published, head: Published): PolicyChange[] {
  const then = prose(base);
  const sorted = (list: string) => list.split(', ').sort().join();
  return [...prose(head)].flatMap(([what, to]): PolicyChange[] => {
    const from = then.get(what);
    if (from === undefined || sameWords(from, to)) return [];
    // A list with other members is told of by the requirements themselves.
    return what.startsWith('the order') && sorted(from) !== sorted(to) ? [] : [{ kind: 'words', what, from, to }];
  });
}

function listChanges(base: Published, head: Published): PolicyChange[] {
  const { heirOf, before } = heirs(base.categories, head.categories);
  const named = ({ level }: { level: number }) => `Tier ${level}`;
  // What an older version did not publish cannot be new.
  const sections = (of: Published, without: Published) =>
    without.policy.length === 0
      ? []
      : of.policy
          .filter(({ id }) => !without.policy.some((it) => it.id === id))
          .map(({ title }) => `section “${title}”`);
  const fresh = [
    ...sections(head, base),
    ...head.categories.filter((now) => !before.has(now)).map(({ name }) => `category ${name}`),
    ...head.tiers.filter(({ level }) => !base.tiers.some((then) => then.level === level)).map(named),
  ];
  const gone = [
    ...sections(base, head),
    ...base.categories.filter((then) => !heirOf.has(then)).map(({ name }) => `category ${name}`),
    ...base.tiers.filter(({ level }) => !head.tiers.some((now) => now.level === level)).map(named),
  ];
  const renamed = [...before].flatMap(([now, then]) =>
    then.name !== now.name ? [[then.name, now.name] as const] : then.id !== now.id ? [[then.id, now.id] as const] : [],
  );
  return [
    ...fresh.map((what): PolicyChange => ({ kind: 'added', what })),
    ...gone.map((what): PolicyChange => ({ kind: 'dropped', what })),
    ...renamed.map(([from, to]): PolicyChange => ({ kind: 'renamed', what: `category ${from}`, to })),
  ];
}
