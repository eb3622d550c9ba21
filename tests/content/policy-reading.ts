// What the source document says of combinations, read from its tables and sentences alone: nothing of src is used here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { blocksOf, readSource, rowsOf, type Row } from './source-document.ts';

const source = readSource();
export const rows = rowsOf(source);
const blocks = blocksOf(source);

/** The sentence on which every answer about a pair rests; the tests fail when the document no longer says it. */
const sentence =
  'all Tier 2 targets must implement all of the Tier 1 WebAssembly proposals, and all Tier 2 features must be implemented on all Tier 1 targets.';
assert.ok(
  blocks.some((block) => block.endsWith(sentence)),
  'the document says what is promised of pairs',
);
assert.ok(
  blocks.some((block) => block.includes('Each tier additionally encompasses all the guarantees of previous tiers.')),
);

export const isTarget = ({ category }: Row): boolean => category === 'Target';
export const idOf = ({ name }: Row): string =>
  ({ 'Non-Wasmtime Cranelift usage': 'non-wasmtime-cranelift-usage', 'DWARF debugging': 'dwarf-debugging' })[name] ??
  name.replaceAll('`', '');
export const nameOf = ({ name }: Row): string => name.replaceAll('`', '');

/** Tier 1 with Tier 1, and Tier 1 with Tier 2 either way round. */
export const isPairPromised = (a: Row, b: Row): boolean => ['1 1', '1 2', '2 1'].includes(`${a.tier} ${b.tier}`);

interface Bullet {
  tier: number;
  title: string;
  words: string;
}

const titles = [
  'low-maintenance-overhead',
  'no-known-major-bugs',
  'code-quality',
  'path-to-completion',
  'clear-owner',
  'ci-testing',
  'complete-implementation',
  'shared-minor-maintenance',
  'responsive-maintainers',
  'maintainers-consulted',
  'fuzzed-proposal',
  'fuzzed-architecture',
  'security-releases',
  'broadly-maintainable',
  'rfc-for-major-changes',
].map((id) => /^title: (.*)$/m.exec(readFileSync(`content/requirements/${id}.mdx`, 'utf8'))?.[1] ?? id);

/** The fifteen bullets in the document's order (Tier 3 first), each with our short label for it. */
export const bullets: Bullet[] = (() => {
  let tier = 0;
  const found: Omit<Bullet, 'title'>[] = [];
  for (const block of blocks) {
    const heading = /^heading: Tier (\d) - /.exec(block);
    if (heading) tier = Number(heading[1]);
    // The second paragraph of a bullet begins no requirement; the document has one such.
    if (tier > 0 && block.startsWith('li p: ') && !block.startsWith('li p: In general Tier 3'))
      found.push({ tier, words: block.slice('li p: '.length) });
  }
  assert.equal(found.length, titles.length);
  return found.map((bullet, index) => ({ ...bullet, title: titles[index] ?? '' }));
})();

const isAsked = ({ words }: Bullet, { category }: Row): boolean => {
  if (words.startsWith('Continuous fuzzing is required for WebAssembly proposals'))
    return category === 'WebAssembly Proposal';
  if (words.startsWith('Continuous fuzzing is required for the architecture of supported targets'))
    return isTarget({ category } as Row);
  return true;
};

/** Which bullet a missing cell's words name; "unstable wasm proposal" names none. */
const named: [RegExp, string][] = [
  [/fuzzing/i, 'Continuous fuzzing is required for the architecture'],
  [/CI testing/i, 'Tests are run in CI'],
  [/owner/i, 'New components in Wasmtime must have a clearly identified owner'],
  [/complete implementation/i, 'Complete implementations for anything'],
  [/full-time maintainer/i, 'Maintainers of a Tier 2 feature are responsive'],
  [/improved quality/i, 'Code included into the Wasmtime project must be of an acceptable level'],
];
const isNamed = (bullet: Bullet, words: string): boolean =>
  named.some(([cell, start]) => cell.test(words) && bullet.words.startsWith(start));
const isMissing = (bullet: Bullet, { missing }: Row): boolean => missing.some((words) => isNamed(bullet, words));

const has = (row: Row, bullet: Bullet): boolean =>
  isAsked(bullet, row) && bullet.tier >= row.tier && !isMissing(bullet, row);

/** The answer for a whole combination, in plain sets. */
export function readCombination(members: readonly Row[]) {
  const tier = Math.max(...members.map((row) => row.tier));
  const asked = bullets.filter((bullet) => members.some((row) => isAsked(bullet, row)));
  const isWhole = (bullet: Bullet) =>
    bullet.tier >= tier && members.every((row) => !isAsked(bullet, row) || has(row, bullet));
  const targets = members.filter(isTarget);
  const others = members.filter((row) => !isTarget(row));
  return {
    tier,
    weakest: members
      .filter((row) => row.tier === tier)
      .map(nameOf)
      .sort(),
    promised: asked
      .filter(isWhole)
      .map(({ title }) => title)
      .sort(),
    notPromised: asked
      .filter((it) => !isWhole(it))
      .map(
        (it) =>
          `${it.title}: ${members
            .filter((row) => has(row, it))
            .map(nameOf)
            .sort()
            .join()}`,
      )
      .sort(),
    pairs: targets
      .flatMap((on) => others.map((it) => `${nameOf(it)} on ${nameOf(on)}: ${isPairPromised(on, it)}`))
      .sort(),
    missing: members
      .filter((row) => row.tier > 1)
      .map((row) => {
        const later = bullets
          .filter((it) => it.tier < row.tier - 1 && isAsked(it, row) && !isMissing(it, row))
          .map(({ title }) => title);
        const listed = row.missing.map((cell) =>
          bullets.some((bullet) => isNamed(bullet, cell)) ? cell : `${cell} (no written requirement)`,
        );
        return `${nameOf(row)}: ${listed.join()}; ${later.sort().join()}`;
      })
      .sort(),
  };
}
