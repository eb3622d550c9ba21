import type { EntryState, FeatureState, PolicyChangeState, RequirementState } from '../../schema/published-state.ts';
import type { ChangeKind } from '../history.ts';
import type { FieldChange } from './field-changes.ts';

/**
 * A part of the content with the name that sentences use: the label of a tier, otherwise the name or title in its file.
 */
export interface Thing {
  type: 'feature' | 'requirement' | 'category' | 'tier' | 'section' | 'record' | 'site';
  id: string;
  name: string;
}

/** What happened to a missing or waived requirement; `text` comes from the content. */
export type Lack =
  | { how: 'met' | 'gone' | 'not-listed' | 'not-required' | 'new' | 'waived-no-longer'; text: string }
  | { how: 'waived'; text: string; reason: string; source: string }
  | { how: 'reworded'; text: string; to: string }
  | { how: 'names'; text: string; from: string | undefined; to: string | undefined };

/** The labels of the tiers before and after a new entry, and of the next higher tiers. */
export interface Places {
  to: string;
  from: string;
  above: string | undefined;
  aboveFrom: string | undefined;
}

/** A new entry of a history and its effect. */
export interface StatusEvent {
  kind: ChangeKind;
  feature: FeatureState;
  entry: EntryState;
  before: EntryState | undefined;
  lacks: Lack[];
  successor: FeatureState | undefined;
  places: Places;
  category: [one: string, many: string];
  /** The date of the oldest entry, if the feature is new and has several. */
  oldest: string | undefined;
}

/** Features that another one replaced: their removals name it as the successor, or it took over their ids. */
export interface MergeEvent {
  kind: 'merged';
  from: { feature: FeatureState; place: string; removal: StatusEvent | undefined }[];
  into: FeatureState;
  place: string;
  /** The first status of the other feature, if it is new. */
  added: StatusEvent | undefined;
}

/** Requirements or categories whose ids another one took over. */
export interface JoinEvent {
  kind: 'joined';
  from: Thing[];
  thing: Thing;
}

export interface RenameEvent {
  kind: 'renamed';
  was: Thing;
  thing: Thing;
  /** True if the old id does not redirect to the new one. */
  isLost: boolean;
}

/** Two things that took each other's name: their ids were probably swapped by mistake. Their names are the old ones. */
export interface SwapEvent {
  kind: 'swapped';
  things: [Thing, Thing];
}

/** Fields with new values. */
export interface EditEvent {
  kind: 'edited';
  thing: Thing;
  changes: FieldChange[];
}

/** A published entry that was corrected or deleted, or a new entry that was inserted below newer ones. */
export interface PastEvent {
  kind: 'past';
  feature: FeatureState;
  date: string;
  what: 'corrected' | 'deleted' | 'inserted';
  place: string;
  changes: FieldChange[];
  /** The old and new tier, if the correction alone moves the feature. */
  moved: [from: string, to: string] | undefined;
}

/** Newer data in the base that the head does not have yet: entries of a feature, or the whole feature. */
export interface AheadEvent {
  kind: 'ahead';
  feature: FeatureState;
  entries: EntryState[];
  /** The label of the tier in the newest of these entries. */
  place: string;
  whole: boolean;
}

/** Any other part of the content that is new or gone. */
export interface PartEvent {
  kind: 'new' | 'lost';
  thing: Thing;
  /** Its note, title or description; often empty. */
  about: string;
}

/** A requirement that is new, gone or retired, or that applies to other features than before. */
export interface RequirementEvent {
  kind: 'requirement';
  what: 'new' | 'lost' | 'retired' | 'changed';
  requirement: RequirementState;
  place: string;
  /** The label of its former tier, if the tier changed. */
  movedFrom: string | undefined;
  /** The names of the categories that it applies to, before and after, if they changed. */
  scope: [from: string[], to: string[]] | undefined;
  binds: FeatureState[];
  frees: FeatureState[];
}

/** A new change of the policy that the content records. */
export interface RecordEvent {
  kind: 'recorded';
  change: PolicyChangeState;
}

/** Parts of the policy that changed though the content records no change of them. */
export interface UnrecordedEvent {
  kind: 'unrecorded';
  things: Thing[];
}

export interface OrderEvent {
  kind: 'order';
  of: 'categories' | 'requirements' | 'features' | 'sections' | 'tiers';
  /** The label of the tier or category whose items were reordered; empty for a list of the whole site. */
  within: string;
  moved: { thing: Thing; after: Thing | undefined }[];
}

/** A field of published data that changed without an event that explains it. */
export interface DataEvent {
  kind: 'data';
  file: string;
  field: string;
  of: string[];
  from: unknown;
  to: unknown;
}

/** A path that exists in the base and is a broken link in the head. */
export interface BrokenEvent {
  kind: 'broken';
  path: string;
}

/** One difference between two published states. */
export type Event =
  | StatusEvent
  | MergeEvent
  | JoinEvent
  | RenameEvent
  | SwapEvent
  | EditEvent
  | PastEvent
  | AheadEvent
  | PartEvent
  | RequirementEvent
  | RecordEvent
  | UnrecordedEvent
  | OrderEvent
  | DataEvent
  | BrokenEvent;

/** The event types whose `kind` can be one of `Kind`. */
export type EventOf<Kind extends Event['kind']> = Event extends infer E
  ? E extends Event
    ? Extract<E['kind'], Kind> extends never
      ? never
      : E
    : never
  : never;
