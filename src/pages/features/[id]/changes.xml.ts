import { atom } from '../../../output/feeds/atom.ts';
import { featureFeed } from '../../../output/feeds/feed.ts';
import { getCatalogue } from '../../../site/get-catalogue.ts';
import { featurePaths, type FeatureContext } from '../../../site/feature-paths.ts';
import { respond } from '../../../site/respond.ts';
import { absolute } from '../../../site/href.ts';

export const getStaticPaths = featurePaths;
export const GET = async ({ props }: FeatureContext) =>
  respond(atom(featureFeed(await getCatalogue(), props.feature, absolute)), 'atom');
