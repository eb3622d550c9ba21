import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { everyPage } from '../../../../src/domain/addresses/every-page.ts';
import { lantern } from '../../lantern.ts';

const pages = everyPage(lantern());
const paths = pages.map(({ path }) => path);

describe('Every page that is worth finding is listed once', () => {
  const expected = [
    '',
    'policy/',
    'tiers/1/',
    'tiers/2/',
    'categories/lamp/',
    'categories/board/',
    'features/fog-signal/',
    'features/red-lamp/',
    'features/oak-board/',
    'requirements/',
    'requirements/night-watch/',
    'requirements/wiring-plan/',
    'requirements/spare-bulb/',
  ];
  for (const path of expected) test(`/${path}`, () => assert.equal(paths.filter((it) => it === path).length, 1));

  test('a removed feature too, since its page stays', () => assert.ok(paths.includes('features/pine-board/')));
  test('not a redirect from a former id', () => assert.ok(!paths.some((path) => path.includes('port-lamp'))));
  test('no page twice', () => assert.equal(new Set(paths).size, paths.length));
});

test("A feature's page changed on the day of its newest entry", () => {
  const changed = (id: string) => pages.find(({ path }) => path === `features/${id}/`)?.changed;
  assert.equal(changed('red-lamp'), '2024-02-29');
  assert.equal(changed('pine-board'), '2024-06-01');
});

test('A page without a day of its own says none', () => {
  for (const path of ['', 'policy/', 'tiers/1/'])
    assert.equal(pages.find((it) => it.path === path)?.changed, undefined);
});
