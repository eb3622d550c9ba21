import type { APIRoute } from 'astro';
import { apiFiles } from '../../../formats/api.ts';
import { getCatalogue } from '../../../site/catalogue.ts';
import { commit } from '../../../site/commit.ts';
import { absolute } from '../../../site/urls.ts';

export async function getStaticPaths() {
  const files = apiFiles(await getCatalogue(), absolute, commit);
  return files.map(({ name, text }) => ({ params: { file: name }, props: { text } }));
}

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
