import type { APIContext } from 'astro';
import { everyMarkdownPage } from '../../output/markdown/markdown-pages.ts';
import { getCatalogue } from '../../site/get-catalogue.ts';
import { respond } from '../../site/respond.ts';
import { absolute } from '../../site/href.ts';

export async function getStaticPaths() {
  const pages = everyMarkdownPage(await getCatalogue(), absolute);
  return pages.map(({ path, text }) => ({ params: { page: path.replace(/\/$/, '') || undefined }, props: { text } }));
}

export const GET = ({ props }: APIContext<{ text: string }>) => respond(props.text, 'md');
