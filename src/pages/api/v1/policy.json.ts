import { listFile } from '../../../output/api/api-files.ts';
import { getCatalogue } from '../../../site/get-catalogue.ts';
import { respond } from '../../../site/respond.ts';
import { absolute } from '../../../site/href.ts';

export const GET = async () => respond(listFile(await getCatalogue(), absolute, 'policy'), 'json');
