import type { APIRoute } from 'astro';
import { apiFiles } from '../../../formats/api.ts';
import { getCatalogue } from '../../../site/catalogue.ts';
import { commit } from '../../../site/commit.ts';
import { absolute } from '../../../site/urls.ts';

export async function getStaticPaths() {
  const files = apiFiles(await getCatalogue(), absolute, commit).filter(({ name }) => name.endsWith('.json'));
  return files.map(({ name, text }) => ({ params: { file: name.replace(/\.json$/, '') }, props: { text } }));
}

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
