import type { APIContext } from 'astro';
import { everyTwin, type Twin } from '../../output/markdown/markdown-pages.ts';
import { getCatalogue } from '../../site/catalogue.ts';
import { respond } from '../../site/respond.ts';
import { absolute } from '../../site/urls.ts';

export async function getStaticPaths() {
  const pages = everyTwin(await getCatalogue(), absolute);
  return pages.map((twin) => ({ params: { page: twin.path.replace(/\/$/, '') || undefined }, props: { twin } }));
}

export const GET = ({ props }: APIContext<{ twin: Twin }>) => respond(props.twin.text, 'md');
