import { colour, markSvg, type Mark } from '../svg/mark.ts';
import { textWidth } from '../svg/text-width.ts';
import { escapeXml } from '../svg/escape-xml.ts';

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

/** A line of words on a card; y is its baseline. */
export interface CardLine {
  words: string;
  x: number;
  y: number;
  size: number;
  tone: 'ink' | 'soft';
  bold: boolean;
}

/** Where everything on a card stands, in pixels. */
export interface CardLayout {
  lines: CardLine[];
  mark: { mark: Mark; x: number; y: number; size: number } | undefined;
  rule: { x: number; y: number; width: number; height: number };
}

/** Places a card's words; a long title is set smaller, then on two lines, and what still does not fit ends in "…". */
export function layOut({ site, title, status, mark, detail, foot }: Card): CardLayout {
  const { size, lines: titleLines } = fitTitle(title);
  const [titleLine, below] = titleLines.length > 1 ? [204, 84] : [168 + size, 108];
  const statusLine = titleLine + (titleLines.length - 1) * size * leading + below;
  const statusX = margin + (mark ? 84 : 0);
  const statusSize = Math.min(
    44,
    Math.floor((44 * (inside + margin - statusX)) / (textWidth(status, 44) * boldFactor)),
  );
  const lines = [
    ...block([site], margin, 108, 32, 'soft'),
    ...block(titleLines, margin, titleLine, size, 'ink', true),
    ...block([status], statusX, statusLine, statusSize, 'ink', true),
    ...block(wrap(detail, 34, 2), margin, statusLine + 76, 34, 'ink'),
    ...block(wrap(foot, 28, 1), margin, 588, 28, 'soft'),
  ];
  return {
    lines,
    mark: mark && { mark, x: margin, y: statusLine - 48, size: 64 },
    rule: { x: margin, y: 541, width: inside, height: 2 },
  };
}

/** A card as SVG. */
export function cardSvg({ lines, mark, rule }: CardLayout): string {
  const { width, height } = cardSize;
  const body = [
    ...lines.map(
      ({ words, x, y, size, tone, bold }) =>
        `<text x="${x}" y="${y}" font-size="${size}"${bold ? ' font-weight="700"' : ''} fill="${colour[tone]}">${escapeXml(words)}</text>`,
    ),
    mark ? markSvg(mark.mark, mark.x, mark.y, mark.size) : '',
    `<path d="M${rule.x} ${rule.y}h${rule.width}v${rule.height}h${-rule.width}z" fill="${colour.line}"/>`,
  ];
  return svgOf(width, height, body.join(''));
}

/** An SVG on the colour of paper, with the font of cards. */
export const svgOf = (width: number, height: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${cardFont}"><rect width="${width}" height="${height}" fill="${colour.paper}"/>${body}</svg>`;

function fitTitle(title: string): { size: number; lines: string[] } {
  const size = titleSizes.find((it) => textWidth(title, it) * boldFactor <= inside);
  return size ? { size, lines: [title] } : { size: 64, lines: wrap(title, 64 * boldFactor, 2) };
}

/** Text in at most so many lines, broken after spaces, hyphens and underscores, and within a word that fits on none. */
function wrap(words: string, size: number, most: number): string[] {
  const lines = [''];
  for (const part of words
    .split(/(?<=[ _-])(?=[^ _-])/)
    .flatMap((it) => (textWidth(it, size) > inside ? [...it] : [it]))) {
    const line = `${lines.at(-1)}${part}`;
    if (textWidth(line.trimEnd(), size) <= inside) lines[lines.length - 1] = line;
    else lines.push(part);
  }
  if (lines.length <= most) return lines;
  let last = lines.slice(most - 1).join('');
  while (textWidth(`${last}…`, size) > inside) last = [...last].slice(0, -1).join('');
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}

const block = (
  lines: readonly string[],
  x: number,
  y: number,
  size: number,
  tone: CardLine['tone'],
  bold = false,
): CardLine[] => lines.map((line, at) => ({ words: line.trimEnd(), x, y: y + at * size * leading, size, tone, bold }));
