import type { Sources } from '../domain/catalogue/sources.ts';
import { inlineParts, referencesIn } from '../domain/inline.ts';
import { linkProblem } from './content-link.ts';
import type { ContentFile } from './parse-file.ts';
import type { Problem } from './problem.ts';
import type { ContentFolder } from './read-content.ts';
import type { KeyPath } from './source-position.ts';

type Words = [file: ContentFile | undefined, path: KeyPath, words: string];

/** Checks values with inline Markdown: finds links that lead nowhere and references to missing footnotes. */
export function checkInlineWords(
  content: ContentFolder,
  sources: Sources,
  addresses: ReadonlySet<string> | undefined,
): Problem[] {
  const notes = new Set(sources.document.outline.flatMap((part) => (part.kind === 'note' ? part.identifier : [])));
  return [...wordsOf(content, sources)].flatMap(([file, path, words]) => {
    const links = linksIn(words).flatMap((url) => linkProblem(url, addresses) ?? []);
    const lost = referencesIn(words)
      .filter((identifier) => !notes.has(identifier))
      .map((it) => `the document has no footnote "[^${it}]"; write it there, or delete the reference`);
    return [...links, ...lost].flatMap((message) =>
      file ? [{ file: file.path, ...file.positionOf(path), message }] : [],
    );
  });
}

/** Every value with inline Markdown, except in old history entries: those stay as they are, even if a link breaks. */
function* wordsOf(content: ContentFolder, { categories, tiers, features }: Sources): Generator<Words> {
  for (const [index, { name }] of (categories.data ?? []).entries()) yield [content.categories, [index, 'name'], name];
  for (const [index, { data }] of tiers.entries())
    for (const [at, item] of (data?.requirements ?? []).entries())
      if (typeof item !== 'string') yield [content.tiers[index], ['requirements', at, 'group'], item.group];
  for (const [index, { data }] of features.entries()) {
    if (!data) continue;
    const file = content.features[index];
    yield [file, ['name'], data.name];
    for (const [id, words] of Object.entries(data.columns)) yield [file, ['columns', id], words];
    for (const [at, { as }] of (data.history[0]?.missing ?? []).entries())
      yield [file, ['history', 0, 'missing', at, 'as'], as];
  }
}

const linksIn = (words: string): string[] =>
  inlineParts(words).flatMap((part) => {
    if (part.kind === 'link') return [part.url, ...linksIn(part.words)];
    return 'words' in part ? linksIn(part.words) : [];
  });
