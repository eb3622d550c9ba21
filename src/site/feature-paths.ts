import type { APIContext } from 'astro';
import type { Feature } from '../domain/catalogue/catalogue.ts';
import { everyId } from '../domain/catalogue/ids.ts';
import { getCatalogue } from './catalogue.ts';

/** The paths of files about a feature, those under its former ids too: neither a picture nor a feed can redirect. */
export async function featurePaths() {
  const { features } = await getCatalogue();
  return everyId(features).map(({ id, it: feature }) => ({ params: { id }, props: { feature } }));
}

/** What an endpoint with these paths is given. */
export type FeatureContext = APIContext<{ feature: Feature }>;
