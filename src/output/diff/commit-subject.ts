import type {
  Event,
  EventOf,
  MergeEvent,
  PastEvent,
  RequirementEvent,
  StatusEvent,
  Thing,
} from '../../domain/diff/event.ts';
import type { FieldChange } from '../../domain/diff/field-changes.ts';
import { recordedBy } from '../../domain/diff/recorded-by.ts';
import { withoutBackticks } from '../../domain/text.ts';
import { fieldName, pluralOf, wholeColumn } from './field-words.ts';

/** The length that still fits in a list of commits together with the pull request number that GitHub appends. */
const longest = 60;

/** How many parts are tried. More never fit. */
const mostParts = 10;

interface Part {
  /** Wordings from the longest to one that always fits. */
  forms: string[];
  /** The wording to use when the whole change is this part and concerns one feature. */
  alone?: string | undefined;
}

const last = ({ forms }: Part): string => forms.at(-1) ?? '';

/** Summarizes a change in one line for the subject of the squash commit, the most important part first. */
export function subject(events: readonly Event[]): string {
  const isThere = ({ forms }: Part) => forms.length > 0;
  const [major, minor] = [majorParts(events).filter(isThere), minorParts(events).filter(isThere)];
  const [first, ...rest] = [...major, ...minor];
  if (!first) return 'Reformat the content';
  const about = new Set(events.filter(({ kind }) => !consequences.includes(kind)).map(featureOf));
  const isOne = rest.length === 0 || (about.size === 1 && !about.has(undefined));
  if (isOne && first.alone !== undefined && first.alone.length <= longest) return first.alone;
  if (isOne) return fitted([first]) ?? last(first);
  const parts = major.length > 0 ? major : [first];
  const counts = parts.slice(0, mostParts).map((_, index) => index + 1);
  const fittingCount = counts.findLast((count) => fitted(parts.slice(0, count)) !== undefined) ?? 1;
  let line = fitted(parts.slice(0, fittingCount)) ?? last(first);
  // Minor parts never shorten another part, and are left out if a major part did not fit.
  if (fittingCount < parts.length) return line;
  for (const { forms } of major.length > 0 ? minor : rest) {
    const addition = `, ${lowerFirst(forms[0] ?? '')}`;
    if (line.length + addition.length <= longest) line += addition;
  }
  return line;
}

/** Events that only follow from another event. */
const consequences: Event['kind'][] = ['broken', 'data', 'order', 'recorded', 'unrecorded'];

function featureOf(event: Event): string | undefined {
  if ('feature' in event) return event.feature.id;
  return 'thing' in event && event.thing.type === 'feature' ? event.thing.id : undefined;
}

