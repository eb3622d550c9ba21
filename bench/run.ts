// npm run bench [-- PART…] [--sizes own,300] [--repeat N] [--peer starlight]: measures all parts, or those named.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { filter } from './filter.ts';
import { pages } from './pages.ts';
import type { Row } from './part.ts';

const parts = { build, pages, filter };
type Part = keyof typeof parts;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string' }, repeat: { type: 'string' }, peer: { type: 'string' } },
});
const isPart = (name: string): name is Part => Object.hasOwn(parts, name);
if (!positionals.every(isPart)) throw new Error(`the parts are ${Object.keys(parts).join(', ')}`);
if (![undefined, 'starlight'].includes(values.peer)) throw new Error('--peer can be starlight');

/** Parses a positive whole number; throws for anything else. */
function count(written: string): number {
  if (!/^[1-9]\d*$/.test(written))
    throw new Error(`"${written}" is not a valid number; write a whole number, or "own" as a size`);
  return Number(written);
}

/** A table in the format of BENCHMARKS.md. */
function markdownTable(rows: readonly Row[]): string {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => heads.map((head) => row[head]?.toLocaleString('en') ?? ''));
  return [heads, heads.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

const sizes = values.sizes?.split(',').map((size) => (size === 'own' ? size : count(size)));
const asked = {
  ...(sizes && { sizes }),
  ...(values.repeat && { repeat: count(values.repeat) }),
  peer: values.peer !== undefined,
};
const load = () => `load ${loadavg()[0]?.toFixed(1)}`;
console.log(`Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model}, ${load()}`);
for (const part of positionals.length > 0 ? positionals : (Object.keys(parts) as Part[])) {
  const note = (text: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${part}: ${text}; ${load()}`);
  console.log(`\n${markdownTable(await parts[part]({ ...asked, note }))}`);
}
