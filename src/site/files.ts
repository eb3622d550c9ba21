import { address } from '../domain/addresses/address.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { everyId } from '../domain/catalogue/ids.ts';
import { everyPage } from '../domain/addresses/every-page.ts';
import { apiFiles } from '../output/api/api-files.ts';
import { atom } from '../output/feeds/atom.ts';
import { badge } from '../output/badges/badge.ts';
import { everyCard } from '../output/cards/cards.ts';
import { featureFeed, siteFeed } from '../output/feeds/feed.ts';
import { jsonFeed } from '../output/feeds/json-feed.ts';
import { llmsText } from '../output/crawlers/llms.ts';
import { documentMarkdown } from '../output/markdown/document.ts';
import { everyTwin } from '../output/markdown/markdown-pages.ts';
import { sitemap } from '../output/crawlers/sitemap.ts';
import { drawCard } from './draw-card.ts';
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
