/** Scripts that need joiners between their letters. */
const joiningScripts = 'Arab Syrc Nkoo Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr'.split(' ');
const joiningLetter = `[${joiningScripts.map((script) => `\\p{sc=${script}}`).join('')}]`;

/** Invisible characters that are needed: joiners in these scripts and in emoji, and emoji variation selectors. */
const needed = [
  `(?<=${joiningLetter})[\\u200C\\u200D](?=${joiningLetter})`,
  String.raw`(?<=\p{ExtPict}[\u{1F3FB}-\u{1F3FF}]?\uFE0F?)\u200D(?=\p{ExtPict})`,
  String.raw`(?<=\p{ExtPict})[\uFE0E\uFE0F]`,
  String.raw`\uFE0F(?=\u20E3)`,
].join('|');

/**
 * Control characters, blank characters, lone surrogates, noncharacters, and all that Unicode calls default ignorable:
 * direction marks, fillers, selectors, tags.
 */
const invisible = String.raw`[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\u2800\uFFF9-\uFFFB\p{DI}\p{NChar}\p{Cs}]`;

/** Matches one invisible character. */
export const invisibleCharacter = new RegExp(`(?!${needed})${invisible}`, 'u');

const invisibleOrBreak = new RegExp(`${invisibleCharacter.source}|[\\t\\r\\n]`, 'gu');

/** Replaces invisible characters, tabs and line breaks by their code points, so that a text is safe to show. */
export const escapeInvisible = (text: string): string =>
  text.replace(invisibleOrBreak, (character) => `<${characterName(character)}>`);

/** The code point of a character, like U+200B. */
export const characterName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
