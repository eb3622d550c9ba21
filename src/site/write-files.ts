// Runs beside Astro, on a thread of its own: writes every file that is no page into the folder that it is given.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';
import { everyFile } from './files.ts';

const folder = workerData as string;
const made = new Set<string>();
const { catalogue, problems } = checkContent(readEnvironment().content);
if (!catalogue) throw new ContentError(problems);
for (const [name, make] of everyFile(catalogue)) {
  const path = join(folder, name);
  if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
  made.add(dirname(path));
  writeFileSync(path, await make());
}
