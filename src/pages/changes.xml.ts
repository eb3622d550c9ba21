import { atom } from '../output/feeds/atom.ts';
import { siteFeed } from '../output/feeds/feed.ts';
import { getCatalogue } from '../site/catalogue.ts';
import { respond } from '../site/respond.ts';
import { absolute } from '../site/urls.ts';

export const GET = async () => respond(atom(siteFeed(await getCatalogue(), absolute)), 'xml');
