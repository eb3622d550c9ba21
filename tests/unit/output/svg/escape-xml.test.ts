import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeXml } from '../../../../src/output/svg/escape-xml.ts';

test('XML syntax in text is escaped for elements and attributes', () => {
  assert.equal(escapeXml(`<a href="b">'c' & d</a>`), '&lt;a href=&quot;b&quot;&gt;&apos;c&apos; &amp; d&lt;/a&gt;');
  assert.equal(escapeXml('&amp;'), '&amp;amp;');
});

test('letters of any script, emoji, tabs and line ends stay as they are', () => {
  const text = 'Größe\tनमस्ते\r\n漢字 🏮 \u{10FFFF}';
  assert.equal(escapeXml(text), text);
});

test('characters that XML does not allow are removed', () => {
  assert.equal(escapeXml('a\u0000b\u0008c\u001Bd\uFFFEe\uFFFFf\uD800g'), 'abcdefg');
});
