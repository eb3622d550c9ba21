import type { APIRoute } from 'astro';
import type { Card } from '../../formats/card.ts';
import { everyCard } from '../../formats/cards.ts';
import { drawCard } from '../../site/draw.ts';
import { getCatalogue } from '../../site/catalogue.ts';

export async function getStaticPaths() {
  const cards = everyCard(await getCatalogue());
  return cards.map(({ page, card }) => ({ params: { page: page.replace(/\/$/, '') }, props: { card } }));
}

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(await drawCard(props.card), { headers: { 'Content-Type': 'image/png' } });
