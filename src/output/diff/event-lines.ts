import type { EventOf, MergeEvent, PastEvent, RequirementEvent, StatusEvent, Thing } from '../../domain/diff/event.ts';
import { counted, longDate } from '../../domain/text.ts';
import type { EntryState, FeatureState } from '../../schema/published-state.ts';
import { changeLine, pluralOf, valueWords, wholeColumn, type EventLine } from './field-words.ts';
import {
  bold,
  code,
  enumerated,
  joined,
  commaList,
  phrase,
  quoted,
  type Markdown,
  type TextOrMarkdown,
} from './markdown-text.ts';
import { wordChanges } from './word-changes.ts';

/** Returns the date, source and reason of an entry, or nothing if all entries share them. */
export type EntryReason = (entry: EntryState) => Markdown;

/** Describes new entries. Features with the same description share a line. */
export function statusLines(events: readonly StatusEvent[], reasonOf: EntryReason): EventLine[] {
  const groups = Map.groupBy(events, (event) => statusSentences(event, false, reasonOf).source);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const names = enumerated(group.map(({ feature }) => bold(feature.name)));
    return first ? [{ says: phrase`${names} ${statusSentences(first, group.length > 1, reasonOf)}` }] : [];
  });
}

/** The sentence after the names, and further sentences. */
function statusSentences(event: StatusEvent, many: boolean, reasonOf: EntryReason): Markdown {
  return sentences(predicate(event, many), ...lackWords(event), ...successorWords(event), reasonOf(event.entry));
}

const sentences = (...parts: TextOrMarkdown[]): Markdown => joined(parts, ' ');

function predicate({ kind, entry, before, category, places, oldest }: StatusEvent, many: boolean): TextOrMarkdown {
  const [is, s, their, theyWere] = many ? ['are', '', 'Their', 'they were'] : ['is', 's', 'Its', 'it was'];
  const { to, from } = places;
  const ofCategory = category[many ? 1 : 0];
  const history = oldest ? phrase` ${their} history begins on ${longDate(oldest)}.` : '';
  switch (kind) {
    case 'added':
      return phrase`(${ofCategory}) ${is} added to ${to}.${history}`;
    case 'promoted':
      return phrase`move${s} up from ${from} to ${to}.`;
    case 'demoted':
      return phrase`move${s} down from ${from} to ${to}.`;
    case 'returned':
      return phrase`return${s} to ${to}.`;
    case 'not-supported':
      return before?.tier == null
        ? phrase`(${ofCategory}) ${is} listed as not supported.${history}`
        : phrase`${is} no longer supported; ${theyWere} in ${from}.`;
    case 'removed':
      return before
        ? phrase`${is} removed from ${from}.`
        : phrase`(${ofCategory}) ${is} listed as not tracked.${history}`;
    case 'requirements-changed':
      return phrase`stay${s} in ${to}.`;
    case 'confirmed':
      if (entry.tier !== null) return phrase`${is} confirmed in ${to}.`;
      return phrase`${is} confirmed as not ${entry.supported === false ? 'supported' : 'tracked'}.`;
  }
}

