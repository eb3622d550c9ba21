import { featureFile } from '../../../../output/api/api-files.ts';
import { getCatalogue } from '../../../../site/get-catalogue.ts';
import { featurePaths, type FeatureContext } from '../../../../site/feature-paths.ts';
import { respond } from '../../../../site/respond.ts';
import { absolute } from '../../../../site/href.ts';

export const getStaticPaths = featurePaths;
export const GET = async ({ props }: FeatureContext) =>
  respond(featureFile(await getCatalogue(), props.feature, absolute), 'json');
