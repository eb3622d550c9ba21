import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lostAddresses } from '../../../../src/domain/diff/lost-addresses.ts';
import { lanternFile, publishedWith } from '../../content-in-memory.ts';

const base = publishedWith();

test('an address of any kind is reported as broken if nothing replaces it', () => {
  const head = {
    ...base,
    features: base.features
      .slice(1)
      .map((it) => ({ ...it, formerIds: [], history: it.history.filter(({ date }) => date !== '2024-02-29') })),
    requirements: base.requirements.slice(1),
    categories: base.categories.slice(1),
    tiers: base.tiers.slice(1),
  };
  assert.deepEqual(lostAddresses(base, head), [
    'features/fog-signal/',
    'features/port-lamp/',
    'requirements/night-watch/',
    'categories/lamp/',
    'tiers/1/',
    'snapshots/2024-02-29/',
  ]);
});

test('unchanged content and a rename with a former id break no address', () => {
  assert.deepEqual(lostAddresses(base, base), []);
  const fog = lanternFile('features/fog-signal.mdx').replace('aliases:', 'formerIds: [fog-signal]\naliases:');
  assert.deepEqual(
    lostAddresses(base, publishedWith({ 'features/fog-signal.mdx': undefined, 'features/fog.mdx': fog })),
    [],
  );
  const plan = lanternFile('requirements/wiring-plan.mdx').replace('title:', 'formerIds: [wiring-plan]\ntitle:');
  assert.deepEqual(
    lostAddresses(
      base,
      publishedWith({
        'requirements/wiring-plan.mdx': undefined,
        'requirements/plan.mdx': plan,
        'tiers/dark.mdx': lanternFile('tiers/dark.mdx').replace('wiring-plan', 'plan'),
      }),
    ),
    [],
  );
});