/** What is no longer missing and what is missing now, one sentence for each kind of change. */
function lackWords({ kind, entry, before, lacks, places }: StatusEvent): TextOrMarkdown[] {
  const of = (...hows: string[]) => lacks.filter(({ how }) => hows.includes(how)).map(({ text }) => quoted(text));
  const labeled = (label: string, parts: readonly TextOrMarkdown[]) =>
    parts.length > 0 ? phrase`${label}: ${commaList(parts)}.` : '';
  const waived = lacks.flatMap((it) =>
    it.how === 'waived' ? [phrase`${quoted(it.text)} (${it.reason.replace(/\.$/, '')}; ${code(it.source)})`] : [],
  );
  const reworded = lacks.flatMap((it) =>
    it.how === 'reworded' ? [phrase`${quoted(it.text)} → ${quoted(it.to)}`] : [],
  );
  const named = (title: string | undefined) =>
    title === undefined ? 'no written requirement' : phrase`the requirement ${quoted(title)}`;
  const names = lacks.flatMap((it) =>
    it.how === 'names' ? [phrase`${quoted(it.text)} now names ${named(it.to)}; before: ${named(it.from)}.`] : [],
  );
  const accepted = entry.accepted
    .filter(({ rule, reason }) => !before?.accepted.some((it) => it.rule === rule && it.reason === reason))
    .map(({ rule, reason }) => phrase`${rule} (${reason.replace(/\.$/, '')})`);
  const isSame = kind === 'requirements-changed';
  return [
    labeled('Met', of('met')),
    labeled('No longer missing', of('gone')),
    labeled('Waived', waived),
    labeled('No longer waived', of('waived-no-longer')),
    labeled('No longer required', of('not-required')),
    labeled('Reworded', reworded),
    ...names,
    labeled('Newly missing', isSame ? of('new') : []),
    labeled(
      places.above === undefined ? 'Missing' : `Unmet for ${places.above}`,
      isSame || kind === 'confirmed' ? [] : entry.missing.map(({ as }) => quoted(as)),
    ),
    labeled(`No longer listed (for ${places.aboveFrom ?? 'the next tier'})`, of('not-listed')),
    labeled('Accepted', accepted),
  ];
}

function successorWords({ entry, before, successor }: StatusEvent): TextOrMarkdown[] {
  if (entry.successor === (before?.successor ?? null)) return [];
  if (entry.successor === null) return ['It no longer has a successor.'];
  return [phrase`Its successor is ${successor ? bold(successor.name) : code(entry.successor)}.`];
}

/** The date, source and reason of an entry. */
export function entryReason({ date, source, note }: Pick<EntryState, 'date' | 'source' | 'note'>): Markdown {
  const since = phrase`Since ${longDate(date)} (${code(source)})`;
  const reason = note.trim();
  if (reason === '') return phrase`${since}.`;
  return phrase`${since}: ${reason}${/[.!?…]$/.test(reason) ? '' : '.'}`;
}

/** Features that are merged into another one or replaced by it. */
export function mergeLine({ from, into, place: placeOfInto, added }: MergeEvent, reasonOf: EntryReason): EventLine {
  const many = from.length > 1;
  const names = enumerated(from.map(({ feature, place }) => phrase`${bold(feature.name)} (${place})`));
  const removals = from.flatMap(({ removal }) => removal ?? []);
  const verb = removals.length === 0 || many ? 'merged into' : 'replaced by';
  const place = added ? phrase`, new in ${added.places.to}` : phrase` (${placeOfInto})`;
  const reasons = [...removals, ...(added ? [added] : [])].map(({ entry }) => reasonOf(entry));
  const distinct = [...new Map(reasons.map((it) => [it.source, it])).values()];
  const lead = many ? 'Their old addresses lead there.' : 'Its old address leads there.';
  return {
    says: sentences(
      phrase`${names} ${many ? 'are' : 'is'} ${verb} ${bold(into.name)}${place}.`,
      ...(added ? lackWords(added) : []),
      ...(removals.length === 0 ? [lead] : []),
      ...distinct,
    ),
  };
}

/** Requirements or categories that are merged into another one. */
export function joinLine({ from, thing }: EventOf<'joined'>): EventLine {
  const names = enumerated(from.map(({ name }) => bold(name)));
  const says =
    from.length === 1
      ? phrase`The ${thing.type} ${names} is merged into ${bold(thing.name)}. Its old address leads there.`
      : phrase`The ${pluralOf(thing)} ${names} are merged into ${bold(thing.name)}. Their old addresses lead there.`;
  return { says };
}

export function renameLine({ was, thing, isLost }: EventOf<'renamed'>): EventLine {
  if (thing.type === 'tier') return { says: phrase`${bold(was.name)} is now ${bold(thing.name)}.` };
  const name = was.name === thing.name ? 'keeps its name' : phrase`is now called ${bold(thing.name)}`;
  const isId = was.id === was.name && thing.id === thing.name;
  const id = isId ? '' : phrase`; its id changes from ${code(was.id)} to ${code(thing.id)}`;
  const and = isId ? ';' : ', and';
  const addressChange = isLost
    ? phrase`. ${code(`formerIds: [${was.id}]`)} would keep its old address`
    : `${and} its old address leads to the new one`;
  return { says: phrase`${named(was)} ${name}${was.id === thing.id ? '' : phrase`${id}${addressChange}`}.` };
}

