import type {
  SnapshotEntry,
  SnapshotFeature,
  SnapshotPolicyChange,
  SnapshotRequirement,
} from '../../schema/snapshot.ts';
import type { ChangeKind } from '../history.ts';
import type { FieldChange } from './field-changes.ts';

/** Something of the content as a sentence names it: a tier by its label, the rest by what its file calls it. */
export interface Thing {
  type: 'feature' | 'requirement' | 'category' | 'tier' | 'section' | 'record' | 'site';
  id: string;
  name: string;
}

/** What became of something that a status lacked, or is excused from; the words are the content's. */
export type Lack =
  | { how: 'met' | 'gone' | 'not-listed' | 'not-required' | 'new' | 'waived-no-longer'; words: string }
  | { how: 'waived'; words: string; reason: string; source: string }
  | { how: 'reworded'; words: string; to: string }
  | { how: 'names'; words: string; from: string | undefined; to: string | undefined };

/** What the tiers of a new entry are called, and those next above them. */
export interface Places {
  to: string;
  from: string;
  above: string | undefined;
  aboveFrom: string | undefined;
}

/** A new entry of a history, and what it does. */
export interface StatusEvent {
  kind: ChangeKind;
  feature: SnapshotFeature;
  entry: SnapshotEntry;
  before: SnapshotEntry | undefined;
  lacks: Lack[];
  successor: SnapshotFeature | undefined;
  places: Places;
  /** The category's name, and its plural. */
  category: [one: string, many: string];
  /** The day of its first entry, where it comes with a history. */
  oldest: string | undefined;
}

/** Features whose place another one took: the ones that a removal names, or whose ids lead to it now. */
export interface MergeEvent {
  kind: 'merged';
  from: { feature: SnapshotFeature; place: string; removal: StatusEvent | undefined }[];
  into: SnapshotFeature;
  place: string;
  /** How the other one came, where it is new. */
  added: StatusEvent | undefined;
}

export interface RenameEvent {
  kind: 'renamed';
  was: Thing;
  thing: Thing;
  /** Whether nothing leads from the old id to the new one. */
  isLost: boolean;
}

/** Facts and words that are others than before. */
export interface EditEvent {
  kind: 'edited';
  thing: Thing;
  changes: FieldChange[];
}

/** An entry that was published before and is another now, or is gone, or stands below newer ones and was not there. */
export interface PastEvent {
  kind: 'past';
  feature: SnapshotFeature;
  /** The day that the entry has, or had. */
  date: string;
  what: 'corrected' | 'deleted' | 'inserted';
  place: string;
  changes: FieldChange[];
  /** The tiers between which the feature moves by that alone. */
  moved: [from: string, to: string] | undefined;
}

/** What the base has and the head not yet: newer entries of a feature, or the whole of it. */
export interface AheadEvent {
  kind: 'ahead';
  feature: SnapshotFeature;
  entries: SnapshotEntry[];
  /** The tier of the newest of these. */
  place: string;
  whole: boolean;
}

/** A part of the policy, a category or a feature that came or went in any other way. */
export interface PartEvent {
  kind: 'new' | 'lost';
  thing: Thing;
  /** What it says of itself. */
  about: string;
}

/** A requirement that came, went, no longer holds, or is asked of others than before. */
export interface RequirementEvent {
  kind: 'requirement';
  what: 'new' | 'lost' | 'retired' | 'changed';
  requirement: SnapshotRequirement;
  place: string;
  /** The tier that required it before, where it is another. */
  movedFrom: string | undefined;
  /** Names of the categories that it applies to. */
  scope: [from: string[], to: string[]] | undefined;
  binds: SnapshotFeature[];
  frees: SnapshotFeature[];
}

/** A change of the policy that its content records. */
export interface RecordEvent {
  kind: 'recorded';
  change: SnapshotPolicyChange;
}

/** Parts of the policy that say something else than before, of which its content records no change. */
export interface UnrecordedEvent {
  kind: 'unrecorded';
  things: Thing[];
}

export interface OrderEvent {
  kind: 'order';
  of: 'categories' | 'requirements' | 'features' | 'sections' | 'tiers';
  /** The tier or category whose order it is. */
  within: string;
  moved: { thing: Thing; after: Thing | undefined }[];
}

/** Published data that another state does not have, though nothing says why: the field, and whose. */
export interface DataEvent {
  kind: 'data';
  file: string;
  field: string;
  of: string[];
  from: unknown;
  to: unknown;
}

/** A path that leads somewhere in the base and nowhere in the head. */
export interface BrokenEvent {
  kind: 'broken';
  path: string;
}

/** One thing that a change of the content means. */
export type Event =
  | StatusEvent
  | MergeEvent
  | RenameEvent
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

/** The events that can be of a kind. */
export type EventOf<Kind extends Event['kind']> = Event extends infer E
  ? E extends Event
    ? Extract<E['kind'], Kind> extends never
      ? never
      : E
    : never
  : never;
