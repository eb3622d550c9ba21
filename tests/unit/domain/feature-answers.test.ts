import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOf } from '../../../src/domain/feature-answers.ts';
import type { Feature } from '../../../src/domain/catalogue/catalogue.ts';
import { sourcesOf } from '../../../src/domain/evidence.ts';
import { featureOf, lantern } from '../lantern.ts';

const catalogue = lantern();
catalogue.site.answers = [
  { label: 'Watch', requirement: 'night-watch' },
  { label: 'Height', detail: 'Height' },
];
const proof = (about: string | undefined, says: string) => ({
  says,
  url: `https://git.example/${says.length}`,
  also: [],
  about,
  contradicts: undefined,
});
const lamp = (facts: Partial<Feature>): Feature => ({ ...featureOf(catalogue, 'red-lamp'), ...facts });
const watch = (says: string) => {
  const feature = lamp({ evidence: [proof('night-watch', says)] });
  const [answer] = answersOf(catalogue, feature, catalogue.requirements);
  return [answer?.says, answer?.evidence.map((it) => it.says)];
};

test('a Yes or No at the start of the evidence becomes the short answer', () => {
  assert.deepEqual(watch('Yes, by two keepers'), ['Yes', ['By two keepers']]);
  assert.deepEqual(watch('No; nobody is there.'), ['No', ['Nobody is there.']]);
  assert.deepEqual(watch('Notes are kept'), ['', ['Notes are kept']]);
});

test('sources are numbered in the order warning, default, questions, first release and the rest', () => {
  const feature = lamp({
    warning: { says: 'It flickers.', url: 'https://git.example/flicker' },
    evidence: [
      proof(undefined, 'It is red.'),
      proof('introduced', 'Since May.'),
      proof('night-watch', 'A keeper watches it.'),
      proof('default', 'Off.'),
    ],
  });
  assert.deepEqual(
    sourcesOf(catalogue.site, feature).map(({ number, says }) => `${number} ${says}`),
    ['1 It flickers.', '2 Off.', '3 A keeper watches it.', '4 Height: 9 m', '5 Since May.', '6 It is red.'],
  );
});
