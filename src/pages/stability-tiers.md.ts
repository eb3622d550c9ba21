import { documentMarkdown } from '../formats/markdown/document.ts';
import { getCatalogue } from '../site/catalogue.ts';
import { absolute } from '../site/urls.ts';

export const GET = async () => new Response(documentMarkdown(await getCatalogue(), absolute));
