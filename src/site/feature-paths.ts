import type { APIContext } from 'astro';
import type { Feature } from '../domain/catalogue/catalogue.ts';
import { everyId } from '../domain/catalogue/former-ids.ts';
import { getCatalogue } from './get-catalogue.ts';

/** Static paths for files about a feature. Former ids get a copy, because images and feeds cannot redirect. */
export async function featurePaths() {
  const { features } = await getCatalogue();
  return everyId(features).map(({ id, it: feature }) => ({ params: { id }, props: { feature } }));
}

/** The context of an endpoint with these paths. */
export type FeatureContext = APIContext<{ feature: Feature }>;
