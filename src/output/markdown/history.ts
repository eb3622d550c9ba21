import { address, type Absolute } from '../../domain/addresses/address.ts';
import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import { changePredicate } from '../../domain/diff/change-sentence.ts';
import { allChanges, groupChanges, type Change } from '../../domain/history.ts';
import { catalogueOn, snapshotDays, type SnapshotDay } from '../../domain/snapshots.ts';
import { policyEvents, policySentence, withPolicyEvents, type PolicyEvent } from '../../domain/policy-events.ts';
import { tierAboveThen } from '../../domain/tier.ts';
import { missingFor } from '../../domain/missing.ts';
import { counted, longDate, capitalized, sourceName } from '../../domain/text.ts';
import { pageWords } from '../words/page-words.ts';
import { featureLink, missingMarkdown, tierTables } from './tables.ts';
import { blocks, escapeMarkdown, link, list, textMarkdown } from './markdown-syntax.ts';

/** The page of changes. */
export const changesMarkdown = (catalogue: Catalogue, absolute: Absolute): string =>
  blocks(
    '# Changes',
    pageWords.changes,
    ...withPolicyEvents(groupChanges(allChanges(catalogue.features)), policyEvents(catalogue)).map((group) => {
      const { date, source, changes, events } = group;
      const lines = [
        ...changes.map((change) => changeLine(catalogue, change, absolute)),
        ...events.map(
          (it) => `${link(escapeMarkdown(policySentence(it)), absolute(it.path))}. ${escapeMarkdown(it.note)}`,
        ),
      ];
      return `## ${longDate(date)}, ${link(escapeMarkdown(capitalized(sourceName(source))), source)}\n\n${list(lines)}`;
    }),
  );

/** The changes of a part of the policy as a section of its page, or nothing if there are none. */
export const eventsMarkdown = (events: readonly PolicyEvent[]): string =>
  events.length === 0
    ? ''
    : blocks(
        '## What changed',
        list(
          events.map(
            ({ date, source, note }) =>
              `${longDate(date)}, ${link(escapeMarkdown(sourceName(source)), source)}: ${escapeMarkdown(note)}`,
          ),
        ),
      );

function changeLine(catalogue: Catalogue, change: Change, absolute: Absolute): string {
  const { missing, note, successor } = change.entry;
  const above = tierAboveThen(catalogue, change.entry);
  const lacks =
    above && missing.length > 0
      ? ` ${escapeMarkdown(missingFor(above, missing))}: ${missingMarkdown(missing, absolute).join(', ')}.`
      : '';
  const after = successor ? ` Followed by ${featureLink(successor, absolute)}.` : '';
  return `${featureLink(change.feature, absolute)} ${textMarkdown(changePredicate(change))}.${lacks}${after}${note ? ` ${escapeMarkdown(note)}` : ''}`;
}

/** The list of snapshots. */
export const snapshotsMarkdown = ({ features }: Catalogue, absolute: Absolute): string =>
  blocks(
    '# Snapshots',
    pageWords.snapshots,
    list(
      snapshotDays(features).map(
        ({ date, tracked, changes }) =>
          `${link(longDate(date), absolute(address.snapshot(date)))}: ${counted(tracked, 'feature')}, ${counted(changes.length, 'change')} on that day`,
      ),
    ),
  );

/** A snapshot: the tables of a day and how long they were valid. An old snapshot lists only the changes. */
export function snapshotMarkdown(
  catalogue: Catalogue,
  { date, whole, changes }: SnapshotDay,
  next: string | undefined,
  absolute: Absolute,
): string {
  const now = absolute(address.home);
  const warning = next
    ? `**${pageWords.notPresent}** It was replaced on ${longDate(next)}; see ${link('the current status', now)}.`
    : `${pageWords.stillPresent} ${link('the current status', now)}.`;
  const rest = whole
    ? tierTables(catalogueOn(catalogue, date), absolute)
    : blocks(`${pageWords.onlyChanges}.`, list(changes.map((change) => changeLine(catalogue, change, absolute))));
  return blocks(`# Status on ${longDate(date)}`, warning, rest);
}
