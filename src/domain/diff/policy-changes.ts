import type {
  PublishedState,
  CategoryState,
  FeatureState,
  PolicyChangeState,
  RequirementState,
  SectionState,
  TierState,
} from '../../schema/published-state.ts';
import { heirs } from '../catalogue/former-ids.ts';
import { tierNames } from '../tier.ts';
import { sameContent } from '../text.ts';
import { editEvents, identityEvents, listEvents, part } from './edit-events.ts';
import type { Event, RequirementEvent, Thing } from './event.ts';
import { matchTiers } from './later-ids.ts';
import { withDefaultNames, type Names } from './labels-by-id.ts';
import { orderEvents } from './order-events.ts';

/** Compares the policy of two states: requirements, tiers, sections, categories and recorded changes. */
export const policyChanges = (base: PublishedState, head: PublishedState, names: Names): Event[] => [
  ...requirementEvents(base, head, names),
  ...tierEvents(base, head, names),
  ...sectionEvents(base, head),
  ...categoryEvents(base, head),
  ...recordEvents(base, head),
];

/**
 * Compares the recorded changes. The retirement of a requirement is left out, since the requirement has an event for
 * it.
 */
function recordEvents(base: PublishedState, head: PublishedState): Event[] {
  const thing = ({ id, sentence }: PolicyChangeState): Thing => ({ type: 'record', id, name: sentence });
  const retired = new Set(base.requirements?.filter((it) => !it.retired).map(({ id }) => id));
  return listEvents(
    base.policyChanges,
    head.policyChanges,
    (kind, it) => {
      if (kind === 'lost') return part(kind, thing(it), it.note);
      return it.kind === 'requirement-retired' && retired.has(it.subject) ? [] : [{ kind: 'recorded', change: it }];
    },
    (then, now) => editEvents(thing(now), then, now, ['id', 'url']),
  );
}

const section = ({ id, title }: SectionState): Thing => ({ type: 'section', id, name: title });

/** Compares the sections, matched by current or former anchor. */
function sectionEvents(base: PublishedState, head: PublishedState): Event[] {
  const known = ({ policy }: PublishedState) => policy?.map((it) => ({ ...it, formerIds: it.formerAnchors ?? [] }));
  const [then, now] = [known(base), known(head)];
  if (!then || !now) return [];
  // A tier that is added, removed or moved also changes the parts of sections, so parts are not compared then.
  const tiersOf = ({ tiers }: PublishedState) => tiers?.map(({ id, level, retired }) => [id, level, !retired]);
  const except = ['id', 'formerIds', ...(sameContent(tiersOf(base), tiersOf(head)) ? [] : ['parts'])];
  const { heirOf } = heirs(then, now);
  return [
    ...listEvents(
      then,
      now,
      (kind, it) => part(kind, section(it), ''),
      (was, is) => {
        const moved = movedHeadings(was, is);
        return [...moved, ...editEvents(section(is), was, is, moved.length > 0 ? [...except, 'parts'] : except)];
      },
    ),
    ...orderEvents(
      then.map((it) => heirOf.get(it)?.id ?? it.id),
      now.map(section),
      { of: 'sections', within: '' },
    ),
  ];
}

/** Reports subheadings without text that moved within a section. */
function movedHeadings(was: SectionState, is: SectionState): Event[] {
  const [then = [], now = []] = [was.parts, is.parts];
  if (!sameContent(then.toSorted(), now.toSorted())) return [];
  const sign = 'heading ';
  const headings = (parts: string[]) => parts.filter((it) => it.startsWith(sign));
  const things = headings(now).map((id): Thing => ({ type: 'section', id, name: id.slice(sign.length) }));
  return orderEvents(headings(then), things, { of: 'sections', within: '' });
}

