// The source code handles tiers, features, categories and requirements in general, and contains no fact about the
// project of the documented content.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readContent } from '../../src/check/read-content.ts';
import { documented } from '../sites.ts';
import { read, root, sourceFiles } from './project-files.ts';

const { content } = readContent(join(root, documented));
const nameIn = (data: unknown, key: string) => String((data as Record<string, unknown> | undefined)?.[key]);
const categories = content.categories?.data as { id: string }[];

/** Whether a source file has a name as a word; a name that is plain English counts only in quotes or between tags. */
function contains(text: string, name: string): boolean {
  const literal = RegExp.escape(name);
  if (/^[a-z]+$/.test(name)) return new RegExp(`(['"\`])${literal}\\1|>\\s*${literal}\\s*<`).test(text);
  return new RegExp(`(?<![\\w-])${literal}(?![\\w-])`, 'i').test(text);
}

const runsOfSix = (text: string): string[] => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.slice(5).map((_, index) => words.slice(index, index + 6).join(' '));
};

test('src names neither the project nor any of its features, requirements or categories', () => {
  const names = new Set([
    nameIn(content.site?.data, 'project'),
    ...[...content.features, ...content.requirements, ...categories].map(({ id }) => id),
    ...content.features.map(({ data }) => nameIn(data, 'name')),
  ]);
  assert.ok(names.size > 40);
  const found = sourceFiles.flatMap((path) =>
    [...names].filter((name) => contains(read(path), name)).map((name) => `${path}: ${name}`),
  );
  assert.deepEqual(found, []);
});

test('src repeats no six consecutive words of the policy', () => {
  const policy = new Set(runsOfSix(readFileSync(join(root, `${documented}.md`), 'utf8')));
  assert.ok(policy.size > 1000);
  const found = sourceFiles.flatMap((path) =>
    runsOfSix(read(path))
      .filter((run) => policy.has(run))
      .map((run) => `${path}: ${run}`),
  );
  assert.deepEqual(found, []);
});
