// What the source document makes of each feature, found without any code of ours.
import { readSource, requirementsOf, rowsOf, type Bullet, type Row } from './source-document.ts';

const source = readSource();
export const bullets: Bullet[] = requirementsOf(source);
export const rows: Row[] = rowsOf(source);

const bullet = (words: RegExp): Bullet => {
  const [found, ...others] = bullets.filter(({ blocks }) => words.test(blocks.join('\n')));
  if (!found || others.length > 0) throw new Error(`${words} is not one requirement of the document`);
  return found;
};

/** Which requirement the words of a "missing" cell name, by what the document says; nothing where none does. */
const named: [words: RegExp, bullet: Bullet | undefined][] = [
  [/continuous fuzzing/i, bullet(/fuzzing is required for the architecture/)],
  [/CI testing/i, bullet(/^p: Tests are run in CI/)],
  [/owner/i, bullet(/clearly identified owner/)],
  [/complete implementation/i, bullet(/^p: Complete implementations/)],
  [/full-time maintainer/i, bullet(/^p: Maintainers of a Tier 2 feature are responsive/)],
  [/quality/i, bullet(/acceptable level of quality/)],
  [/unstable wasm proposal/i, undefined],
];

export function bulletNamed(words: string): Bullet | undefined {
  const [found] = named.filter(([pattern]) => pattern.test(words));
  if (!found) throw new Error(`"${words}" is missing in a row, and no test knows what it names`);
  return found[1];
}

/** Two requirements name the kind of feature that they are required of; all others are required of every kind. */
export function appliesTo({ blocks }: Bullet, { category }: Row): boolean {
  const of = /fuzzing is required for (WebAssembly proposals|the architecture of supported targets)/.exec(
    blocks[0] ?? '',
  )?.[1];
  return of === undefined || category === (of === 'WebAssembly proposals' ? 'WebAssembly Proposal' : 'Target');
}

export interface Expected {
  promised: Bullet[];
  /** Its tier asks for it, but its row lists it as missing. */
  excepted: Bullet[];
  unpromised: Bullet[];
}

export function expectedOf(row: Row): Expected {
  const missing = row.missing.map(bulletNamed);
  const applicable = bullets.filter((it) => appliesTo(it, row));
  const asked = applicable.filter(({ tier }) => tier >= row.tier);
  return {
    promised: asked.filter((it) => !missing.includes(it)),
    excepted: asked.filter((it) => missing.includes(it)),
    unpromised: applicable.filter(({ tier }) => tier < row.tier),
  };
}

/** What a cell of the matrix must begin with. */
export function standing(row: Row, it: Bullet): string {
  if (row.missing.map(bulletNamed).includes(it)) return 'missing: ';
  if (!appliesTo(it, row)) return 'not applicable to ';
  if (it.tier >= row.tier) return `promised by Tier ${row.tier}`;
  return it.tier === row.tier - 1
    ? `asked for by Tier ${it.tier}, and not listed as missing`
    : 'beyond the next tier, so not assessed';
}

/** A name of the document as readers see it, and the id that its feature has here. */
export const plain = (words: string): string => words.replaceAll(/[`*]/g, '');
export const idOf = ({ name }: Row): string => plain(name).toLowerCase().replaceAll(' ', '-');
