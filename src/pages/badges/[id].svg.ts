import { badge } from '../../output/badges/badge.ts';
import { getCatalogue } from '../../site/get-catalogue.ts';
import { featurePaths, type FeatureContext } from '../../site/feature-paths.ts';
import { respond } from '../../site/respond.ts';

export const getStaticPaths = featurePaths;
export const GET = async ({ props }: FeatureContext) => respond(badge(await getCatalogue(), props.feature).svg, 'svg');
