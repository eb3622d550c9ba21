import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check, lanternFiles } from '../memory.ts';
import { requirement, testFindings, withData } from './small-content.ts';

const dark = lanternFiles().get('content/tiers/dark.mdx') ?? '';
const lit = lanternFiles().get('content/tiers/lit.mdx') ?? '';
const messages = (files: Record<string, string>) => check(lanternFiles(files)).problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);

describe('A requirement belongs to the one tier that lists it', () => {
  test('and a tier has its requirements in its own order', () => {
    const { catalogue } = check(lanternFiles());
    for (const tier of catalogue?.tiers ?? []) {
      const file = lanternFiles().get(tier.file) ?? '';
      assert.deepEqual(tier.requirements.map(({ id }) => `- ${id}`), file.match(/- [a-z-]+$/gm) ?? []);
      for (const requirement of tier.requirements) assert.equal(requirement.tier, tier);
    }
  });

  test('two that list it are named, with the file that has it first', () => {
    assert.deepEqual(messages({ 'tiers/lit.mdx': lit.replace('  - night-watch', '  - night-watch\n  - wiring-plan') }).filter((it) => it.includes('already')), [
      'content/tiers/lit.mdx:6: requirement "wiring-plan" is already listed in content/tiers/dark.mdx; list it once',
    ]);
  });

  test('none that lists it is named, unless the file of a tier is wrong, which might', () => {
    const orphan = { 'requirements/oil.mdx': '---\ntitle: Oil\n---\n\nThere is oil.\n' };
    const lost = 'content/requirements/oil.mdx:2: no tier lists requirement "oil"; add it to the requirements of a tier, or delete this file';
    assert.deepEqual(messages(orphan), [lost]);
    assert.ok(!messages({ ...orphan, 'tiers/dark.mdx': dark.replace('level: 2', 'level: two') }).includes(lost));
  });
});

describe('A finding names the file, the place in it and what to write instead', () => {
  testFindings([
    ['a requirement that two tiers list', (content) => withData(content, 'tiers', 1, { requirements: ['night-watch', 'fuse'] }), [
      'tiers/lit.mdx requirements 1: requirement "fuse" is already listed in tiers/dark.mdx; list it once',
    ]],
    ['a requirement that one tier lists twice', (content) => withData(content, 'tiers', 1, { requirements: ['night-watch', 'night-watch'] }), [
      'tiers/lit.mdx requirements 1: requirement "night-watch" is already listed in tiers/lit.mdx; list it once',
    ]],
    ['a listed requirement without a file', (content) => withData(content, 'tiers', 1, { requirements: ['night-watch', 'fuze'] }), [
      'tiers/lit.mdx requirements 1: requirement "fuze" does not exist; did you mean "fuse"?',
    ]],
    ['a requirement that no tier lists', (content) => content.requirements.push(requirement('oil')), [
      'requirements/oil.mdx: no tier lists requirement "oil"; add it to the requirements of a tier, or delete this file',
    ]],
    ['a category of a requirement that there is not', (content) => withData(content, 'requirements', 0, { appliesTo: ['lamp', 'bored'] }), [
      'requirements/fuse.mdx appliesTo 1: category "bored" does not exist; did you mean "board"?',
    ]],
  ]);
});
