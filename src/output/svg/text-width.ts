/** The widths of characters in Verdana, the widest common sans-serif font, in thousandths of the font size. */
const widths = Object.entries({
  " '": 268,
  il: 275,
  jf: 352,
  '·,.': 364,
  '!t': 394,
  I: 421,
  r: 426,
  '()-/:;J[\\]|"’“”': 459,
  cs: 521,
  z: 525,
  '?L': 556,
  F: 575,
  kvxye: 595,
  aPo: 607,
  YTbdgpqEhnu: 633,
  '$*0123456789_`{}–': 636,
  ASVBXZ: 685,
  KRC: 698,
  '&U': 732,
  NH: 752,
  DGOQ: 787,
  '#+<=>^w~…': 818,
  M: 843,
  m: 973,
});
const widthOf = new Map(widths.flatMap(([characters, width]) => [...characters].map((it) => [it, width] as const)));

/** Estimates the width of a text in a sans-serif font, in the unit of `size`. Unknown characters count as 1 em. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (widthOf.get(character) ?? 1000), 0) * (size / 1000);