/** Things that most probably have each other's id by mistake. */
export function swapLine({ things: [one, other] }: EventOf<'swapped'>): EventLine {
  const links = (to: Thing, now: Thing) => phrase`links to ${code(to.id)} now show ${bold(now.name)}`;
  const names = phrase`The ${pluralOf(one)} ${bold(one.name)} and ${bold(other.name)} have swapped names`;
  const says = phrase`${names}, so ${links(one, other)}, and ${links(other, one)}. Give each its own id again, unless the old names were wrong.`;
  return { says };
}

/** A thing at the start of a sentence. */
function named({ type, name }: Thing): TextOrMarkdown {
  if (type === 'feature' || type === 'tier') return bold(name);
  return type === 'site' ? 'The site' : phrase`The ${type} ${bold(name)}`;
}

/** A thing within a sentence. */
const thingInSentence = ({ type, name }: Thing): TextOrMarkdown =>
  type === 'section' ? phrase`the document’s section ${bold(name)}` : phrase`the ${type} ${bold(name)}`;

export function editLine({ thing, changes }: EventOf<'edited'>): EventLine {
  const [change, ...others] = changes;
  const column = change && others.length === 0 ? wholeColumn(thing, change) : undefined;
  if (column !== undefined)
    return { says: phrase`The column ${bold(column)} is ${change?.what === 'added' ? 'new' : 'gone'}.` };
  return withChanges(named(thing), changes.map(changeLine));
}

/** Changes of one thing: a single one on the same line, several as a list below it. */
function withChanges(name: TextOrMarkdown, changes: readonly EventLine[]): EventLine {
  const [only] = changes;
  return only && changes.length === 1
    ? { ...only, says: phrase`${name}, ${only.says}` }
    : { says: phrase`${name}:`, lines: [...changes] };
}

export function partLine({ kind, thing, about }: EventOf<'new' | 'lost'>): EventLine {
  if (thing.type === 'feature')
    return {
      says: phrase`${named(thing)}: its file is gone. An entry with ${code('removed: true')} would keep its page.`,
    };
  const ending = about === '' ? '.' : phrase`: ${quoted(about)}`;
  return { says: phrase`${named(thing)} is ${kind === 'new' ? 'new' : 'gone'}${ending}` };
}

export function requirementLine({
  what,
  requirement,
  place,
  movedFrom,
  scope,
  binds,
  frees,
}: RequirementEvent): EventLine {
  const { title, words = '' } = requirement;
  const name = bold(title);
  if (what === 'new')
    return {
      says: sentences(
        phrase`${bold(place)} has a new requirement, ${name}.`,
        ...boundWords('It binds', binds, 'It binds no feature yet.'),
      ),
      diff: wordChanges('', words),
    };
  if (what === 'lost')
    return {
      says: sentences(
        phrase`${bold(place)} no longer requires ${name}.`,
        ...boundWords('It bound', frees, 'It bound no feature.'),
      ),
      diff: wordChanges(words, ''),
    };
  if (what === 'retired') {
    const { date = '', source = '', reason = '' } = requirement.retired ?? {};
    return {
      says: sentences(
        phrase`${bold(place)} no longer requires ${name}, since ${longDate(date)} (${code(source)}): ${reason}`,
        ...boundWords('It bound', frees, 'It bound no feature.'),
      ),
    };
  }
  const list = (names: readonly string[]) =>
    names.length > 0 ? enumerated(names.map((it) => phrase`${it}`)) : 'nothing';
  const subject = movedFrom ? 'It' : phrase`The requirement ${name}`;
  return {
    says: sentences(
      ...(movedFrom ? [phrase`The requirement ${name} moves from ${movedFrom} to ${place}.`] : []),
      ...(scope ? [phrase`${subject} applied to ${list(scope[0])}, and now applies to ${list(scope[1])}.`] : []),
      ...boundWords('It now binds', binds),
      ...boundWords('It no longer binds', frees),
    ),
  };
}

