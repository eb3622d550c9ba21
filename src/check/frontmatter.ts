import { parseFrontmatter } from '@astrojs/markdown-remark';
import { parse } from 'yaml';

/** Parses a YAML file as Astro does; throws the parser's errors. */
export const readYaml = (text: string): unknown => parse(text) as unknown;

/** Parses an MDX file as Astro does; throws Astro's errors. */
export function readMdx(text: string): { yaml: string; data: unknown; mdx: string } {
  const { frontmatter, rawFrontmatter, content } = parseFrontmatter(text, { frontmatter: 'empty-with-spaces' });
  return { yaml: rawFrontmatter, data: frontmatter, mdx: content };
}

/** The path of the first difference between two parses of the same YAML; undefined if they are equal. */
export function firstDifference(data: unknown, other: unknown): (string | number)[] | undefined {
  // YAML 1.1 parses a date as a Date, YAML 1.2 as text.
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
