import { llmsText } from '../output/crawlers/llms.ts';
import { getCatalogue } from '../site/get-catalogue.ts';
import { respond } from '../site/respond.ts';
import { absolute } from '../site/href.ts';

export const GET = async () => respond(llmsText(await getCatalogue(), absolute), 'txt');
