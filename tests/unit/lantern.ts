// Lantern, the invented project in fixtures/other-content.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkContent } from '../../src/check/check-content.ts';
import { problemLine, type Problem } from '../../src/check/problem.ts';
import type { Catalogue, Feature, Requirement, Tier } from '../../src/domain/catalogue/catalogue.ts';

export const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
export const lanternFolder = join(fixtures, 'other-content');

/** The catalogue of Lantern, read again for each call, so that no test can change another's. */
export function lantern(): Catalogue {
  const { catalogue, problems } = checkContent(lanternFolder);
  assert.ok(catalogue, problems.map(problemLine).join('\n'));
  return catalogue;
}

/** A copy of Lantern's folder with some files replaced, or deleted if undefined; the test deletes it at its end. */
export function lanternWith(test: TestContext, files: Record<string, string | undefined>): string {
  const folder = emptyFolder(test);
  cpSync(lanternFolder, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    rmSync(path, { recursive: true, force: true });
    if (text === undefined) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

/** A temporary folder, which is deleted after the test. */
export function emptyFolder(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Problems as lines, with every path relative to the content folder. */
export const relativeLines = (problems: readonly Problem[], folder: string): string[] =>
  problems.map((problem) => problemLine(problem).replaceAll(`${folder}/`, ''));

export const featureOf = ({ features }: Catalogue, id: string): Feature =>
  one(
    features.find((it) => it.id === id),
    id,
  );
export const requirementOf = ({ requirements }: Catalogue, id: string): Requirement =>
  one(
    requirements.find((it) => it.id === id),
    id,
  );
export const tierOf = ({ tiers }: Catalogue, level: number): Tier =>
  one(
    tiers.find((it) => it.level === level),
    `${level}`,
  );

function one<T>(found: T | undefined, name: string): T {
  assert.ok(found, `the fixture has no ${name}`);
  return found;
}
