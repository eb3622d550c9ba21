// Valid content of any size, the same for the same seed: the policy of an existing folder with invented features.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { addressList } from '../src/check/address-list.ts';
import { checkContent } from '../src/check/check-content.ts';
import type { Catalogue, Category, Feature, Tier } from '../src/domain/catalogue/catalogue.ts';
import { currentEntry } from '../src/domain/history.ts';
import { tierAbove } from '../src/domain/tier.ts';
import * as vocabulary from './vocabulary.ts';

/** A seeded random number generator from 0 to 1 (mulberry32). */
export class Chance {
  private state: number;
  constructor(seed: number) {
    this.state = seed;
  }
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  /** A whole number from `least` to `most`. */
  between = (least: number, most: number): number => least + Math.floor(this.next() * (most - least + 1));
  one<T>(list: readonly T[]): T {
    const chosen = list[this.between(0, list.length - 1)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }
  /** Up to `count` items of a list, in its order; fewer if an item is drawn twice. */
  some = <T>(list: readonly T[], count: number): T[] => {
    const chosen = new Set(Array.from({ length: count }, () => this.one(list)));
    return list.filter((it) => chosen.has(it));
  };
}

/** Writes a content folder with `count` features; replaces an existing folder. */
export function generateContent(folder: string, count: number, { from = 'content', seed = 1 } = {}): void {
  const { catalogue } = checkContent(from);
  if (!catalogue) throw new Error(`${from} has errors; fix them first`);
  rmSync(folder, { recursive: true, force: true });
  const left = [join(from, 'features'), addressList(from)];
  cpSync(from, folder, { recursive: true, filter: (path) => !left.some((it) => path.startsWith(it)) });
  mkdirSync(join(folder, 'features'), { recursive: true });
  const document = join(folder, 'policy', 'document.mdx');
  writeFileSync(document, readFileSync(document, 'utf8').replace(/^rows:\n(?: +- .*\n)+/m, ''));
  const chance = new Chance(seed);
  const taken = new Set<string>(catalogue.requirements.map(({ id }) => id));
  const models = catalogue.features.filter((feature) => currentEntry(feature).tier);
  for (let made = 0; made < count; made++) {
    // Modelling each feature on a real one keeps the distribution of categories and tiers.
    const model = chance.one(models);
    let name = model.category.platform ? vocabulary.target(chance) : vocabulary.proposal(chance);
    while (taken.has(name)) name = `${name}-${chance.between(2, 99)}`;
    taken.add(name);
    writeFileSync(join(folder, 'features', `${name}.mdx`), feature(name, model, catalogue, chance));
  }
}

function feature(name: string, model: Feature, catalogue: Catalogue, chance: Chance): string {
  const address = `https://example.org/${name}`;
  const data = {
    name,
    category: model.category.id,
    description: vocabulary.sentence(chance, 6, 18),
    aliases: chance.some(vocabulary.aliases, chance.between(0, 4)),
    maintainers: chance.some(vocabulary.people, chance.between(0, 2)),
    links: [{ label: 'Proposal', url: address }],
    introduced: { release: `${chance.between(0, 40)}.0.0` },
    evidence: Array.from({ length: chance.between(1, 4) }, (_, at) => ({
      says: vocabulary.sentence(chance, 5, 12),
      url: `${address}#L${at + 1}`,
    })),
    history: history(address, model, catalogue, chance),
  };
  const note = chance.next() < 0.1 ? `${vocabulary.sentence(chance, 12, 40)}\n` : '';
  return `---\n${stringify(data)}---\n${note}`;
}

/** One to six entries, newest first, from the model's tier, each at most one tier above or below the next. */
function history(address: string, model: Feature, { tiers }: Catalogue, chance: Chance): object[] {
  let level = currentEntry(model).tier?.level ?? tiers.length;
  let year = 2025;
  const count = chance.between(1, 6);
  return Array.from({ length: count }, (_, at) => {
    const tier = tiers[level - 1];
    level = Math.min(tiers.length, Math.max(1, level + chance.one([-1, 1])));
    year -= chance.between(1, 2);
    const date = `${year}-${String(chance.between(1, 12)).padStart(2, '0')}-20`;
    return {
      date,
      tier: tier?.level,
      missing: missing(tier, tiers, model.category, chance),
      source: `${address}/pull/${count - at}`,
    };
  });
}

/** One or two requirements of the next tier, half of them with other words than the requirement's title. */
function missing(tier: Tier | undefined, tiers: readonly Tier[], category: Category, chance: Chance): object[] {
  const above = tier && tierAbove(tiers, tier);
  const open = above?.requirements.filter(({ appliesTo }) => appliesTo.includes(category)) ?? [];
  if (open.length === 0) return [];
  return chance
    .some(open, chance.between(1, 2))
    .map(({ id, title }) => ({ as: chance.one([title, `More ${title.toLowerCase()}`]), requirement: id }));
}
