import type { Snapshot } from '../../schema/snapshot.ts';
import { sameWords } from '../words.ts';
import type { DataEvent, Event } from './event.ts';

/** Published data that follows from other data; `feature` is whose it is, where it is one feature's. */
interface Item {
  id: string;
  feature: string | undefined;
  fields: Record<string, unknown>;
}

/**
 * Data that follows from the rest and is another, though nothing that was told explains it: another version of the
 * program published it, or somebody's hand.
 */
export function derivedEvents(base: Snapshot, head: Snapshot, events: readonly Event[]): DataEvent[] {
  const told = new Set(events.flatMap(featuresOf));
  const isTold = ({ feature }: Item) => feature !== undefined && told.has(feature);
  // Where one does not say where it lies, addresses are compared whole.
  const renamed = events.some((event) => 'thing' in event && event.thing.type === 'tier');
  const isPlaced = base.index?.url !== undefined && head.index?.url !== undefined;
  // What is recorded anew is told itself.
  const recorded = new Set(base.policyChanges?.map(({ id }) => id)).intersection(
    new Set(head.policyChanges?.map(({ id }) => id)),
  );
  const [then, now] = [base, head].map((it) =>
    derivedData(it, isPlaced ? (it.index?.url ?? '') : '', recorded, renamed),
  );
  return Object.entries(then ?? {}).flatMap(([file, items]): DataEvent[] => {
    const later = now?.[file];
    if (!items) return [];
    if (!later) return [{ kind: 'data', file, field: '', of: [], from: true, to: undefined }];
    // Sentences and lists name requirements, tiers and categories.
    if (file !== 'features.json' && events.some(isPolicy)) return [];
    if (file === 'index.json' && told.size > 0) return [];
    return itemChanges(
      file,
      items.filter((it) => !isTold(it)),
      later.filter((it) => !isTold(it)),
    );
  });
}

/** One event a field, however many items have another value there. */
function itemChanges(file: string, then: readonly Item[], now: readonly Item[]): DataEvent[] {
  const old = new Map(then.map((it) => [it.id, it.fields]));
  const fresh = new Map(now.map((it) => [it.id, it.fields]));
  const changes = new Map<string, DataEvent>();
  const tell = (field: string, id: string, from: unknown, to: unknown) => {
    const told = changes.get(field);
    if (told) told.of.push(id);
    else changes.set(field, { kind: 'data', file, field, of: [id], from, to });
  };
  for (const [id, fields] of old) {
    const later = fresh.get(id);
    if (!later) tell('', id, true, undefined);
    else
      for (const [field, value] of Object.entries(fields))
        if (value !== undefined && !sameWords(value, later[field])) tell(field, id, value, later[field]);
  }
  for (const id of fresh.keys()) if (!old.has(id)) tell('', id, undefined, true);
  return [...changes.values()];
}

function derivedData(
  snapshot: Snapshot,
  home: string,
  recorded: ReadonlySet<string>,
  /** Whether a tier is told to be called otherwise. */
  renamed: boolean,
): Record<string, Item[] | undefined> {
  const path = (url: string | undefined) => (url?.startsWith(home) ? url.slice(home.length) : url);
  const part = ({ id, url }: { id: string; url?: string | undefined }) => ({
    id,
    feature: undefined,
    fields: { url: path(url) },
  });
  const { index } = snapshot;
  return {
    'features.json': snapshot.features.map(({ id, tier, tierLabel, removed, since, missing, url }) => ({
      id,
      feature: id,
      fields: { tier, tierLabel: renamed ? undefined : tierLabel, removed, since, missing, url: path(url) },
    })),
    'tiers.json': snapshot.tiers?.map((tier) => ({
      ...part(tier),
      fields: { url: path(tier.url), requirements: tier.requirements, groups: tier.groups },
    })),
    'requirements.json': snapshot.requirements?.map(part),
    'categories.json': snapshot.categories?.map(part),
    'policy.json': snapshot.policy && [],
    'changes.json': snapshot.changes?.map(({ id, feature, ...fields }) => ({
      id,
      feature,
      fields: { feature, ...fields, url: path(fields.url) },
    })),
    'changes.json, policyChanges': snapshot.policyChanges?.filter(({ id }) => recorded.has(id)).map(part),
    'index.json': index && [
      {
        id: 'index',
        feature: undefined,
        fields: { updated: index.updated, files: index.files?.map((it) => ({ ...it, url: path(it.url) })) },
      },
    ],
  };
}

/** The ids of the features whose published data an event explains. */
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
  ('thing' in event && event.kind !== 'edited' && ['requirement', 'tier', 'category'].includes(event.thing.type)) ||
  (event.kind === 'order' && event.of === 'requirements');
