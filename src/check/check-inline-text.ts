import type { Sources } from '../domain/catalogue/sources.ts';
import { inlineParts, referencesIn } from '../domain/inline.ts';
import { linkProblem } from './content-link.ts';
import type { ContentFile } from './parse-file.ts';
import type { Problem } from './problem.ts';
import type { ContentFolder } from './read-content.ts';
import { positionIn, type KeyPath } from './source-position.ts';

type InlineText = [file: ContentFile | undefined, path: KeyPath, text: string];

/**
 * Checks values with inline Markdown: finds links that lead nowhere and references to missing footnotes. Also finds
 * footnotes to which neither a value nor the document refers.
 */
export function checkInlineText(
  content: ContentFolder,
  sources: Sources,
  addresses: ReadonlySet<string> | undefined,
): Problem[] {
  const { categories, tiers, features, document } = sources;
  const { outline } = document;
  const notes = new Set(outline.flatMap((part) => (part.kind === 'note' ? part.identifier : [])));
  const texts = [...inlineTextsIn(content, sources)];
  const problems = texts.flatMap(([file, path, text]) => {
    const links = linksIn(text).flatMap((url) => linkProblem(url, addresses) ?? []);
    const lost = referencesIn(text)
      .filter((identifier) => !notes.has(identifier))
      .map((it) => `the document has no footnote "[^${it}]"; write it there, or delete the reference`);
    return [...links, ...lost].flatMap((message) =>
      file ? [{ file: file.path, ...file.positionOf(path), message }] : [],
    );
  });
  const referred = new Set([
    ...outline.flatMap((part) => (part.kind === 'reference' ? part.identifier : [])),
    ...texts.flatMap(([, , text]) => referencesIn(text)),
  ]);
  // A file that cannot be read may hold the reference.
  const isComplete = [categories, ...tiers, ...features].every(({ data }) => data !== undefined);
  return isComplete ? [...problems, ...unseenNotes(content, document, referred)] : problems;
}

/** Footnotes that no page shows, because nothing refers to them. */
function unseenNotes(
  content: ContentFolder,
  { file: documentPath, outline }: Sources['document'],
  referred: ReadonlySet<string>,
): Problem[] {
  const file = content.policy.find(({ path }) => path === documentPath);
  return outline.flatMap((part) => {
    if (!file || part.kind !== 'note' || referred.has(part.identifier)) return [];
    const bodyStart = file.mdx.length - file.mdx.trimStart().length;
    const message = `no page shows the footnote "[^${part.identifier}]", because nothing refers to it; write "[^${part.identifier}]" where it belongs, or delete it`;
    return [{ file: file.path, ...positionIn(file.mdx, bodyStart + part.start), message }];
  });
}

/** Every value with inline Markdown, except in old history entries: those stay as they are, even if a link breaks. */
function* inlineTextsIn(content: ContentFolder, { categories, tiers, features }: Sources): Generator<InlineText> {
  for (const [index, { name }] of (categories.data ?? []).entries()) yield [content.categories, [index, 'name'], name];
  for (const [index, { data }] of tiers.entries())
    for (const [at, item] of (data?.requirements ?? []).entries())
      if (typeof item !== 'string') yield [content.tiers[index], ['requirements', at, 'group'], item.group];
  for (const [index, { data }] of features.entries()) {
    if (!data) continue;
    const file = content.features[index];
    yield [file, ['name'], data.name];
    for (const [id, cell] of Object.entries(data.columns)) yield [file, ['columns', id], cell];
    for (const [at, { as }] of (data.history[0]?.missing ?? []).entries())
      yield [file, ['history', 0, 'missing', at, 'as'], as];
  }
}

const linksIn = (text: string): string[] =>
  inlineParts(text).flatMap((part) => {
    if (part.kind === 'link') return [part.url, ...linksIn(part.inner)];
    return 'inner' in part ? linksIn(part.inner) : [];
  });
