// The published files of the invented project, as they are and as they were last accepted.
import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { checkContent } from '../../src/check/check-content.ts';
import { apiFiles } from '../../src/output/api/api-files.ts';

export const goldenFolder = 'tests/golden/api/v1';

/** Every file that is published now, by its name. */
export function publishedFiles(): Map<string, string> {
  const { catalogue, problems } = checkContent('tests/fixtures/other-content');
  if (!catalogue) throw new Error(problems.map(({ message }) => message).join('\n'));
  const files = apiFiles(catalogue, (path) => `https://levels.example/lantern/${path}`, { commit: 'c0ffee', repository: catalogue.site.repository ?? null });
  return new Map(files.map(({ name, text }) => [name, text]));
}

/** Every file that was accepted, by its name. */
export const goldenFiles = (): Map<string, string> =>
  new Map(globSync(`${goldenFolder}/**/*.{json,csv}`).sort().map((path) => [relative(goldenFolder, path), readFileSync(path, 'utf8')]));
