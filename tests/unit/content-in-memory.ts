// Lantern's content in memory, so that a test can change it without writing files.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkContent, type CheckedContent } from '../../src/check/check-content.ts';
import { memory } from '../../src/check/files.ts';
import { problemLine } from '../../src/check/problem.ts';
import { tableTag, tierTag } from '../../src/domain/document.ts';
import { publishedContent, type PublishedContent } from '../../src/domain/published-content.ts';
import { lanternFolder } from './lantern.ts';

/** Every file below a folder by its path in it, as if the folder were called `content`. */
export function filesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  return new Map(
    files
      .map((it) => join(it.parentPath, it.name))
      .sort()
      .map((path) => [join('content', relative(folder, path)), readFileSync(path, 'utf8')]),
  );
}

/** Lantern with some files replaced, or deleted if their text is undefined. */
export function lanternFiles(changes: Record<string, string | undefined> = {}): Map<string, string> {
  const files = filesIn(lanternFolder);
  for (const [name, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(`content/${name}`);
    else files.set(`content/${name}`, text);
  }
  return files;
}

export const check = (files: ReadonlyMap<string, string>): CheckedContent => checkContent('content', memory(files));

/** Problems or warnings as lines, without the name of the folder. */
export const linesOf = (problems: CheckedContent['problems']): string[] =>
  problems.map((it) => problemLine(it).replaceAll('content/', ''));

/** A feature's file with this newest entry, as YAML below `history:`. */
export const featureWith = (entry: string, more = ''): string => `---
name: oak-board
category: board
description: The first board, in an oak case.
${more}history:
${entry.replace(/^/gm, '  ')}
---
`;

/** The published state of Lantern with some files replaced, or deleted if their text is undefined. */
export function publishedWith(changes: Record<string, string | undefined> = {}): PublishedContent {
  const { catalogue, problems } = check(lanternFiles(changes));
  assert.ok(catalogue, linesOf(problems).join('\n'));
  return publishedContent(catalogue, (path) => `https://levels.example/${path}`);
}

/** Lantern's document with places for further tiers. */
export const documentWithTiers = (...tiers: number[]): string =>
  [lanternFile('policy/document.mdx'), ...tiers.flatMap((tier) => [tableTag(tier), tierTag(tier)])].join('\n');

/** The files of Lantern that change if a tier, Dim, is added between its two on a day. */
export const withTierBetween = (day: string): Record<string, string> => ({
  'tiers/dark.mdx': lanternFile('tiers/dark.mdx').replace('level: 2', 'level: 3\nslug: "2"\nlabel: Tier 2'),
  'tiers/dim.mdx': `---\nlevel: 2\nslug: dim\nlabel: Dim\nsince: ${day}\n---\n`,
  'policy/document.mdx': `${lanternFile('policy/document.mdx')}\n${tableTag('dim')}\n\n${tierTag('dim')}\n`,
});

export const lanternFile = (name: string): string => lanternFiles().get(`content/${name}`) ?? assert.fail(name);
