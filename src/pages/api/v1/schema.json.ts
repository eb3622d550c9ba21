import { schemaFile } from '../../../output/api/api-files.ts';
import { respond } from '../../../site/respond.ts';
import { absolute } from '../../../site/urls.ts';

export const GET = () => respond(schemaFile(absolute), 'json');
