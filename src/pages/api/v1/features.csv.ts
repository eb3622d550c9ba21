import { buildSnapshot } from '../../../domain/snapshot.ts';
import { csv } from '../../../formats/csv.ts';
import { getCatalogue } from '../../../site/catalogue.ts';
import { absolute } from '../../../site/urls.ts';

export const GET = async () => new Response(csv(buildSnapshot(await getCatalogue(), absolute).features));
