import { everyPage } from '../domain/addresses/every-page.ts';
import { sitemap } from '../output/crawlers/sitemap.ts';
import { getCatalogue } from '../site/get-catalogue.ts';
import { respond } from '../site/respond.ts';
import { absolute } from '../site/href.ts';

export const GET = async () => respond(sitemap(everyPage(await getCatalogue()), absolute), 'xml');
