import { llmsText } from '../formats/llms.ts';
import { getCatalogue } from '../site/catalogue.ts';
import { absolute } from '../site/urls.ts';

export const GET = async () => new Response(llmsText(await getCatalogue(), absolute));
