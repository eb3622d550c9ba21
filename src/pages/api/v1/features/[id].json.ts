import { featureFile } from '../../../../output/api/api-files.ts';
import { featurePaths, type FeatureContext } from '../../../../site/feature-paths.ts';
import { respond } from '../../../../site/respond.ts';
import { absolute } from '../../../../site/urls.ts';

export const getStaticPaths = featurePaths;
export const GET = ({ props }: FeatureContext) => respond(featureFile(props.feature, absolute), 'json');