/** Which features a requirement applies to. */
function boundWords(verb: string, features: readonly FeatureState[], nobody = ''): TextOrMarkdown[] {
  if (features.length === 0) return nobody === '' ? [] : [phrase`${nobody}`];
  return [
    phrase`${verb} ${counted(features.length, 'feature')}: ${enumerated(features.map(({ name }) => bold(name)))}.`,
  ];
}

export const recordLine = ({ change: { sentence, date, source, note } }: EventOf<'recorded'>): EventLine => ({
  says: phrase`${sentence}, as recorded for ${longDate(date)} (${code(source)}): ${note}`,
});

/** Adds the day, source and note of the record that explains a change. */
export function withRecord(line: EventLine, record: EventOf<'recorded'> | undefined): EventLine {
  if (!record) return line;
  const reason = entryReason(record.change);
  const isSentence = phrase`${line.says}`.source.endsWith('.');
  return isSentence
    ? { ...line, says: sentences(line.says, reason) }
    : { ...line, lines: [...(line.lines ?? []), { says: reason }] };
}

export const unrecordedLine = ({ things }: EventOf<'unrecorded'>): EventLine => ({
  says: phrase`No entry in ${code('changes:')} describes what changed: ${enumerated(things.map(thingInSentence))}.`,
});

export function orderLine({ of, within, moved }: EventOf<'order'>): EventLine {
  const places: Partial<Record<typeof of, TextOrMarkdown>> = {
    features: phrase`Among those of ${bold(within)}, `,
    requirements: phrase`In the list of ${within}, `,
  };
  const place = places[of] ?? '';
  const most = 3;
  if (moved.length > most) return { says: phrase`${place}${moved.length} ${of} have moved.` };
  const moves = moved.map(
    ({ thing, after }) => phrase`${bold(thing.name)} now comes ${after ? phrase`after ${bold(after.name)}` : 'first'}`,
  );
  return { says: phrase`${place}${enumerated(moves)}.` };
}

export function pastLine(event: PastEvent): EventLine {
  const { feature, date, what, place, changes, moved } = event;
  const name = phrase`${bold(feature.name)}, ${what === 'inserted' ? 'an' : 'the'} entry of ${longDate(date)}`;
  if (what === 'deleted') return { says: phrase`${name} (${place}) is deleted.` };
  if (what === 'inserted') return { says: phrase`${name} (${place}) is inserted below newer ones.` };
  const effect = moved ? [{ says: phrase`this alone moves it from ${moved[0]} to ${moved[1]}` }] : [];
  return withChanges(name, [...changes.map(changeLine), ...effect]);
}

export function aheadLine({ feature, entries, place, whole }: EventOf<'ahead'>): EventLine {
  const [entry] = entries;
  const state = entry ? phrase`of ${longDate(entry.date)} (${place})` : '';
  return {
    says: whole
      ? phrase`${bold(feature.name)}: the base has it, with an entry ${state}, but this branch does not have it yet. Merging keeps it, unless its file is deleted here.`
      : phrase`${bold(feature.name)}: the base has a newer entry, ${state}, which this branch does not have yet. Merging keeps it, unless it is deleted here.`,
  };
}

export function dataLine({ file, field, of, from, to }: EventOf<'data'>): EventLine {
  const [first = ''] = of;
  if (of.length === 0) return { says: phrase`${code(file)} is no longer published.` };
  const whose = of.length === 1 ? code(first) : phrase`${of.length} items, the first of them ${code(first)}`;
  if (field === '') return { says: phrase`${code(file)} ${to === undefined ? 'no longer has' : 'now has'} ${whose}.` };
  return {
    says: phrase`${code(file)}, ${code(field)} of ${whose}: ${valueWords([field], from)} → ${valueWords([field], to)}`,
  };
}

export const brokenLine = ({ path }: EventOf<'broken'>): EventLine => ({ says: code(`/${path}`) });
