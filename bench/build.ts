import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchOptions, Row } from './part.ts';
import { starlight } from './starlight.ts';
import { exponent, median, ratio, rounded } from './statistics.ts';
import { buildSite, makeWorkspace, putAway, type Size } from './workspace.ts';

/** The seconds of each build by round, and the peak memory of the project's own builds in MB. */
type Runs = Record<'cold' | 'cards cached' | 'starlight' | 'lean', number[]> & { memory: number };

/** Builds content of each size: with no caches, with that of the social cards, and, where asked, with Starlight. */
export async function build(options: BenchOptions): Promise<Row[]> {
  const rows: Row[] = [];
  let before: { size: number; cold: number } | undefined;
  for (const size of options.sizes ?? (['own', 300, 1_000, 5_000] as const)) {
    const { runs, cards } = await measure(size, options);
    const [cold, cached] = [median(runs.cold), median(runs['cards cached'])];
    rows.push({
      features: size,
      'cold s': rounded(cold),
      'cards cached s': rounded(cached),
      'ms a card': rounded(((cold - cached) * 1000) / cards),
      'memory MB': Math.round(runs.memory),
      ...(before && size !== 'own' && { exponent: rounded(exponent(before.cold, cold, [before.size, size])) }),
      ...(options.peer && {
        'Starlight s': rounded(median(runs.starlight)),
        'cold ÷ Starlight': rounded(ratio(runs.cold, runs.starlight)),
        'lean s': rounded(median(runs.lean)),
        'cards cached ÷ lean': rounded(ratio(runs['cards cached'], runs.lean)),
      }),
    });
    before = size === 'own' ? undefined : { size, cold };
  }
  return rows;
}

/** Runs the builds alternately, so that other load on the machine affects all of them equally. */
async function measure(size: Size, options: BenchOptions): Promise<{ runs: Runs; cards: number }> {
  const folder = makeWorkspace(size);
  const runs: Runs = { cold: [], 'cards cached': [], starlight: [], lean: [], memory: 0 };
  const ours = async (kind: 'cold' | 'cards cached', forgotten: string[]) => {
    options.note(`${size} features, ${kind}`);
    putAway(...['dist', '.astro', 'node_modules', ...forgotten].map((part) => join(folder, part)));
    const { seconds, memory } = await buildSite(folder);
    runs[kind].push(seconds);
    runs.memory = Math.max(runs.memory, memory);
  };
  let peer: ReturnType<typeof starlight> | undefined;
  for (let round = 1; round <= (options.repeat ?? (Number(size) > 1_000 ? 1 : 3)); round++) {
    await ours('cold', ['.cache']);
    // Deletes Astro's cache, so that only the cards stay cached.
    await ours('cards cached', ['.cache/astro']);
    if (!options.peer) continue;
    peer ??= starlight(folder, options.note);
    for (const variant of ['starlight', 'lean'] as const) {
      options.note(`${size} features, ${variant}`);
      runs[variant].push(await peer(variant));
    }
  }
  return { runs, cards: globSync('dist/cards/**/*.png', { cwd: folder }).length };
}
