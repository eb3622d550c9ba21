import { atom } from '../../../output/feeds/atom.ts';
import { featureFeed } from '../../../output/feeds/feed.ts';
import { getCatalogue } from '../../../site/catalogue.ts';
import { featurePaths, type FeatureContext } from '../../../site/feature-paths.ts';
import { respond } from '../../../site/respond.ts';
import { absolute } from '../../../site/urls.ts';

export const getStaticPaths = featurePaths;
export const GET = async ({ props }: FeatureContext) =>
  respond(atom(featureFeed(await getCatalogue(), props.feature, absolute)), 'xml');
