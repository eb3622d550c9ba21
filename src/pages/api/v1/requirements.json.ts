import { listFile } from '../../../output/api/api-files.ts';
import { getCatalogue } from '../../../site/catalogue.ts';
import { respond } from '../../../site/respond.ts';
import { absolute } from '../../../site/urls.ts';

export const GET = async () => respond(listFile(await getCatalogue(), absolute, 'requirements'), 'json');
