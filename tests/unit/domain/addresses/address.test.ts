import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address } from '../../../../src/domain/addresses/address.ts';
import { featureOf, lantern, requirementOf, tierOf } from '../../lantern.ts';

const content = lantern();

test('pages keep their published addresses', () => {
  assert.deepEqual([address.home, address.policy, address.requirements], ['', 'policy/', 'requirements/']);
  assert.equal(address.tier(tierOf(content, 2)), 'tiers/2/');
  assert.equal(address.feature(featureOf(content, 'red-lamp')), 'features/red-lamp/');
  assert.equal(address.requirement(requirementOf(content, 'night-watch')), 'requirements/night-watch/');
  assert.equal(address.category({ id: 'lamp' }), 'categories/lamp/');
});

test('every address is relative to the base of the site', () => {
  for (const [name, path] of Object.entries(address))
    if (typeof path === 'string') assert.doesNotMatch(path, /^\/|^https?:/, name);
});
