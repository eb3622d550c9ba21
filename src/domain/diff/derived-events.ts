import type { PublishedState } from '../../schema/published-state.ts';
import { sameContent } from '../text.ts';
import type { DataEvent, Event } from './event.ts';

/** An item of derived data; `feature` is the id of the feature it belongs to, if it belongs to one. */
interface Item {
  id: string;
  feature: string | undefined;
  fields: Record<string, unknown>;
}

/**
 * Finds derived data that changed without another event that explains it: a different version of the program published
 * it, or somebody edited it by hand.
 */
export function derivedEvents(base: PublishedState, head: PublishedState, events: readonly Event[]): DataEvent[] {
  const explained = new Set(events.flatMap(featuresOf));
  const isExplained = ({ feature }: Item) => feature !== undefined && explained.has(feature);
  // Addresses are compared relative to the base only if both states name their base.
  const tiersRenamed = events.some((event) => 'thing' in event && event.thing.type === 'tier');
  const haveAddress = base.index?.url !== undefined && head.index?.url !== undefined;
  // New records have events of their own.
  const recorded = new Set(base.policyChanges?.map(({ id }) => id)).intersection(
    new Set(head.policyChanges?.map(({ id }) => id)),
  );
  const [then, now] = [base, head].map((it) =>
    derivedData(it, haveAddress ? (it.index?.url ?? '') : '', recorded, tiersRenamed),
  );
  return Object.entries(then ?? {}).flatMap(([file, items]): DataEvent[] => {
    const later = now?.[file];
    if (!items) return [];
    if (!later) return [{ kind: 'data', file, field: '', of: [], from: true, to: undefined }];
    // Derived sentences and lists contain names of requirements, tiers and categories.
    if (file !== 'features.json' && events.some(isPolicy)) return [];
    if (file === 'index.json' && explained.size > 0) return [];
    return itemChanges(
      file,
      items.filter((it) => !isExplained(it)),
      later.filter((it) => !isExplained(it)),
    );
  });
}

/** Returns one event for each field, however many items changed there. */
function itemChanges(file: string, then: readonly Item[], now: readonly Item[]): DataEvent[] {
  const old = new Map(then.map((it) => [it.id, it.fields]));
  const fresh = new Map(now.map((it) => [it.id, it.fields]));
  const changes = new Map<string, DataEvent>();
  const add = (field: string, id: string, from: unknown, to: unknown) => {
    const known = changes.get(field);
    if (known) known.of.push(id);
    else changes.set(field, { kind: 'data', file, field, of: [id], from, to });
  };
  for (const [id, fields] of old) {
    const later = fresh.get(id);
    if (!later) add('', id, true, undefined);
    else
      for (const [field, value] of Object.entries(fields))
        if (value !== undefined && !sameContent(value, later[field])) add(field, id, value, later[field]);
  }
  for (const id of fresh.keys()) if (!old.has(id)) add('', id, undefined, true);
  return [...changes.values()];
}

function derivedData(
  state: PublishedState,
  home: string,
  recorded: ReadonlySet<string>,
  /** Whether an event says that a tier was renamed. */
  tiersRenamed: boolean,
): Record<string, Item[] | undefined> {
  const path = (url: string | undefined) => (url?.startsWith(home) ? url.slice(home.length) : url);
  const part = ({ id, url }: { id: string; url?: string | undefined }) => ({
    id,
    feature: undefined,
    fields: { url: path(url) },
  });
  const { index } = state;
  return {
    'features.json': state.features.map(({ id, tier, tierLabel, tierSlug, removed, since, missing, url }) => ({
      id,
      feature: id,
      fields: {
        tier,
        tierLabel: tiersRenamed ? undefined : tierLabel,
        tierSlug,
        removed,
        since,
        missing,
        url: path(url),
      },
    })),
    'tiers.json': state.tiers?.map((tier) => ({
      ...part(tier),
      fields: { url: path(tier.url), requirements: tier.requirements, groups: tier.groups },
    })),
    'requirements.json': state.requirements?.map(part),
    'categories.json': state.categories?.map(part),
    'policy.json': state.policy && [],
    'changes.json': state.changes?.map(({ id, feature, ...fields }) => ({
      id,
      feature,
      fields: { feature, ...fields, url: path(fields.url) },
    })),
    'changes.json, policyChanges': state.policyChanges?.filter(({ id }) => recorded.has(id)).map(part),
    'index.json': index && [
      {
        id: 'index',
        feature: undefined,
        fields: { updated: index.updated, files: index.files?.map((it) => ({ ...it, url: path(it.url) })) },
      },
    ],
  };
}

/** Returns the ids of the features whose changed data an event explains. */
function featuresOf(event: Event): string[] {
  if (event.kind === 'merged') return [event.into.id, ...event.from.map(({ feature }) => feature.id)];
  if ('feature' in event) return [event.feature.id];
  if (event.kind === 'renamed') return [event.was.id, event.thing.id];
  return (event.kind === 'new' || event.kind === 'lost') && event.thing.type === 'feature' ? [event.thing.id] : [];
}

const isPolicy = (event: Event): boolean =>
  event.kind === 'requirement' ||
  (event.kind === 'edited' &&
    event.thing.type === 'requirement' &&
    event.changes.some(({ path: [field = ''] }) => ['group', 'retired'].includes(field))) ||
  (event.kind === 'edited' &&
    event.thing.type === 'tier' &&
    event.changes.some(({ path: [field = ''] }) => ['label', 'title', 'heading'].includes(field))) ||
  ('thing' in event && event.kind !== 'edited' && ['requirement', 'tier', 'category'].includes(event.thing.type)) ||
  (event.kind === 'order' && event.of === 'requirements');
