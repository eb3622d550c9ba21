import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undrawnCharacters } from '../../../src/check/card-characters.ts';
import { check, featureWith, lanternFile, lanternFiles, linesOf } from '../content-in-memory.ts';

const onlyGreek = () => Promise.resolve((character: string) => /\p{Script=Greek}/u.test(character));
const entry = (more: string) => `- date: 2023-11-05\n  source: https://git.example/1\n${more}`;
const lacking = entry('  tier: 2\n  missing:\n    - as: 計\n  note: 注');
const removed = entry('  removed: true\n  note: 注');

async function notesOn(changes: Record<string, string>): Promise<string[]> {
  const checked = check(lanternFiles(changes));
  return linesOf(await undrawnCharacters(checked, onlyGreek));
}

test('text on a card is reported with its line and up to five characters that no font has', async () => {
  const board = 'features/oak-board.mdx';
  const noFont = (characters: string) =>
    `no font of the cards has ${characters}; a card with this text shows boxes instead`;
  const feature = (newest: string, description = '灯台') =>
    featureWith(newest)
      .replace('name: oak-board', 'name: αβγ 中a中 🦀')
      .replace(/(?<=description: ).*/, description);
  const name = `${board}:2:7: ${noFont('"中" (U+4E2D), "🦀" (U+1F980)')}`;
  const cases: [changes: Record<string, string>, expected: string[]][] = [
    [{ [board]: feature(entry('  tier: 1')) }, [name, `${board}:4:14: ${noFont('"灯" (U+706F), "台" (U+53F0)')}`]],
    [{ [board]: feature(lacking) }, [name, `${board}:10:13: ${noFont('"計" (U+8A08)')}`]],
    [{ [board]: feature(removed) }, [name, `${board}:9:11: ${noFont('"注" (U+6CE8)')}`]],
    [
      { 'site.yaml': lanternFile('site.yaml').replace(/(?<=^title: ).*/m, '一二三四五六七') },
      [
        `site.yaml:1:8: ${noFont('"一" (U+4E00), "二" (U+4E8C), "三" (U+4E09), "四" (U+56DB), "五" (U+4E94) and 2 more')}`,
      ],
    ],
  ];
  for (const [changes, expected] of cases) assert.deepEqual(await notesOn(changes), expected);
});

test('the names of tiers, requirements, categories and the document are checked', async () => {
  for (const [name, from, to] of [
    ['tiers/lit.mdx', /(?<=title: ).*/, '灯'],
    ['tiers/lit.mdx', 'title:', 'label: 灯\ntitle:'],
    ['tiers/lit.mdx', 'title:', 'mark: 灯\ntitle:'],
    ['requirements/night-watch.mdx', /(?<=title: ).*/, '灯'],
    ['categories.yaml', /(?<=plural: ).*/, '灯'],
    ['policy/document.mdx', /# How .*/, '# 灯'],
  ] as const) {
    const text = lanternFile(name).replace(from, to);
    const [note, ...others] = await notesOn({ [name]: text });
    assert.match(note ?? '', new RegExp(`^${name}:\\d+:\\d+: no font of the cards has "灯"`));
    assert.deepEqual(others, []);
  }
});

test('no font is opened for Latin text and invisible characters', async () => {
  const text = featureWith(entry('  tier: 1')).replace('oak-board', 'Größe ½ \u200d');
  const checked = check(lanternFiles({ 'features/oak-board.mdx': text }));
  assert.deepEqual(await undrawnCharacters(checked, () => assert.fail('a font is opened')), []);
});
