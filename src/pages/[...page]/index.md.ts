import type { APIRoute } from 'astro';
import { everyTwin } from '../../formats/markdown/twins.ts';
import { getCatalogue } from '../../site/catalogue.ts';
import { absolute } from '../../site/urls.ts';

export async function getStaticPaths() {
  const twins = everyTwin(await getCatalogue(), absolute);
  return twins.map(({ path, text }) => ({ params: { page: path.replace(/\/$/, '') || undefined }, props: { text } }));
}

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
