import { indexFile } from '../../../output/api/api-files.ts';
import { getCatalogue } from '../../../site/get-catalogue.ts';
import { commit, repositoryOf } from '../../../site/repository.ts';
import { respond } from '../../../site/respond.ts';
import { absolute } from '../../../site/href.ts';

export async function GET() {
  const catalogue = await getCatalogue();
  const repository = repositoryOf(catalogue.site)?.url ?? null;
  return respond(indexFile(catalogue, absolute, { commit, repository }), 'json');
}
