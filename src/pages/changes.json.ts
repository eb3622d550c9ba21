import { jsonFeed } from '../output/feeds/json-feed.ts';
import { siteFeed } from '../output/feeds/feed.ts';
import { getCatalogue } from '../site/catalogue.ts';
import { respond } from '../site/respond.ts';
import { absolute } from '../site/urls.ts';

export const GET = async () => respond(jsonFeed(siteFeed(await getCatalogue(), absolute)), 'json');
