/** How wide each character of a TrueType or OpenType font is, as a share of the font size; nothing for one that it lacks. */
export function readAdvances(font: Buffer): (character: string) => number | undefined {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const at = 12 + 16 * index;
      return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)] as const;
    }),
  );
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((name) => tables.get(name) ?? 0) as [
    number,
    number,
    number,
    number,
  ];
  const unitsPerEm = font.readUInt16BE(head + 18);
  const metrics = font.readUInt16BE(hhea + 34);
  const glyphOf = readCmap(font, cmap);
  return (character) => {
    const glyph = glyphOf(character.codePointAt(0) ?? 0);
    return glyph === 0 ? undefined : font.readUInt16BE(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
  };
}

/** The number of the glyph for a code point of the basic plane; 0 where there is none (learn.microsoft.com, cmap format 4). */
function readCmap(font: Buffer, cmap: number): (code: number) => number {
  const offsets = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index),
  );
  const table = offsets.find((at) => font.readUInt16BE(at) === 4);
  if (table === undefined) throw new Error('this font has no map of characters in format 4');
  const size = font.readUInt16BE(table + 6);
  const [ends, starts, deltas, ranges] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size].map((at) => table + at) as [
    number,
    number,
    number,
    number,
  ];
  return (code) => {
    for (let at = 0; at < size; at += 2) {
      if (code > font.readUInt16BE(ends + at)) continue;
      const start = font.readUInt16BE(starts + at);
      if (code < start) return 0;
      const [delta, range] = [font.readUInt16BE(deltas + at), font.readUInt16BE(ranges + at)];
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = font.readUInt16BE(ranges + at + range + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
