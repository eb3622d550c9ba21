import { colour, markSvg, type Mark } from './mark.ts';
import { textWidth } from './text-width.ts';
import { escapeXml } from './xml.ts';

/** The words on the picture that other sites show beside a link to a page. */
export interface Card {
  /** The site's name, above everything. */
  site: string;
  title: string;
  /** What the page says first of it, with a tier's mark where it has one. */
  status: string;
  mark: Mark | undefined;
  detail: string;
  foot: string;
}

/** The size in pixels that Open Graph's readers expect. */
export const cardSize = { width: 1200, height: 630 } as const;
export const cardFont = 'Noto Sans';

const margin = 72;
const leading = 1.25;
const inside = cardSize.width - 2 * margin;
const titleSizes = [96, 88, 80, 72, 64];
/** The bold weight is wider than the font whose widths are known. */
const boldFactor = 1.04;

/** A card as SVG; a long title is set smaller, then on two lines, and what still does not fit ends in "…". */
export function cardSvg({ site, title, status, mark, detail, foot }: Card): string {
  const { size, lines: titleLines } = fitTitle(title);
  const [titleLine, below] = titleLines.length > 1 ? [204, 84] : [168 + size, 108];
  const statusLine = titleLine + (titleLines.length - 1) * size * leading + below;
  const statusX = margin + (mark ? 84 : 0);
  const statusSize = Math.min(44, Math.floor((44 * (inside + margin - statusX)) / (textWidth(status, 44) * boldFactor)));
  const body = [
    text([site], margin, 108, 32, colour.soft),
    text(titleLines, margin, titleLine, size, colour.ink, true),
    mark ? markSvg(mark, margin, statusLine - 48, 64) : '',
    text([status], statusX, statusLine, statusSize, colour.ink, true),
    text(wrap(detail, 34, 2), margin, statusLine + 76, 34, colour.ink),
    `<path d="M${margin} 542h${inside}" stroke="${colour.line}" stroke-width="2"/>`,
    text(wrap(foot, 28, 1), margin, 588, 28, colour.soft),
  ];
  const { width, height } = cardSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${cardFont}"><rect width="${width}" height="${height}" fill="${colour.paper}"/>${body.join('')}</svg>`;
}

function fitTitle(title: string): { size: number; lines: string[] } {
  const size = titleSizes.find((it) => textWidth(title, it) * boldFactor <= inside);
  return size ? { size, lines: [title] } : { size: 64, lines: wrap(title, 64 * boldFactor, 2) };
}

/** Text in at most so many lines, broken after spaces, hyphens and underscores, and within a word that fits on none. */
function wrap(words: string, size: number, most: number): string[] {
  const lines = [''];
  const parts = words.match(/[^ _-]+[ _-]*|[ _-]+/gu) ?? [];
  for (const part of parts.flatMap((it) => (textWidth(it, size) > inside ? [...it] : [it]))) {
    const line = `${lines.at(-1)}${part}`;
    if (lines.at(-1) === '' || textWidth(line.trimEnd(), size) <= inside) lines[lines.length - 1] = line;
    else lines.push(part);
  }
  if (lines.length <= most) return lines;
  let last = lines.slice(most - 1).join('');
  while (textWidth(`${last}…`, size) > inside) last = [...last].slice(0, -1).join('');
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}

const text = (lines: readonly string[], x: number, y: number, size: number, fill: string, bold = false): string =>
  lines.map((line, at) => `<text x="${x}" y="${y + at * size * leading}" font-size="${size}"${bold ? ' font-weight="700"' : ''} fill="${fill}">${escapeXml(line.trimEnd())}</text>`).join('');
