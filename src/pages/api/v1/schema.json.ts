import { schemaFile } from '../../../output/api/api-files.ts';
import { respond } from '../../../site/respond.ts';
import { absolute } from '../../../site/href.ts';

export const GET = () => respond(schemaFile(absolute), 'json');