/** Joins the parts in one line, shortening the longest first. Returns nothing if they do not fit. */
function fitted(parts: readonly Part[]): string | undefined {
  const line = parts.map(({ forms: [form = ''] }, index) => (index === 0 ? form : lowerFirst(form))).join(', ');
  if (line.length <= longest) return line;
  const lengthOf = ({ forms: [form = ''] }: Part) => form.length;
  const [long] = parts.filter(({ forms }) => forms.length > 1).sort((a, b) => lengthOf(b) - lengthOf(a));
  return long && fitted(parts.map((part) => (part === long ? { forms: part.forms.slice(1) } : part)));
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const eventsOf =
  (events: readonly Event[]) =>
  <Kind extends Event['kind']>(kind: Kind) =>
    events.filter((event): event is EventOf<Kind> => event.kind === kind);

const isFeature = ({ thing }: { thing: Thing }): boolean => thing.type === 'feature';
const isOther = ({ thing }: { thing: Thing }): boolean => thing.type !== 'feature';
const featuresOfEvents = (events: readonly { feature: Named }[]): Named[] => events.map(({ feature }) => feature);
const thingsIn = (events: readonly { thing: Named }[]): Named[] => events.map(({ thing }) => thing);

function majorParts(events: readonly Event[]): Part[] {
  const of = eventsOf(events);
  const requirements = Map.groupBy(of('requirement'), ({ what, place, movedFrom }) =>
    JSON.stringify([what, place, movedFrom]),
  );
  const lacks = of('requirements-changed').filter((event) => !isReworded(event));
  const returned = of('returned');
  // A feature that is removed and returns within one change is tracked.
  const removed = of('removed').filter(
    ({ feature, entry }) => !returned.some((it) => it.feature.id === feature.id && it.entry.date >= entry.date),
  );
  return [
    tierPart('Promote', ' to', of('promoted'), 'move to'),
    tierPart('Demote', ' to', of('demoted'), 'move to'),
    ...of('merged').map(mergePart),
    ...of('joined').map(joinPart),
    { forms: wordings('List', featuresOfEvents(of('not-supported')), [' as not supported']) },
    { forms: wordings('Remove', featuresOfEvents(removed.filter(({ before }) => before))) },
    tierPart('Add', ' to', [...of('added'), ...removed.filter(({ before }) => !before)]),
    tierPart('Return', ' to', returned, 'return to'),
    ...of('swapped').map(swapPart),
    renamePart(of('renamed').filter(isFeature)),
    { forms: wordings('Delete', thingsIn(of('lost').filter(isFeature))) },
    ...[...requirements.values()].map(requirementPart),
    lackPart('Change what', lacks),
    ...[...of('new'), ...of('lost')]
      .filter(isOther)
      .map(({ kind, thing }) => ({ forms: phrasesOf(thing).map((it) => `${kind === 'new' ? 'Add' : 'Drop'} ${it}`) })),
    ...of('renamed').filter(isOther).map(renameOther),
    tierPart('Confirm', ' in', of('confirmed'), 'confirm'),
  ];
}

/** Parts that are mentioned only if there is room, or if there is no major part. */
function minorParts(events: readonly Event[]): Part[] {
  const of = eventsOf(events);
  const past = of('past');
  return [
    editPart(of('edited').filter(isOther)),
    { forms: wordings('Correct the history of', featuresOfEvents(past)), alone: pastAlone(past) },
    factPart(of('edited').filter(isFeature)),
    lackPart('Reword what', of('requirements-changed').filter(isReworded)),
    ...of('order').map(orderPart),
    { forms: of('recorded').some((it) => !recordedBy(it, events)) ? ['Record a change of the policy'] : [] },
    { forms: of('data').length > 0 ? ['Change the published data'] : [] },
  ];
}

const isReworded = ({ lacks }: StatusEvent): boolean => lacks.every(({ how }) => how === 'reworded' || how === 'names');

type Named = Pick<Thing, 'id' | 'name'>;

/**
 * Returns the wordings of a phrase: the names first, then the number of things. Only the number is used if a name is
 * too long or has special characters; it is left out for one thing whose name fits. `ends` are the endings to try, the
 * longest first.
 */
function wordings(
  verb: string,
  things: readonly Named[],
  ends = [''],
  noun = 'feature',
  plural = `${noun}s`,
): string[] {
  const distinct = [...new Map(things.map((it) => [it.id, it])).values()];
  if (distinct.length === 0) return [];
  const names = distinct.map(nameOf);
  const count = distinct.length === 1 ? `a ${noun}` : `${distinct.length} ${plural}`;
  const isNamed = names.every((it) => it !== undefined);
  const oneNameFits = isNamed && names.length === 1 && `${verb} ${names[0]}${ends.at(-1)}`.length <= longest;
  const subjects = [...(isNamed ? [enumeration(names)] : []), ...(oneNameFits ? [] : [count])];
  return subjects.flatMap((it) => ends.map((end) => `${verb} ${it}${end}`));
}

const enumeration = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');

/** The name of a thing, or else its id, if it is safe as plain text in a commit subject. */
const nameOf = ({ id, name }: Named): string | undefined =>
  [withoutBackticks(name).replace(/\s+/g, ' ').trim(), id].find(
    (it) =>
      it.length <= longest &&
      /^[\p{L}\p{N}][\p{L}\p{N} ._+()-]*$/u.test(it) &&
      !/(?<![a-z\d])(?:gh-\d|[a-f\d]{7,}(?![a-z\d]))|www\./i.test(it),
  );

/** The label of a tier, if it is safe as plain text in a commit subject. */
const tierName = (label = ''): string => nameOf({ id: '', name: label }) ?? 'another tier';

/** A wording such as "ID: move to Tier 1". */
const idFirst = ({ id }: Named, what: string): string | undefined =>
  nameOf({ id, name: id }) === undefined ? undefined : `${id}: ${what}`;

/** Features that enter a tier. A feature that moves twice counts once, with its last tier. */
function tierPart(verb: string, to: string, events: readonly StatusEvent[], alone?: string): Part {
  const latest = [...new Map(events.map((event) => [event.feature.id, event])).values()];
  const features = featuresOfEvents(latest);
  const groups = [...Map.groupBy(latest, ({ entry }) => entry.tier)].map(([tier, found]) => ({
    place: tier === null ? undefined : tierName(found[0]?.places.to),
    names: featuresOfEvents(found).map(nameOf),
  }));
  const [only, ...others] = groups;
  const [feature] = features;
  if (!only || !feature) return { forms: [] };
  const endOf = (place: string | undefined) => (place === undefined ? '' : `${to} ${place}`);
  if (others.length === 0)
    return {
      forms: wordings(verb, features, [endOf(only.place), '']),
      alone: alone && features.length === 1 ? idFirst(feature, `${alone} ${only.place ?? 'its removal'}`) : undefined,
    };
  const isNamed = groups.every(({ names }) => names.every((it) => it !== undefined));
  const each = groups.map(({ place, names }) => `${enumeration(names.map(String))}${endOf(place)}`);
  return { forms: [...(isNamed ? [`${verb} ${enumeration(each)}`] : []), ...wordings(verb, features)] };
}

const numbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function mergePart({ from, into }: MergeEvent): Part {
  const features = from.map(({ feature }) => feature);
  const name = nameOf(into) ?? 'another';
  const names = features.map(nameOf);
  if (features.length === 1)
    return {
      forms: from[0]?.removal
        ? wordings('Replace', features, [` with ${name}`, ''])
        : wordings('Merge', features, [` into ${name}`, '']),
    };
  const isFamily = names.every((it) => it?.startsWith(`${name} `));
  const family = `Merge the ${numbers[features.length - 2] ?? features.length} ${name} rows into ${name}`;
  return { forms: [...(isFamily ? [family] : []), ...wordings('Merge', features, [` into ${name}`, ''])] };
}

function swapPart({ things }: EventOf<'swapped'>): Part {
  const [{ type }] = things;
  return { forms: wordings('Swap the names of', things, [''], type, pluralOf({ type })) };
}

/** Requirements or categories that were merged into another one. */
function joinPart({ from, thing }: EventOf<'joined'>): Part {
  const name = nameOf(thing);
  const ends = name === undefined ? [''] : [` into ${name}`, ''];
  return { forms: wordings('Merge', from, ends, thing.type, pluralOf(thing)) };
}

function renamePart(events: readonly EventOf<'renamed'>[]): Part {
  const [only, ...others] = events;
  if (!only) return { forms: [] };
  const isName = only.was.name !== only.thing.name;
  const [was, is] = isName
    ? [only.was, only.thing].map(nameOf)
    : [only.was.id, only.thing.id].map((id) => nameOf({ id, name: id }));
  const verb = isName ? 'Rename' : 'Change the id of';
  const whole = others.length === 0 && was !== undefined && is !== undefined ? [`${verb} ${was} to ${is}`] : [];
  return { forms: [...whole, ...wordings('Rename', whole.length > 0 ? [only.was] : thingsIn(events))] };
}

function lackPart(verb: string, events: readonly StatusEvent[]): Part {
  const features = featuresOfEvents(events);
  const [only] = features;
  const many = new Set(features.map(({ id }) => id)).size > 1;
  return {
    forms: wordings(verb, features, [many ? ' lack' : ' lacks']),
    alone: only && !many ? idFirst(only, lackPhrase(events)) : undefined,
  };
}

function lackPhrase(events: readonly StatusEvent[]): string {
  const [lack, ...others] = events.flatMap(({ lacks }) => lacks);
  const name = lack && nameOf({ id: lack.text, name: lack.text });
  if (!lack || others.length > 0 || name === undefined) return 'change what it lacks';
  const phrases: Record<typeof lack.how, string> = {
    met: `meets ${name}`,
    gone: `no longer lacks ${name}`,
    'not-listed': `no longer lists ${name}`,
    'not-required': `need no longer meet ${name}`,
    new: `lacks ${name}`,
    waived: `waive ${name}`,
    'waived-no-longer': `end the waiver of ${name}`,
    reworded: 'reword what it lacks',
    names: 'change which requirement it lacks',
  };
  return phrases[lack.how];
}

/** Requirements with the same kind of change. */
function requirementPart(events: readonly RequirementEvent[]): Part {
  const [only] = events;
  if (!only) return { forms: [] };
  const things = events.map(({ requirement: { id, title } }) => ({ id, name: title }));
  const place = tierName(only.place);
  const all = (verb: string, ...ends: string[]): Part => ({ forms: wordings(verb, things, ends, 'requirement') });
  if (only.what === 'new') return all('Require', ` for ${place}`);
  if (only.what === 'lost' || only.what === 'retired') return all('Stop requiring', ` for ${place}`);
  if (!only.movedFrom) return all('Change what', things.length > 1 ? ' apply to' : ' applies to');
  return all('Require', ` for ${place} instead of ${tierName(only.movedFrom)}`, ` for ${place}`);
}

/** Wordings for a part of the policy, a category or the site: with its name if that is safe, then without. */
function phrasesOf(thing: Thing): string[] {
  const name = nameOf(thing);
  if (thing.type === 'site') return ['the site'];
  if (thing.type === 'tier') return [tierName(thing.name)];
  return [...(name === undefined ? [] : [`the ${thing.type} ${name}`]), `a ${thing.type}`];
}

function renameOther({ was, thing }: EventOf<'renamed'>): Part {
  const isId = was.name === thing.name;
  const name = nameOf(isId ? { id: '', name: thing.id } : thing);
  const renamed = isId ? 'Change the id of' : 'Rename';
  const verb = thing.type === 'tier' ? 'Renumber' : renamed;
  const forms = phrasesOf(was).map((it) => `${verb} ${it}`);
  return { forms: [...(name === undefined ? [] : [`${forms[0]} to ${name}`]), ...forms] };
}

/** Edited fields of anything but a feature. */
function editPart(events: readonly EventOf<'edited'>[]): Part {
  const [only, ...others] = events;
  if (!only) return { forms: [] };
  const types = new Set(events.map(({ thing }) => thing.type));
  if (others.length > 0)
    return { forms: [`Change ${types.size === 1 && types.has('category') ? 'the categories' : 'the policy'}`] };
  const { thing, changes } = only;
  const fields = new Set(changes.map(({ path: [field] }) => field));
  const phrases = phrasesOf(thing);
  if (fields.isSubsetOf(new Set(['words', 'opening', 'closing'])))
    return { forms: phrases.map((it) => `Reword ${it}`) };
  const [field] = fields;
  const whole = fields.size === 1 && field ? [`Change the ${fieldName([field])} of ${phrases[0]}`] : [];
  return { forms: [...editForms(thing, changes), ...whole, ...phrases.map((it) => `Change ${it}`)] };
}

/** Wordings for a renamed tier, for a new or lost column, and for one item of a list in site.yaml. */
function editForms(thing: Thing, changes: readonly FieldChange[]): string[] {
  const label = changes.find(({ path }) => path.join('.') === 'label');
  if (thing.type === 'tier' && label) {
    const [was, is] = [label.from, label.to].map((it) => nameOf({ id: '', name: String(it) }));
    return was === undefined || is === undefined ? [] : [`Rename ${was} to ${is}`];
  }
  const [change, ...others] = changes;
  if (thing.type !== 'site' || !change || others.length > 0) return [];
  const column = wholeColumn(thing, change);
  const name = nameOf({ id: '', name: column ?? change.item ?? '' });
  if (name === undefined) return [];
  if (column !== undefined) return [`${change.what === 'added' ? 'Add' : 'Drop'} the column ${name}`];
  return [`Change the ${fieldName(change.path.slice(0, 1))} ${name}`];
}

function pastAlone(events: readonly PastEvent[]): string | undefined {
  const [only, ...others] = events;
  if (!only) return undefined;
  if (others.length > 0) return idFirst(only.feature, 'correct its history');
  if (only.what === 'corrected' && only.changes.every(({ path: [field] }) => field === 'note'))
    return idFirst(only.feature, `reword the note of ${only.date}`);
  const verb = { corrected: 'correct the', deleted: 'delete the', inserted: 'insert an' }[only.what];
  return idFirst(only.feature, `${verb} entry of ${only.date}`);
}

function factPart(events: readonly EventOf<'edited'>[]): Part {
  const [only, ...others] = events;
  const features = events.map(({ thing }) => thing);
  return {
    forms: wordings('Update the facts of', features),
    alone: only && others.length === 0 ? idFirst(only.thing, factPhrase(only.changes)) : undefined,
  };
}

function factPhrase(changes: readonly FieldChange[]): string {
  const names = [...new Set(changes.map(({ path }) => fieldName(path).replace('on by default', 'default')))];
  const [change, ...others] = changes;
  if (others.length === 0 && change?.path.join('.') === 'use.default' && (change.to === 'on' || change.to === 'off'))
    return `turn ${change.to} by default`;
  const category = change?.path[0] === 'category' ? nameOf({ id: '', name: String(change.to) }) : undefined;
  if (others.length === 0 && category !== undefined) return `move to the category ${category}`;
  if (names.length > 2) return `update ${names.length} facts`;
  const verbs = { added: 'add', removed: 'remove', changed: 'update', reordered: 'reorder' };
  const whats = new Set(changes.map(({ what }) => what));
  const verb = whats.size === 1 && change ? verbs[change.what] : 'update';
  const isNew = verb === 'add' || verb === 'remove';
  const phrases = names.map((name) => {
    const isMany = changes.filter(({ path }) => fieldName(path) === name).length > 1;
    if (name === 'evidence') return isNew ? name : `the ${name}`;
    const plural = name.endsWith('s') ? `${name}es` : `${name}s`;
    const noun = isMany && whats.size === 1 ? plural : name;
    if (!isNew) return `the ${noun}`;
    const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
    return isMany ? noun : `${article} ${noun}`;
  });
  return `${verb} ${enumeration(phrases)}`;
}

function orderPart({ of, within, moved }: EventOf<'order'>): Part {
  if (of === 'categories' || of === 'sections' || of === 'tiers') return { forms: [`Reorder the ${of}`] };
  if (of === 'requirements') return { forms: [`Reorder the requirements of ${within}`] };
  const [only, ...others] = moved;
  return {
    forms: ['Reorder the features'],
    alone: only && others.length === 0 ? idFirst(only.thing, 'move in its tables') : undefined,
  };
}
