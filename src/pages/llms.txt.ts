import { llmsText } from '../output/crawlers/llms.ts';
import { getCatalogue } from '../site/catalogue.ts';
import { respond } from '../site/respond.ts';
import { absolute } from '../site/urls.ts';

export const GET = async () => respond(llmsText(await getCatalogue(), absolute), 'txt');
