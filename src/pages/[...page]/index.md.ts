import type { APIContext } from 'astro';
import { everyMarkdownPage, type MarkdownPage } from '../../output/markdown/markdown-pages.ts';
import { getCatalogue } from '../../site/get-catalogue.ts';
import { respond } from '../../site/respond.ts';
import { absolute } from '../../site/href.ts';

export async function getStaticPaths() {
  const pages = everyMarkdownPage(await getCatalogue(), absolute);
  return pages.map((page) => ({ params: { page: page.path.replace(/\/$/, '') || undefined }, props: { page } }));
}

export const GET = ({ props }: APIContext<{ page: MarkdownPage }>) => respond(props.page.text, 'md');
