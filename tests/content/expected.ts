// What the source document says about features, requirements and combinations, read without the project's own code.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { documented } from '../sites.ts';
import { documentOfTheDay, markdownBlocks, requirementsOf, rowsOf, type Row } from './source-document.ts';

export const rows: Row[] = rowsOf(documentOfTheDay);

/** A name as readers see it, and the id of its feature. */
export const plain = (text: string): string => text.replaceAll(/[`*]/g, '');
export const nameOf = ({ name }: Row): string => plain(name);
export const idOf = ({ name }: Row): string => plain(name).toLowerCase().replaceAll(' ', '-');

/** What a page calls a single feature of a row's category. */
export const kindOf = ({ category }: Pick<Row, 'category'>): string =>
  plain(category) === 'misc' ? 'Other feature' : plain(category);

export interface Bullet {
  id: string;
  /** The short label that the content gives it. */
  title: string;
  tier: number;
  blocks: string[];
}

/** The requirements in the document's order; each tier's file names them in the same order. */
export const bullets: Bullet[] = (() => {
  const idsOf = Map.groupBy(
    readdirSync(`${documented}/tiers`).flatMap((name) => {
      const { level, requirements } = frontmatter(`tiers/${name}`) as { level: number; requirements: string[] };
      return requirements.map((id) => ({ level, id }));
    }),
    ({ level }) => level,
  );
  return requirementsOf(documentOfTheDay).map(({ tier, blocks }) => {
    const id = idsOf.get(tier)?.shift()?.id ?? assert.fail();
    return { id, title: String(frontmatter(`requirements/${id}.mdx`)['title']), tier, blocks };
  });
})();

function frontmatter(path: string): Record<string, unknown> {
  return parse(readFileSync(`${documented}/${path}`, 'utf8').split(/^---$/m)[1] ?? '') as Record<string, unknown>;
}

const bulletMatching = (pattern: RegExp): Bullet => {
  const [found, ...others] = bullets.filter(({ blocks }) => pattern.test(blocks.join('\n')));
  assert.ok(found && others.length === 0, `${pattern} is not one requirement of the document`);
  return found;
};

/** The requirement that the text of a "missing" cell refers to; undefined if the document has none. */
const cellMeanings: [pattern: RegExp, bullet: Bullet | undefined][] = [
  [/continuous fuzzing/i, bulletMatching(/fuzzing is required for the architecture/)],
  [/CI testing/i, bulletMatching(/^p: Tests are run in CI/)],
  [/owner/i, bulletMatching(/clearly identified owner/)],
  [/complete implementation/i, bulletMatching(/^p: Complete implementations/)],
  [/full-time maintainer/i, bulletMatching(/^p: Maintainers of a Tier 2 feature are responsive/)],
  [/quality/i, bulletMatching(/acceptable level of quality/)],
  [/unstable wasm proposal/i, undefined],
];

export function bulletNamed(cell: string): Bullet | undefined {
  const [found] = cellMeanings.filter(([pattern]) => pattern.test(cell));
  assert.ok(found, `"${cell}" is missing in a row, and no test knows what it names`);
  return found[1];
}
const isMissing = ({ missing }: Row, bullet: Bullet): boolean => missing.some((cell) => bulletNamed(cell) === bullet);

export const isTarget = ({ category }: Pick<Row, 'category'>): boolean => category === 'Target';

/** Two requirements name the category that they apply to. All others apply to every category. */
export function appliesTo({ blocks }: Bullet, row: Row): boolean {
  const [, only] =
    /fuzzing is required for (WebAssembly proposals|the architecture of supported targets)/.exec(blocks[0] ?? '') ?? [];
  if (only === 'WebAssembly proposals') return row.category === 'WebAssembly Proposal';
  return only === undefined || isTarget(row);
}

export interface Expected {
  required: Bullet[];
  /** Required by its tier, but listed as missing in its row. */
  excepted: Bullet[];
  notRequired: Bullet[];
}

export function expectedOf(row: Row): Expected {
  const applicable = bullets.filter((it) => appliesTo(it, row));
  const requiredByTier = applicable.filter(({ tier }) => tier >= row.tier);
  return {
    required: requiredByTier.filter((it) => !isMissing(row, it)),
    excepted: requiredByTier.filter((it) => isMissing(row, it)),
    notRequired: applicable.filter(({ tier }) => tier < row.tier),
  };
}

/** What a cell of the matrix must say. */
export function cellText(row: Row, bullet: Bullet): RegExp {
  if (isMissing(row, bullet)) return /^unmet: “.+”$/;
  if (!appliesTo(bullet, row)) return /^not applicable to .+s$/;
  if (bullet.tier >= row.tier) return new RegExp(`^required by Tier ${row.tier}(?:, but evidence says otherwise)?$`);
  return bullet.tier === row.tier - 1
    ? new RegExp(`^required by Tier ${bullet.tier}, not listed as missing$`)
    : /^beyond the next tier, so not assessed$/;
}

assert.ok(
  markdownBlocks(documentOfTheDay).some((block) =>
    block.endsWith(
      'all Tier 2 targets must implement all of the Tier 1 WebAssembly proposals, and all Tier 2 features must be implemented on all Tier 1 targets.',
    ),
  ),
);

/** By that sentence, Tier 1 is guaranteed with Tier 1 and with Tier 2. */
export const isPairCovered = (a: Row, b: Row): boolean => ['1 1', '1 2', '2 1'].includes(`${a.tier} ${b.tier}`);

/** What a tier requires, but the document itself denies: lines 64, 195 and 196 of it. */
const denied = [
  'DWARF debugging: Clear owner',
  'x86_64-apple-darwin: Continuous fuzzing of architectures',
  'x86_64-pc-windows-msvc: Continuous fuzzing of architectures',
];

/** The expected answer for a combination. */
export function expectedCombination(members: readonly Row[]) {
  const tier = Math.max(...members.map((row) => row.tier));
  const holds = (row: Row, bullet: Bullet) =>
    expectedOf(row).required.includes(bullet) && !denied.includes(`${nameOf(row)}: ${bullet.title}`);
  const applicable = bullets.filter((it) => members.some((row) => appliesTo(it, row)));
  const isWhole = (it: Bullet) => it.tier >= tier && members.every((row) => !appliesTo(it, row) || holds(row, it));
  const namesOf = (found: readonly Row[]) => found.map(nameOf).sort();
  return {
    tier,
    weakest: namesOf(members.filter((row) => row.tier === tier)),
    covered: applicable
      .filter(isWhole)
      .map(({ title }) => title)
      .sort(),
    notCovered: applicable
      .filter((it) => !isWhole(it))
      .map((it) => `${it.title}: ${namesOf(members.filter((row) => holds(row, it))).join()}`)
      .sort(),
    pairs: members
      .filter(isTarget)
      .flatMap((on) =>
        members.filter((row) => !isTarget(row)).map((it) => `${nameOf(it)} on ${nameOf(on)}: ${isPairCovered(on, it)}`),
      )
      .sort(),
    missing: members
      .filter((row) => row.tier > 1)
      .map((row) => {
        const later = expectedOf(row).notRequired.filter((it) => it.tier < row.tier - 1 && !isMissing(row, it));
        const cells = row.missing.map((cell) => (bulletNamed(cell) ? cell : `${cell} (no written requirement)`));
        return `${nameOf(row)}: ${cells.join()}; ${later
          .map(({ title }) => title)
          .sort()
          .join()}`;
      })
      .sort(),
  };
}
