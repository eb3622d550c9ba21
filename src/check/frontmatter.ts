import { parseFrontmatter } from '@astrojs/markdown-remark';
import { parse } from 'yaml';

/** The data of a YAML file; throws what the parser throws. */
export const readYaml = (text: string): unknown => parse(text) as unknown;

/** An MDX file as Astro reads it; throws what Astro throws. */
export function readMdx(text: string): { yaml: string; data: unknown; mdx: string } {
  const { frontmatter, rawFrontmatter, content } = parseFrontmatter(text, { frontmatter: 'empty-with-spaces' });
  return { yaml: rawFrontmatter, data: frontmatter, mdx: content };
}

/** Where two readings of the same YAML differ first, as keys from the top; undefined where they are the same. */
export function firstDifference(data: unknown, other: unknown): (string | number)[] | undefined {
  // A date is text in one version of YAML, and a moment in another.
  if (other instanceof Date) return isDay(data, other) ? undefined : [];
  if (typeof data !== 'object' || typeof other !== 'object' || data === null || other === null)
    return Object.is(data, other) ? undefined : [];
  const keys = Object.keys(data);
  if (keys.length !== Object.keys(other).length) return [];
  for (const key of keys) {
    const inside = firstDifference((data as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]);
    if (inside) return [Array.isArray(data) ? Number(key) : key, ...inside];
  }
  return undefined;
}

const isDay = (text: unknown, moment: Date): boolean =>
  !Number.isNaN(moment.getTime()) && `${String(text)}T00:00:00.000Z` === moment.toISOString();
