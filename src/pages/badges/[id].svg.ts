import type { APIRoute } from 'astro';
import type { Feature } from '../../domain/catalogue.ts';
import { everyId } from '../../domain/tier.ts';
import { badge } from '../../formats/badge.ts';
import { getCatalogue } from '../../site/catalogue.ts';

/** Under former ids too: a picture cannot redirect. */
export async function getStaticPaths() {
  const { features } = await getCatalogue();
  return everyId(features).map(({ id, feature }) => ({ params: { id }, props: { feature } }));
}

export const GET: APIRoute<{ feature: Feature }> = async ({ props }) =>
  new Response(badge(await getCatalogue(), props.feature).svg, { headers: { 'Content-Type': 'image/svg+xml' } });
