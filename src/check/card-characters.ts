import { characterName } from '../domain/invisible.ts';
import type { CheckedContent } from './check-content.ts';
import type { ContentFile } from './parse-file.ts';
import type { Problem } from './problem.ts';
import type { KeyPath } from './source-position.ts';

/** The most characters that a warning names. */
const mostNamed = 5;

/** Characters that every font has, and invisible ones. */
const needsNoLook = /^[\u0000-\u00ff\p{Default_Ignorable_Code_Point}]$/u;

/**
 * Warns about texts on cards with characters that no card font has. The warnings do not block a build, because the
 * pages show these characters. The fonts are opened only if a text has characters beyond Latin-1.
 */
export async function undrawnCharacters(
  checked: CheckedContent,
  openFonts: () => Promise<(character: string) => boolean>,
): Promise<Problem[]> {
  const unusual = [...textsOnCards(checked)].flatMap(([file, path, text = '']) => {
    const characters = [...new Set(text)].filter((character) => !needsNoLook.test(character));
    return file && characters.length > 0 ? [{ file, path, characters }] : [];
  });
  if (unusual.length === 0) return [];
  const isDrawn = await openFonts();
  return unusual.flatMap(({ file, path, characters }) => {
    const undrawn = characters.filter((character) => !isDrawn(character));
    if (undrawn.length === 0) return [];
    const named = undrawn.slice(0, mostNamed).map((character) => `"${character}" (${characterName(character)})`);
    const others = undrawn.length > mostNamed ? ` and ${undrawn.length - mostNamed} more` : '';
    const message = `no font of the cards has ${named.join(', ')}${others}; a card with this text shows boxes instead`;
    return [{ file: file.path, ...file.positionOf(path), message }];
  });
}

function* textsOnCards({
  content,
  sources,
}: CheckedContent): Generator<[ContentFile | undefined, KeyPath, string | undefined]> {
  for (const key of ['title', 'project'] as const) yield [content.site, [key], sources.site.data?.[key]];
  for (const [index, { name, plural }] of (sources.categories.data ?? []).entries()) {
    yield [content.categories, [index, 'name'], name];
    yield [content.categories, [index, 'plural'], plural];
  }
  const heading = sources.document.outline.find((part) => part.kind === 'heading');
  yield [content.policy.find(({ path }) => path === sources.document.file), [], heading?.title];
  for (const [index, { data }] of sources.tiers.entries())
    for (const key of ['label', 'mark', 'title'] as const) yield [content.tiers[index], [key], data?.[key]];
  for (const [index, { data }] of sources.requirements.entries())
    yield [content.requirements[index], ['title'], data?.title];
  for (const [index, { data }] of sources.features.entries()) {
    const file = content.features[index];
    const [entry] = data?.history ?? [];
    yield [file, ['name'], data?.name];
    // A card shows what is missing, or else the warning, the description, or the note of a removal.
    for (const [at, { as }] of (entry?.missing ?? []).entries()) yield [file, ['history', 0, 'missing', at, 'as'], as];
    if (entry?.removed) yield [file, ['history', 0, 'note'], entry.note];
    else if (data?.warning) yield [file, ['warning', 'says'], data.warning.says];
    else if (entry?.missing.length === 0) yield [file, ['description'], data?.description];
  }
}
