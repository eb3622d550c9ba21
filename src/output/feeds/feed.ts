import { feedTitle } from '../words/page-words.ts';
import { address, type Absolute } from '../../domain/addresses/address.ts';
import type { Catalogue, Feature } from '../../domain/catalogue/catalogue.ts';
import { originalId } from '../../domain/catalogue/former-ids.ts';
import { changeSentence } from '../../domain/diff/change-sentence.ts';
import { changesOf, newestChanges, leastInFeed, type Change } from '../../domain/history.ts';
import { lackText, missingFor } from '../../domain/missing.ts';
import { policyEvents, policySentence } from '../../domain/policy-events.ts';
import { tierAboveThen } from '../../domain/tier.ts';
import { byText, withoutBackticks } from '../../domain/text.ts';
import { urn } from './urn.ts';

/** A feed before it is written as Atom or JSON Feed. All addresses are absolute. */
export interface Feed {
  /** Never changes, even if the site moves to another address. */
  id: string;
  title: string;
  description: string;
  author: string;
  /** The page that the feed belongs to. */
  page: string;
  /** The address of the feed itself in each format. */
  atom: string;
  json: string;
  /** The time of the newest item, as RFC 3339. */
  updated: string;
  items: FeedItem[];
}

export interface FeedItem {
  /** Never changes, even if the site moves to another address. */
  id: string;
  /** The address of the change on the page of changes. */
  url: string;
  title: string;
  kind: string;
  /** The decision behind the change. */
  source: string;
  moment: string;
  text: string;
}

/** The newest changes of all features and every change of the policy. */
export const siteFeed = (catalogue: Catalogue, absolute: Absolute): Feed => {
  const { description, project } = catalogue.site;
  const addresses = {
    page: absolute(address.changes),
    atom: absolute(address.changesAtom),
    json: absolute(address.changesFeed),
  };
  return {
    id: idIn(catalogue, 'feed'),
    title: feedTitle(catalogue.site),
    description,
    author: project,
    ...addresses,
    ...withEvents(content(catalogue, newestChanges(catalogue.features, leastInFeed), absolute), catalogue, absolute),
  };
};

/** Adds changes of the policy, sorted by date. */
function withEvents(
  { items }: Pick<Feed, 'items'>,
  catalogue: Catalogue,
  absolute: Absolute,
): Pick<Feed, 'updated' | 'items'> {
  const events = policyEvents(catalogue).map((event): FeedItem => ({
    id: idIn(catalogue, 'change', event.id),
    url: absolute(address.change(event)),
    title: policySentence(event),
    kind: event.kind,
    source: event.source,
    moment: moment(event.date),
    text: `${policySentence(event)}. ${event.note}`,
  }));
  const all = events.length > 0 ? [...items, ...events].sort((a, b) => byText(b.moment, a.moment)) : items;
  return { items: all, updated: all[0]?.moment ?? moment('1970-01-01') };
}

/** Every change of one feature. */
export const featureFeed = (catalogue: Catalogue, feature: Feature, absolute: Absolute): Feed => {
  const addresses = {
    page: absolute(address.feature(feature)),
    atom: absolute(address.featureAtom(feature)),
    json: absolute(address.featureFeed(feature)),
  };
  const title = `${withoutBackticks(feature.name)} in ${catalogue.site.project}: changes of its support tier`;
  return {
    id: idIn(catalogue, 'feed', originalId(feature)),
    title,
    description: feature.description,
    author: catalogue.site.project,
    ...addresses,
    ...content(catalogue, changesOf(feature), absolute),
  };
};

const content = (catalogue: Catalogue, changes: Change[], absolute: Absolute): Pick<Feed, 'updated' | 'items'> => ({
  updated: moment(changes[0]?.entry.date ?? '1970-01-01'),
  items: changes.map((change) => ({
    id: idIn(catalogue, 'change', change.id),
    url: absolute(address.change(change)),
    title: changeSentence(change),
    kind: change.kind,
    source: change.entry.source,
    moment: moment(change.entry.date),
    text: itemText(catalogue, change),
  })),
});

/** Returns the id of a feed or an item. A project with a new name keeps its ids if `feedId` is its former name. */
const idIn = ({ site }: Catalogue, kind: 'feed' | 'change', ...of: string[]): string =>
  urn(kind, site.feedId ?? site.project, ...of);

/** Feeds need a time, so a day becomes its start in UTC. */
const moment = (day: string): string => `${day}T00:00:00Z`;

function itemText(catalogue: Catalogue, change: Change): string {
  const { missing, note, successor } = change.entry;
  const above = tierAboveThen(catalogue, change.entry);
  const sentences = [
    `${changeSentence(change)}.`,
    above && missing.length > 0 ? `${missingFor(above, missing)}: ${missing.map(lackText).join(', ')}.` : '',
    successor ? `Followed by ${withoutBackticks(successor.name)}.` : '',
    note ?? '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
