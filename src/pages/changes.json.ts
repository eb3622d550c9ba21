import { jsonFeed } from '../output/feeds/json-feed.ts';
import { siteFeed } from '../output/feeds/feed.ts';
import { getCatalogue } from '../site/get-catalogue.ts';
import { respond } from '../site/respond.ts';
import { absolute } from '../site/href.ts';

export const GET = async () => respond(jsonFeed(siteFeed(await getCatalogue(), absolute)), 'json feed');
