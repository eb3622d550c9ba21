import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, one, readPage, tag, textOf } from './html.ts';

test('the error page says that the page does not exist, and links to the features and the policy', () => {
  const main = one(readPage('404.html'), tag('main'), 'main');
  assert.match(textOf(main), /does not exist|not found/i);
  const links = all(main, tag('a')).map(({ properties }) => properties['href']);
  assert.deepEqual(links, ['/', '/policy/']);
});
