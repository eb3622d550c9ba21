import { color } from './colors.ts';
import { escapeXml } from './escape-xml.ts';
import type { tierShape } from '../../domain/tier.ts';

/** The mark of a tier. Its shape makes it recognizable without color. */
export interface Mark {
  /** At most three characters. */
  sign: string;
  shape: ReturnType<typeof tierShape>;
}

/** A mark as SVG with its upper left corner at x and y. The box is solid, has one heavy side, or is dashed. */
export function markSvg({ sign, shape }: Mark, x: number, y: number, size: number): string {
  const stroke = size / 12;
  const inner = size - stroke;
  const fill = shape === 'solid' ? color.solid : 'none';
  const dash = shape === 'outline' ? ` stroke-dasharray="${round(size / 6)} ${round(size / 12)}"` : '';
  const middle = x + size * (shape === 'half' ? 0.61 : 0.5);
  return (
    `<rect x="${round(x + stroke / 2)}" y="${round(y + stroke / 2)}" width="${round(inner)}" height="${round(inner)}" rx="${round(size / 7)}" fill="${fill}" stroke="${color[shape]}" stroke-width="${round(stroke)}"${dash}/>` +
    (shape === 'half' ? heavySide(x, y, size) : '') +
    `<text x="${round(middle)}" y="${round(y + size * 0.73)}" text-anchor="middle" font-weight="700" font-size="${round(size * (sign.length > 1 ? 0.96 / (sign.length + 0.2) : 0.64))}" fill="${shape === 'solid' ? color.paper : color[shape]}">${escapeXml(sign)}</text>`
  );
}

function heavySide(x: number, y: number, size: number): string {
  const corner = round(size / 6);
  const side = round(size / 4 - corner);
  return `<path fill="${color.half}" d="M${x + corner} ${y}h${side}v${size}h${-side}a${corner} ${corner} 0 0 1-${corner}-${corner}V${y + corner}a${corner} ${corner} 0 0 1 ${corner}-${corner}z"/>`;
}

/** Rounds to two decimals. */
const round = (it: number): number => Math.round(it * 100) / 100;
