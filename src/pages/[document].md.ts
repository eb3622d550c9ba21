import { documentMarkdown } from '../output/markdown/document.ts';
import { getCatalogue } from '../site/get-catalogue.ts';
import { respond } from '../site/respond.ts';
import { absolute } from '../site/href.ts';

export async function getStaticPaths() {
  const { document } = (await getCatalogue()).site;
  return [{ params: { document } }];
}
export const GET = async () => respond(documentMarkdown(await getCatalogue(), absolute), 'md');
