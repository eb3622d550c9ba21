import { everyPage } from '../domain/pages.ts';
import { sitemap } from '../formats/sitemap.ts';
import { getCatalogue } from '../site/catalogue.ts';
import { absolute } from '../site/urls.ts';

export const GET = async () => new Response(sitemap(everyPage(await getCatalogue()), absolute));
