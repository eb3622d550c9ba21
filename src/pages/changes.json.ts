import { siteFeed } from '../formats/feed.ts';
import { jsonFeed } from '../formats/json-feed.ts';
import { getCatalogue } from '../site/catalogue.ts';
import { absolute } from '../site/urls.ts';

export const GET = async () => new Response(jsonFeed(siteFeed(await getCatalogue(), absolute)));
