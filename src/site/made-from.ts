import { createHash } from 'node:crypto';
import type { CheckedContent } from '../check/check-content.ts';
import { address, pageFile } from '../domain/addresses/address.ts';
import type { Catalogue, Feature } from '../domain/catalogue/catalogue.ts';
import { manyRows } from '../domain/filter/filter.ts';
import { everyId } from '../domain/catalogue/ids.ts';
import { currentEntry } from '../domain/history.ts';
import { alsoLacking } from '../domain/lacking.ts';
import { snapshotDays } from '../domain/snapshots.ts';
import { commit, repositoryOf } from './repository.ts';

const digest = (parts: unknown): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/**
 * What each file that shows few features is made from, as a digest, by its path: two builds in which that is the same make the same
 * file. A file that is not here shows many features, and is made in every build.
 */
export function madeFrom({ content }: CheckedContent, catalogue: Catalogue, engine: string): Map<string, string> {
  const { features, site } = catalogue;
  const { features: files, ...rest } = content;
  const others = [rest.site, rest.categories, ...rest.policy, ...rest.tiers, ...rest.requirements].map((file) => [
    file?.path,
    file?.text,
  ]);
  const shared = digest([engine, others, commit, repositoryOf(site), features.length <= manyRows]);
  const textOf = new Map(files.map(({ path, text }) => [path, text]));
  const from = new Map<string, string>();
  for (const { id, it: feature } of everyId(features)) {
    const made = digest([shared, textOf.get(feature.file), besideOf(catalogue, feature)]);
    for (const path of featurePaths(id)) from.set(path, made);
  }
  const rowOf = new Map(
    features.map((feature) => [feature, digest([feature.id, textOf.get(feature.file), successorsOf(feature)])]),
  );
  const days = snapshotDays(features);
  for (const [index, { date, changes, whole }] of days.entries()) {
    const shown = whole ? features : changes.map(({ feature }) => feature);
    const made = digest([
      shared,
      whole,
      days[index - 1]?.date,
      days[index + 1]?.date,
      shown.map((feature) => rowOf.get(feature)),
    ]);
    for (const path of [pageFile(address.snapshot(date)), address.twin(address.snapshot(date))]) from.set(path, made);
  }
  return from;
}

const featurePaths = (id: string): string[] => [
  pageFile(address.feature({ id })),
  address.twin(address.feature({ id })),
  address.featureAtom({ id }),
  address.featureFeed({ id }),
  address.badge({ id }),
  address.card(address.feature({ id })),
  address.api(address.apiFeature({ id })),
];

/** What is said of other features where one is shown. */
const besideOf = (catalogue: Catalogue, feature: Feature): unknown => [
  successorsOf(feature),
  alsoLacking(catalogue, feature).map(({ named, more }) => [named.map(({ id, name }) => [id, name]), more]),
];

const successorsOf = ({ history }: Feature): unknown =>
  history.map(({ successor }) => successor && [successor.id, successor.name, currentEntry(successor).tier?.level]);
