// A large page is imported completely, in a time that grows with its rows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentFiles } from '../../src/import/content-files.ts';
import { readDocument } from '../../src/import/read-document.ts';
import { readPage } from '../../src/import/read-page.ts';

const rows = (rowOf: (at: number) => string): string => Array.from({ length: 3000 }, (_, at) => rowOf(at)).join('\n');
const read = (text: string) => readDocument(readPage([{ name: 'page.md', text }], 'https://a.example/'));

test('a page with 3000 rows, 50 footnotes and 1000 list items is read within 20 seconds of processor time', () => {
  const table = rows((at) => `| a${at} | [^${at % 50}] | Tier ${1 + (at % 3)} |`);
  const lists = Array.from({ length: 1000 }, (_, at) => `- ${'x '.repeat(at % 20)}`).join('\n');
  const start = process.cpuUsage();
  const document = read(`# A\n\n| Name | N | Tier |\n|-|-|-|\n${table}\n\n## Tier 1\n\n${lists}\n`);
  assert.ok(process.cpuUsage(start).user < 20e6);
  assert.equal(document.rows.length, 3000);
});

test('a page with 3000 rows of equal or different names is imported within 8 seconds of processor time', () => {
  for (const nameOf of [() => 'same', (at: number) => `n${at}`]) {
    const start = process.cpuUsage();
    contentFiles(read(`# A\n\n## Tier 1\n\n| Category | Name |\n|-|-|\n${rows((at) => `| Lamp | ${nameOf(at)} |`)}\n`), {
      date: '2024-05-31',
    });
    assert.ok(process.cpuUsage(start).user < 8e6);
  }
});
