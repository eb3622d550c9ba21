import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { BenchOptions, Row } from './part.ts';
import { Starlight } from './starlight.ts';
import { exponent, median, percentile, summary } from './statistics.ts';
import { buildSite, digests, extent, forget, makeWorkspace, type Built } from './workspace.ts';

const usual = [20, 300, 1_000, 5_000];

/** Builds content of each size: cold, with nothing changed, and after an edit of one feature. */
export async function build(options: BenchOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of options.sizes ?? usual) rows.push(await measureSize(size, options));
  return rows.map((row, index) => {
    const before = rows[index - 1];
    if (!before) return row;
    const sizes = [Number(before['features']), Number(row['features'])] as const;
    return { ...row, exponent: exponent(Number(before['cold']), Number(row['cold']), sizes) };
  });
}

async function measureSize(size: number, options: BenchOptions): Promise<Row> {
  const { note } = options;
  const repeat = options.repeat ?? (size > 1_000 ? 1 : 3);
  const folder = makeWorkspace(size);
  const runs: Record<'cold' | 'unchanged' | 'edited', Built[]> = { cold: [], unchanged: [], edited: [] };
  const measure = async (kind: keyof typeof runs) => {
    note(`${size} features, ${kind}`);
    runs[kind].push(await buildSite(folder));
    return digests(join(folder, 'dist'));
  };
  forget(folder);
  await measure('cold');
  const peer = options.peer ? new Starlight(folder, options) : undefined;
  for (let round = 1; round <= repeat; round++) {
    await measure('unchanged');
    editOne(folder, round);
    const edited = await measure('edited');
    forget(folder);
    const cold = await measure('cold');
    if (!isDeepStrictEqual(edited, cold)) throw new Error(`an edit among ${size} features built something else than a cold build`);
    await peer?.build();
  }
  return { ...rowOf(size, folder, runs), ...peer?.columns(runs.cold) };
}

function rowOf(size: number, folder: string, runs: Record<'cold' | 'unchanged' | 'edited', Built[]>): Row {
  const seconds = (kind: keyof typeof runs) => runs[kind].map((it) => it.seconds);
  const middle = (kind: keyof typeof runs) => summary(seconds(kind)).median;
  return {
    features: size,
    cold: middle('cold'),
    'cold p95': summary(seconds('cold')).p95,
    unchanged: middle('unchanged'),
    edited: middle('edited'),
    'edited ÷ cold': Math.round((100 * median(seconds('edited'))) / median(seconds('cold'))) / 100,
    'memory MB': Math.round(percentile(Object.values(runs).flat().map((it) => it.memory), 1)),
    ...extent(join(folder, 'dist')),
  };
}

/** Changes the description of the feature in the middle. */
function editOne(folder: string, round: number): void {
  const names = readdirSync(join(folder, 'content/features')).sort();
  const file = join(folder, 'content/features', names[names.length >> 1] ?? '');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^description: .*(?:\n {2}.*)*/m, `description: Edited for the ${round}. time.`));
}
