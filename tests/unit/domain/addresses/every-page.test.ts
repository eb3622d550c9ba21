import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyPage } from '../../../../src/domain/addresses/every-page.ts';
import { lantern } from '../../lantern.ts';

const pages = everyPage(lantern());
const paths = pages.map(({ path }) => path);

test('every page is listed once, including those of removed features but no redirects', () => {
  for (const path of ['', 'policy/', 'tiers/2/', 'categories/board/', 'features/red-lamp/', 'features/pine-board/'])
    assert.ok(paths.includes(path), path);
  for (const path of ['requirements/', 'requirements/night-watch/']) assert.ok(paths.includes(path), path);
  assert.ok(!paths.some((path) => path.includes('port-lamp')));
  assert.equal(new Set(paths).size, paths.length);
});

test('a feature page has the date of its newest entry, and the home, policy and tier pages have no date', () => {
  const changed = (path: string) => pages.find((it) => it.path === path)?.changed;
  assert.equal(changed('features/red-lamp/'), '2024-02-29');
  assert.equal(changed('features/pine-board/'), '2024-06-01');
  for (const path of ['', 'policy/', 'tiers/1/']) assert.equal(changed(path), undefined);
});
