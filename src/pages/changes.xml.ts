import { atom } from '../formats/atom.ts';
import { siteFeed } from '../formats/feed.ts';
import { getCatalogue } from '../site/catalogue.ts';
import { absolute } from '../site/urls.ts';

export const GET = async () => new Response(atom(siteFeed(await getCatalogue(), absolute)));
