import type { APIContext } from 'astro';
import { everyMarkdownPage, type MarkdownPage } from '../../output/markdown/markdown-pages.ts';
import { getCatalogue } from '../../site/catalogue.ts';
import { respond } from '../../site/respond.ts';
import { absolute } from '../../site/urls.ts';

export async function getStaticPaths() {
  const pages = everyMarkdownPage(await getCatalogue(), absolute);
  return pages.map((markdownPage) => ({
    params: { page: markdownPage.path.replace(/\/$/, '') || undefined },
    props: { markdownPage },
  }));
}

export const GET = ({ props }: APIContext<{ markdownPage: MarkdownPage }>) => respond(props.markdownPage.text, 'md');
