import type { APIContext } from 'astro';
import type { Card } from '../../output/cards/card-svg.ts';
import { everyCard } from '../../output/cards/card-words.ts';
import { getCatalogue } from '../../site/get-catalogue.ts';
import { drawCard } from '../../site/card-png.ts';
import { respond } from '../../site/respond.ts';

export async function getStaticPaths() {
  const cards = everyCard(await getCatalogue());
  return cards.map(({ page, card }) => ({ params: { page: page.replace(/\/$/, '') || 'index' }, props: { card } }));
}

export const GET = async ({ props }: APIContext<{ card: Card }>) => respond(await drawCard(props.card), 'png');
