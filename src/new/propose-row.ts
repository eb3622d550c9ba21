import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Feature } from '../domain/catalogue/catalogue.ts';
import { checkContent } from '../check/check-content.ts';
import { disk, memory, type Files } from '../check/files.ts';
import type { CheckedFile } from './propose-file.ts';
import { CommandError, problemLine } from '../check/problem.ts';

/** Returns the document with a new feature in its list of rows, at a position within its category. */
export function proposeRow(
  root: string,
  id: string,
  { path, text }: CheckedFile,
  place: number,
  files: Files = disk,
): CheckedFile {
  const { content, sources, catalogue, problems } = checkContent(root, memory(new Map([[path, text]]), files));
  const document = content.policy.find((it) => it.path === join(root, 'policy', 'document.mdx'));
  if (!catalogue || !document)
    throw new CommandError(
      `${problems.slice(0, 1).map(problemLine).join('')}\nThe order of rows is unknown until the content has no mistakes. Nothing was written.`,
    );
  const rows = rowsWith(catalogue.features, sources.document.data?.rows ?? [], id, place);
  const [opening = '', yaml = ''] = /^(---\r?\n)([^]*?)^---[ \t]*\r?$/m.exec(document.text)?.slice(1) ?? [];
  const frontmatter = parseDocument(yaml);
  frontmatter.set('rows', rows);
  const rest = document.text.slice(opening.length + yaml.length);
  return { path: document.path, text: opening + frontmatter.toString({ lineWidth: 0 }) + rest };
}

/** Adds as few rows to the list as are needed to put a feature at its position. */
function rowsWith(features: readonly Feature[], rows: readonly string[], id: string, place: number): string[] {
  const feature = features.find((it) => it.id === id);
  const others = features.filter((it) => it !== feature);
  const ofCategory = others.filter(({ category }) => category === feature?.category);
  const before = ofCategory.slice(0, place - 1);
  const last = before.at(-1);
  const next = ofCategory[place - 1];
  let at = features.findIndex((it) => it === feature);
  if (last) at = others.indexOf(last) + 1;
  else if (next) at = others.indexOf(next);
  const order = others.map((it) => it.id).toSpliced(at, 0, id);
  const listed = new Set([...rows, ...before.map((it) => it.id), id]);
  return order.filter((it) => listed.has(it));
}
