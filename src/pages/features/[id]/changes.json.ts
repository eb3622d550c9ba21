import type { APIRoute } from 'astro';
import type { Feature } from '../../../domain/catalogue.ts';
import { everyId } from '../../../domain/tier.ts';
import { jsonFeed } from '../../../formats/json-feed.ts';
import { featureFeed } from '../../../formats/feed.ts';
import { getCatalogue } from '../../../site/catalogue.ts';
import { absolute } from '../../../site/urls.ts';

export const getStaticPaths = async () => everyId((await getCatalogue()).features).map(({ id, feature }) => ({ params: { id }, props: { feature } }));

export const GET: APIRoute<{ feature: Feature }> = async ({ props }) => new Response(jsonFeed(featureFeed(await getCatalogue(), props.feature, absolute)));