/** Compares the requirements. The features that a requirement binds or frees are those of the later state. */
function requirementEvents(base: PublishedState, head: PublishedState, names: Names): Event[] {
  const bound = boundBy(head.features);
  const isScopeChanged = scopeComparison(base.categories ?? [], head.categories ?? []);
  const thing = ({ id, title }: RequirementState): Thing => ({ type: 'requirement', id, name: title });
  const categoryNames = ({ appliesTo }: RequirementState) => appliesTo.map((id) => names.category(id)[0]);
  const event = (what: RequirementEvent['what'], requirement: RequirementState): RequirementEvent => ({
    kind: 'requirement',
    what,
    requirement,
    place: names.tier(requirement.tier),
    movedFrom: undefined,
    scope: undefined,
    binds: what === 'new' ? [...bound(requirement)] : [],
    frees: what === 'lost' || what === 'retired' ? [...bound({ ...requirement, retired: null })] : [],
  });
  const changedEvents = (then: RequirementState, now: RequirementState): RequirementEvent[] => {
    const scopeChanged = isScopeChanged(then, now);
    const tierChanged = then.tier !== now.tier;
    if (!scopeChanged && !tierChanged) return [];
    // The later features name the requirement by its later id.
    const boundBefore = bound({ ...then, id: now.id });
    const boundNow = bound(now);
    return [
      {
        ...event('changed', now),
        movedFrom: tierChanged ? names.tier(then.tier) : undefined,
        scope: scopeChanged ? [categoryNames(then), categoryNames(now)] : undefined,
        binds: [...boundNow.difference(boundBefore)],
        frees: [...boundBefore.difference(boundNow)],
      },
    ];
  };
  const unmatched = (kind: 'new' | 'lost', it: RequirementState) => [event(kind, it)];
  return listEvents(base.requirements, head.requirements, unmatched, (then, now, merged) => {
    const isRetired = then.retired === null && now.retired != null;
    return [
      ...identityEvents(thing(then), thing(now), merged.map(thing)),
      ...changedEvents(then, now),
      ...(isRetired ? [event('retired', now)] : []),
      ...editEvents(thing(now), then, now, [
        ...['id', 'title', 'tier', 'appliesTo', 'url'],
        ...(then.tier === now.tier ? [] : ['tierSlug']),
        ...(isRetired ? ['retired'] : []),
      ]),
    ];
  });
}

/**
 * Returns a test for whether a requirement applies to other categories than before. A requirement that applies to every
 * category also applies to a new one, which does not change the requirement.
 */
function scopeComparison(base: readonly CategoryState[], head: readonly CategoryState[]) {
  const { heirOf } = heirs(base, head);
  const baseWithLaterIds = base.map((it) => heirOf.get(it) ?? it);
  const isEverywhere = ({ appliesTo }: RequirementState, categories: readonly CategoryState[]) =>
    categories.length > 0 && categories.every(({ id }) => appliesTo.includes(id));
  return (then: RequirementState, now: RequirementState): boolean =>
    !sameContent(then.appliesTo.toSorted(), now.appliesTo.toSorted()) &&
    !(isEverywhere(then, baseWithLaterIds) && isEverywhere(now, head));
}

/** Finds the features whose tier requires something that is neither waived for them nor missing. */
const boundBy =
  (features: readonly FeatureState[]) =>
  ({ id, tier, appliesTo, retired }: RequirementState): Set<FeatureState> =>
    new Set(
      features.filter(({ category, history: [entry] }) => {
        if (retired) return false;
        if (entry?.tier == null || tier < entry.tier || !appliesTo.includes(category)) return false;
        return ![...entry.missing, ...entry.waived].some(({ requirement }) => requirement === id);
      }),
    );

/** Returns which names of a tier are defaults from its level and title in all of the states. */
function derivedNames(...states: TierState[]): string[] {
  const isDerived = (name: 'label' | 'mark' | 'heading') => (tier: TierState) =>
    tier[name] === undefined || tier[name] === tierNames({ ...tier, [name]: undefined })[name];
  return (['label', 'mark', 'heading'] as const).filter((name) => states.every(isDerived(name)));
}

/** Compares the tiers. `base` must already have the levels of `head`. */
function tierEvents(base: PublishedState, head: PublishedState, names: Names): Event[] {
  const thing = (tier: TierState): Thing => ({ type: 'tier', id: tier.id, name: withDefaultNames(tier).label });
  const requirement = (id: string): Thing => ({ type: 'requirement', id, name: names.requirement(id) ?? id });
  const isRecorded = ({ id }: TierState) =>
    head.policyChanges?.some(({ kind, subject }) => kind === 'tier-retired' && subject === id);
  return listEvents(
    base.tiers,
    head.tiers,
    (kind, tier) => part(kind, thing(tier), tier.title),
    (then, now) => [
      ...editEvents(thing(now), then, now, [
        ...['level', 'slug', 'url', 'requirements', 'groups', ...derivedNames(then, now)],
        ...(then.retired === null && isRecorded(now) ? ['retired'] : []),
      ]),
      ...orderEvents(then.requirements, now.requirements.map(requirement), {
        of: 'requirements',
        within: withDefaultNames(now).label,
      }),
    ],
    matchTiers(base.tiers, head.tiers),
  );
}

function categoryEvents(base: PublishedState, head: PublishedState): Event[] {
  const thing = ({ id, name }: CategoryState): Thing => ({ type: 'category', id, name });
  return [
    ...listEvents(
      base.categories,
      head.categories,
      (kind, it) => part(kind, thing(it), it.description ?? ''),
      (then, now, merged) => [
        ...identityEvents(thing(then), thing(now), merged.map(thing)),
        ...editEvents(thing(now), then, now, ['id', 'name', 'url']),
      ],
    ),
    ...orderEvents(
      (base.categories ?? []).map(({ id }) => id),
      (head.categories ?? []).map(thing),
      { of: 'categories', within: '' },
    ),
  ];
}
