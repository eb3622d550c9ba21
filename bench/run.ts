// npm run bench [-- PART…] [--sizes own,20,300] [--kinds /,/policy/] [--repeat N] [--peer starlight] [--json FILE]: measures all parts, or those named.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchOptions, Part, Row } from './part.ts';

const parts = ['build', 'pages', 'paint', 'filter'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    kinds: { type: 'string' },
    repeat: { type: 'string' },
    peer: { type: 'string' },
    json: { type: 'string' },
  },
});

/** The parts to run; throws for what is none, or an option that cannot be meant. */
function asked(): string[] {
  const strange = positionals.find((name) => !parts.includes(name));
  if (strange) throw new Error(`there is no part "${strange}"; the parts are ${parts.join(', ')}`);
  if (values.peer !== undefined && values.peer !== 'starlight') throw new Error('--peer can be starlight');
  return positionals.length > 0 ? positionals : parts;
}

/** A count as it was written; throws for what is none. */
function count(written: string): number {
  if (!/^[1-9]\d*$/.test(written))
    throw new Error(`"${written}" is no number; write a whole number, or "own" among --sizes`);
  return Number(written);
}

const load = async (part: string): Promise<Part> => {
  const measure = ((await import(`./${part}.ts`)) as Record<string, Part>)[part];
  if (!measure) throw new Error(`bench/${part}.ts exports no function "${part}"`);
  return measure;
};

const names = asked();
const sizes = values.sizes?.split(',').map((size) => (size === 'own' ? size : count(size)));
const repeat = values.repeat === undefined ? undefined : count(values.repeat);
const results: Record<string, Row[]> = {};
for (const part of names) {
  const started = Date.now();
  const note = (text: string) =>
    console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${part}: ${text}`);
  const options: BenchOptions = {
    sizes,
    kinds: values.kinds?.split(','),
    repeat,
    peer: values.peer !== undefined,
    note,
  };
  results[part] = await (await load(part))(options);
  console.log(`\n${part}`);
  console.table(results[part]);
}
const machine = {
  node: process.version,
  system: `${process.platform} ${process.arch}`,
  processor: cpus()[0]?.model ?? '',
  processors: cpus().length,
};
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
