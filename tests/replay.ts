// The real document's later revisions as a content folder: every table since 2022, with its removals and renames.
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { idFrom } from '../src/domain/words.ts';
import { documentedFiles, writeContent } from './documented.ts';

interface Row {
  tier: number;
  category: string;
  name: string;
  missing: string[];
}
export interface Revision {
  date: string;
  pr: number;
  subject: string;
  rows: Row[];
}
/** A change as somebody else told it, from the document's text alone. */
export interface Event {
  type: string;
  date: string;
  category: string;
  name: string;
  from_tier?: number;
  to_tier?: number;
  missing_after?: string[];
  from_?: { name: string };
  to?: { name: string };
}
export const { revisions, events } = JSON.parse(readFileSync('tests/fixtures/upstream-history.json', 'utf8')) as {
  revisions: Revision[];
  events: Event[];
};

const categoryIds: Record<string, string> = {
  Target: 'target',
  'WASI Proposal': 'wasi-proposal',
  'WebAssembly Proposal': 'wasm-proposal',
  misc: 'misc',
  'Compiler Backend': 'compiler-backend',
};

interface History {
  name: string;
  category: string;
  formerIds: string[];
  history: Record<string, unknown>[];
}

/** Every feature that any of the revisions lists, with the entries that its rows make. */
function replayed(): History[] {
  const features: History[] = [];
  const last = new Map<History, string>();
  for (const { date, pr, subject, rows } of revisions) {
    const source = `https://github.com/bytecodealliance/wasmtime/pull/${pr}`;
    for (const { type, from_, to } of events.filter((event) => event.date === date)) {
      const renamed = features.find((feature) => type === 'renamed' && feature.name === from_?.name);
      if (renamed) {
        renamed.formerIds.push(idFrom(renamed.name));
        renamed.name = to?.name ?? '';
      }
    }
    for (const row of rows) {
      let feature = features.find(({ name }) => name === row.name);
      if (!feature)
        features.push(
          (feature = { name: row.name, category: categoryIds[row.category] ?? '', formerIds: [], history: [] }),
        );
      const status = JSON.stringify([row.tier, row.missing]);
      if (last.get(feature) === status) continue;
      last.set(feature, status);
      feature.history.unshift({ date, tier: row.tier, missing: row.missing.map((as) => ({ as })), source });
    }
    for (const feature of features) {
      if (rows.some(({ name }) => name === feature.name) || last.get(feature) === '') continue;
      last.set(feature, '');
      feature.history.unshift({ date, removed: true, source, note: `${subject}.` });
    }
  }
  return features;
}

/** Writes that content into a folder of its own; the policy and the requirements are the published ones. */
export function writeReplay(folder: string): void {
  const files = new Map([...documentedFiles()].filter(([path]) => !path.startsWith('content/features/')));
  const backend = {
    id: 'compiler-backend',
    name: 'Compiler Backend',
    plural: 'Compiler Backends',
    description: 'What turns modules into machine code.',
  };
  files.set('content/categories.yaml', (files.get('content/categories.yaml') ?? '') + stringify([backend]));
  for (const { name, category, formerIds, history } of replayed()) {
    const data = { name, category, description: `What the tables call ${name}.`, formerIds, history };
    files.set(`content/features/${idFrom(name)}.mdx`, `---\n${stringify(data)}---\n`);
  }
  writeContent(files, folder);
}
