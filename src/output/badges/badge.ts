import type { Catalogue, Feature } from '../../domain/catalogue/catalogue.ts';
import { currentEntry, inTierSince } from '../../domain/history.ts';
import { statusName, statusSentence } from '../../domain/status.ts';
import { tierShape } from '../../domain/tier.ts';
import { longDate, withoutBackticks } from '../../domain/text.ts';
import { color } from '../svg/colors.ts';
import { markSvg } from '../svg/mark.ts';
import { textWidth } from '../svg/text-width.ts';
import { escapeXml } from '../svg/escape-xml.ts';

const height = 22;
const fontSize = 11;
const gap = 7;
const markSize = 14;

/** A badge as an SVG document, with its size in pixels. */
export interface Badge {
  svg: string;
  width: number;
  height: number;
}

/** The badge of a feature: its name, the mark of its tier, its status and since when. */
export function badge({ site, tiers }: Pick<Catalogue, 'site' | 'tiers'>, feature: Feature): Badge {
  const entry = currentEntry(feature);
  const since = inTierSince(feature);
  const name = run(withoutBackticks(feature.name), gap, color.paper);
  const split = name.end + gap;
  const mark =
    entry.tier &&
    markSvg(
      { sign: entry.tier.mark, shape: tierShape(tiers, entry.tier) },
      split + gap,
      (height - markSize) / 2,
      markSize,
    );
  const status = run(`${statusName(entry)} since ${since}`, split + gap + (mark ? markSize + 5 : 0), color.ink);
  const width = status.end + gap;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" role="img" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="${fontSize}">
<title>${escapeXml(`${statusSentence(site, feature)} (since ${longDate(since)})`)}</title>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="3.5" fill="${color.paper}" stroke="${color.edge}"/>
<path fill="${color.ink}" d="M4 0H${split}V${height}H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z"/>
${name.svg}
${mark ? `${mark}\n` : ''}${status.svg}
</svg>
`;
  return { svg, width, height };
}

/** Text on a badge. `textLength` makes it fit in whatever font the browser uses. */
function run(text: string, x: number, fill: string): { svg: string; end: number } {
  const length = Math.ceil(textWidth(text, fontSize));
  const svg = `<text x="${x}" y="15" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="${fill}">${escapeXml(text)}</text>`;
  return { svg, end: x + length };
}
