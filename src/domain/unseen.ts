/** The scripts that are written with joiners between their letters. */
const scripts = 'Arab Syrc Nkoo Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr'.split(' ');
const joined = `[${scripts.map((script) => `\\p{sc=${script}}`).join('')}]`;

/**
 * What is needed, though it has no sign of its own: joiners in such words and in emoji, and what selects how an emoji
 * is shown.
 */
const needed = [
  `(?<=${joined})[\\u200C\\u200D](?=${joined})`,
  String.raw`(?<=\p{ExtPict}[\u{1F3FB}-\u{1F3FF}]?\uFE0F?)\u200D(?=\p{ExtPict})`,
  String.raw`(?<=\p{ExtPict})[\uFE0E\uFE0F]`,
  String.raw`\uFE0F(?=\u20E3)`,
].join('|');

/**
 * Controls, blanks without width or ink, halves of characters, and all that Unicode calls ignorable: directions,
 * fillers, selectors, tags.
 */
const signless = String.raw`[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\u2800\uFFF9-\uFFFB\p{DI}\p{NChar}\p{Cs}]`;

/** Characters that nobody sees. */
export const unseen = new RegExp(`(?!${needed})${signless}`, 'u');

const unseenOrBreak = new RegExp(`${unseen.source}|[\\t\\r\\n]`, 'gu');

/** A text as it can be shown: what nobody sees stands there by its name. */
export const seen = (text: string): string =>
  text.replace(unseenOrBreak, (character) => `<${characterName(character)}>`);

export const characterName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
