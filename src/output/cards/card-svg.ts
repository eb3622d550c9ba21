import { shapes } from '../../domain/tier.ts';
import { color } from '../svg/colors.ts';
import { markSvg, type Mark } from '../svg/mark.ts';
import { escapeXml } from '../svg/escape-xml.ts';

/** The text of a card, the preview image that other sites show with a link to a page. */
export interface Card {
  /** The name of the site. */
  site: string;
  title: string;
  /** The status, with the mark of its tier in front of it if there is one. */
  status: string;
  mark: Mark | undefined;
  detail: string;
  foot: string;
}

/** The recommended Open Graph size, in pixels. */
export const cardSize = { width: 1200, height: 630 } as const;
export const cardFont = 'DejaVu Sans';

/** Returns the width of a text in the font of the cards, in em. */
export type WidthOf = (text: string, bold: boolean) => number;

const margin = 72;
const leading = 1.25;
const inside = cardSize.width - 2 * margin;
/** More characters than two lines can hold. */
const mostShown = 500;

/** A card as SVG. A long title is set smaller, then on two lines, and finally cut off with "…". */
export function cardSvg({ site, title, status, mark, detail, foot }: Card, widthOf: WidthOf): string {
  const { width, height } = cardSize;
  const titleLines = fit(title, { sizes: [96, 88, 80, 72, 64], most: 2, bold: true }, widthOf);
  const isLong = titleLines.texts.length > 1;
  const titleY = isLong ? 204 : 168 + titleLines.size;
  const statusX = margin + (mark ? 84 : 0);
  const statusY = titleY + (isLong ? titleLines.size * leading + 84 : 108);
  const statusRoom = { width: inside + margin - statusX, sizes: [44, 40, 36, 32, 28], bold: true };
  const statusLine = fit(status, statusRoom, widthOf);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${cardFont}">`,
    `<rect width="${width}" height="${height}" fill="${color.paper}"/>`,
    ...shapes.map((shape, at) => `<rect x="${at * 400}" width="400" height="12" fill="${color[shape]}"/>`),
    drawn(fit(site, { sizes: [32] }, widthOf), margin, 108, 'soft'),
    drawn(titleLines, margin, titleY, 'ink'),
    mark ? markSvg(mark, margin, statusY - 48, 64) : '',
    // Centers the capital letters on the mark: half a capital is 0.36 em high.
    drawn(statusLine, statusX, statusY - 16 + Math.round(statusLine.size * 0.36), 'ink'),
    drawn(fit(detail, { sizes: [34], most: 2 }, widthOf), margin, statusY + 76, 'ink'),
    `<path d="M${margin} 541h${inside}v2h-${inside}z" fill="${color.line}"/>`,
    drawn(fit(foot, { sizes: [28] }, widthOf), margin, 588, 'soft'),
    '</svg>',
  ].join('');
}

/** The space that a text may take. */
interface Room {
  width?: number;
  /** Font sizes in pixels, the largest first. */
  sizes: readonly number[];
  /** The maximum number of lines in the smallest size. */
  most?: number;
  bold?: boolean;
}

/** A text fitted into its space. */
interface Lines {
  texts: string[];
  size: number;
  bold: boolean;
  isRightToLeft: boolean;
}

/** The lines as SVG; x and y are the start of the first baseline. */
function drawn({ texts, size, bold, isRightToLeft }: Lines, x: number, y: number, tone: 'ink' | 'soft'): string {
  const style = `font-size="${size}"${bold ? ' font-weight="700"' : ''} fill="${color[tone]}"`;
  return texts
    .map((line) => escapeXml(isRightToLeft ? `\u2067${line}\u2069` : line))
    .map((line, at) => `<text x="${x}" y="${y + at * size * leading}" ${style}>${line}</text>`)
    .join('');
}

/** Sets a text on one line in the largest size that fits, or else in the smallest size on several lines. */
function fit(text: string, { width = inside, sizes, most = 1, bold = false }: Room, widthOf: WidthOf): Lines {
  const isRightToLeft = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text);
  const start = [...text].slice(0, mostShown).join('');
  const measure = (text: string) => widthOf(text, bold);
  const size = sizes.find((it) => measure(start) * it <= width);
  if (size !== undefined) return { texts: [start], size, bold, isRightToLeft };
  const smallest = sizes.at(-1) ?? 0;
  return { texts: wrap(start, most, width / smallest, measure), size: smallest, bold, isRightToLeft };
}

/** Breaks text into at most `most` lines: after spaces, hyphens and underscores, or within a long word. */
function wrap(text: string, most: number, width: number, measure: (text: string) => number): string[] {
  const parts = text.split(/(?<=[ _-])(?=[^ _-])/).flatMap((it) => (measure(`${it}…`) <= width ? [it] : [...it]));
  const lines: string[][] = [[]];
  let used = 0;
  for (const part of parts) {
    const line = lines.at(-1) ?? [];
    if (used + measure(part.trimEnd()) <= width) {
      line.push(part);
      used += measure(part);
    } else if (lines.length < most) {
      lines.push([part]);
      used = measure(part);
    } else {
      while (line.length > 0 && used + measure('…') > width) used -= measure(line.pop() ?? '');
      lines[most - 1] = [line.join('').trimEnd(), '…'];
      break;
    }
  }
  return lines.map((line) => line.join('').trimEnd());
}
