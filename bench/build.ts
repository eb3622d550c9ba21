import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { BareSite } from './bare-site.ts';
import type { BenchOptions, Peer, Row, Runs, Size } from './part.ts';
import { Starlight } from './starlight.ts';
import { exponent, percentile, ratio, summary } from './statistics.ts';
import { buildSite, digests, extent, forget, makeWorkspace, putAway, type Built } from './workspace.ts';

const usual = ['own', 20, 300, 1_000, 5_000] as const;

/** Builds content of each size: cold, with the caches kept but no site, with nothing changed, and after an edit of one feature. */
export async function build(options: BenchOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of options.sizes ?? usual) rows.push(await measureSize(size, options));
  return rows.map((row, index) => {
    const before = rows[index - 1];
    if (typeof before?.['features'] !== 'number' || typeof row['features'] !== 'number') return row;
    const sizes = [before['features'], row['features']] as const;
    return { ...row, exponent: exponent(Number(before['cold']), Number(row['cold']), sizes) };
  });
}

async function measureSize(size: Size, options: BenchOptions): Promise<Row> {
  const { note } = options;
  const repeat = options.repeat ?? (Number(size) > 1_000 ? 1 : 3);
  const folder = makeWorkspace(size);
  const runs: Runs = { cold: [], kept: [], unchanged: [], edited: [] };
  const measure = async (kind: keyof Runs) => {
    note(`${size} features, ${kind}`);
    runs[kind].push(await buildSite(folder));
    return digests(join(folder, 'dist'));
  };
  forget(folder);
  await measure('cold');
  const peers: Peer[] = [new BareSite(), ...(options.peer ? [new Starlight(folder, options)] : [])];
  for (let round = 1; round <= repeat; round++) {
    putAway(join(folder, 'dist'));
    await measure('kept');
    await measure('unchanged');
    editOne(folder, round);
    const edited = await measure('edited');
    forget(folder);
    const cold = await measure('cold');
    if (!isDeepStrictEqual(edited, cold))
      throw new Error(`an edit among ${size} features built something else than a cold build`);
    for (const peer of peers) await peer.build();
  }
  return Object.assign(rowOf(size, folder, runs), ...peers.map((peer) => peer.columns(runs))) as Row;
}

function rowOf(size: Size, folder: string, runs: Runs): Row {
  const middle = (kind: keyof Runs) => summary(runs[kind].map((it) => it.seconds));
  return {
    features: size,
    cold: middle('cold').median,
    'cold p95': middle('cold').p95,
    kept: middle('kept').median,
    unchanged: middle('unchanged').median,
    edited: middle('edited').median,
    'edited ÷ cold': ratio(middle('edited'), middle('cold')),
    'memory MB': Math.round(
      percentile(
        Object.values(runs)
          .flat()
          .map((it: Built) => it.memory),
        1,
      ),
    ),
    ...extent(join(folder, 'dist')),
  };
}

/** Changes the description of the feature in the middle. */
function editOne(folder: string, round: number): void {
  const names = readdirSync(join(folder, 'content/features')).sort();
  const file = join(folder, 'content/features', names[names.length >> 1] ?? '');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/^description: .*(?:\n {2}.*)*/m, `description: Edited for the ${round}. time.`),
  );
}
