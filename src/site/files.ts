import { address } from '../domain/address.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { everyId } from '../domain/ids.ts';
import { everyPage } from '../domain/pages.ts';
import { apiFiles } from '../formats/api.ts';
import { atom } from '../formats/atom.ts';
import { badge } from '../formats/badge.ts';
import { everyCard } from '../formats/cards.ts';
import { featureFeed, siteFeed } from '../formats/feed.ts';
import { jsonFeed } from '../formats/json-feed.ts';
import { llmsText } from '../formats/llms.ts';
import { documentMarkdown } from '../formats/markdown/document.ts';
import { everyTwin } from '../formats/markdown/twins.ts';
import { sitemap } from '../formats/sitemap.ts';
import { drawCard } from './draw.ts';
import { commit, repositoryOf } from './repository.ts';
import { absolute } from './urls.ts';

/** A published file: its path below the base, and what makes it. */
export type SiteFile = readonly [path: string, make: () => string | Promise<Uint8Array>];

/** Every published file that is no page: for programs, for readers of feeds, for places where the site is linked. */
export function* everyFile(catalogue: Catalogue): Generator<SiteFile> {
  const changes = siteFeed(catalogue, absolute);
  yield [address.robots, () => `User-agent: *\nAllow: /\nSitemap: ${absolute(address.sitemap)}\n`];
  yield [address.sitemap, () => sitemap(everyPage(catalogue), absolute)];
  yield [address.llms, () => llmsText(catalogue, absolute)];
  yield [address.document, () => documentMarkdown(catalogue, absolute)];
  yield [address.changesAtom, () => atom(changes)];
  yield [address.changesFeed, () => jsonFeed(changes)];
  for (const file of apiFiles(catalogue, absolute, { commit, repository: repositoryOf(catalogue.site)?.url ?? null }))
    yield [address.api(file.name), () => file.text];
  for (const twin of everyTwin(catalogue, absolute)) yield [address.twin(twin.path), () => twin.text];
  // Under former ids too: neither a picture nor a feed can redirect.
  for (const { id, it: feature } of everyId(catalogue.features)) {
    const feed = featureFeed(catalogue, feature, absolute);
    yield [address.featureAtom({ id }), () => atom(feed)];
    yield [address.featureFeed({ id }), () => jsonFeed(feed)];
    yield [address.badge({ id }), () => badge(catalogue, feature).svg];
  }
  for (const { page, card } of everyCard(catalogue)) yield [address.card(page), () => drawCard(card)];
}
