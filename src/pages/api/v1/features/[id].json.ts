import { featureFile } from '../../../../output/api/api-files.ts';
import { getCatalogue } from '../../../../site/catalogue.ts';
import { featurePaths, type FeatureContext } from '../../../../site/feature-paths.ts';
import { respond } from '../../../../site/respond.ts';
import { absolute } from '../../../../site/urls.ts';

export const getStaticPaths = featurePaths;
export const GET = async ({ props }: FeatureContext) =>
  respond(featureFile(await getCatalogue(), props.feature, absolute), 'json');
