import { atom } from '../output/feeds/atom.ts';
import { siteFeed } from '../output/feeds/feed.ts';
import { getCatalogue } from '../site/get-catalogue.ts';
import { respond } from '../site/respond.ts';
import { absolute } from '../site/href.ts';

export const GET = async () => respond(atom(siteFeed(await getCatalogue(), absolute)), 'atom');
