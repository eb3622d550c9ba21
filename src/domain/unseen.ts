/** Characters that nobody sees: controls, what turns the direction of writing, marks of order and halves of characters. */
export const unseen =
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u00AD\u061C\u200B\u200E\u200F\u2060-\u2064\u2028-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}\p{Cs}]/u;

const unseenOrBreak = new RegExp(`${unseen.source}|[\\t\\r\\n]`, 'gu');

/** A text as it can be shown: what nobody sees stands there by its name. */
export const seen = (text: string): string =>
  text.replace(unseenOrBreak, (character) => `<${characterName(character)}>`);

export const characterName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
