// Rows for the tests of the filter, by short keys.
import {
  matchAndCount,
  needles,
  noCounts,
  readQuery,
  tierPhrases,
  type Row,
} from '../../../src/domain/filter/filter.ts';
import { searchable } from '../../../src/domain/filter/searched-text.ts';

export const options = {
  tier: ['1', '2', '3'],
  category: ['target', 'wasm', 'misc'],
  missing: ['ci-testing', 'clear-owner', 'fuzzed'],
};

interface Facts {
  name: string;
  tier: string;
  category: [id: string, name: string];
  missing?: [id: string, as: string][];
  description: string;
  aliases?: string[];
  note?: string;
}
export const facts: Record<string, Facts> = {
  mac: {
    name: 'aarch64-apple-darwin',
    tier: '3',
    category: ['target', 'Target'],
    missing: [['ci-testing', 'CI testing']],
    description: 'macOS on Apple silicon (M2 and later).',
    aliases: ['Apple silicon', 'M1', 'ARM64', 'Arm', 'Mac'],
  },
  linux: {
    name: 'x86_64-unknown-linux-gnu',
    tier: '1',
    category: ['target', 'Target'],
    description: 'Linux with glibc on 64-bit x86.',
    aliases: ['x64', 'AMD64', 'Intel'],
  },
  armLinux: {
    name: 'aarch64-unknown-linux-gnu',
    tier: '2',
    category: ['target', 'Target'],
    missing: [['fuzzed', 'Continuous fuzzing']],
    description: 'Linux with glibc on 64-bit Arm.',
    aliases: ['ARM64', 'Raspberry Pi'],
  },
  memories: {
    name: 'multi-memory',
    tier: '2',
    category: ['wasm', 'WebAssembly Proposal'],
    missing: [['', 'Unstable wasm proposal']],
    description: 'More than one memory in a module.',
    aliases: ['multiple memories'],
  },
  threads: {
    name: 'threads',
    tier: '3',
    category: ['wasm', 'WebAssembly Proposal'],
    missing: [
      ['ci-testing', 'CI Testing'],
      ['clear-owner', 'clear owner'],
    ],
    description: 'Shared memory and atomic operations.',
    aliases: ['atomics'],
  },
  debug: {
    name: 'DWARF debugging',
    tier: '3',
    category: ['misc', 'misc'],
    missing: [['clear-owner', 'full-time maintainer']],
    description: 'Stepping through a guest’s source.',
    aliases: ['GDB', 'LLDB'],
    note: 'Support is best-effort; “known” shortcomings exist.',
  },
  rock: {
    name: 'Café-Straße',
    tier: '2',
    category: ['misc', 'misc'],
    description: 'Naïve résumé of the ﬁrst C++ façade, ½ done.',
    aliases: ['ΣΊΣΥΦΟΣ', 'Ｗｉｄｅ'],
  },
  preview: {
    name: 'wasi_snapshot_preview1',
    tier: '1',
    category: ['misc', 'misc'],
    description: 'System calls.',
    aliases: ['WASI 0.1', 'p1'],
  },
};

const tierTitles: Record<string, string> = {
  1: 'Tier 1 — Production Ready',
  2: 'Tier 2 — Almost Production Ready',
  3: 'Tier 3 — Not Production Ready',
};
const phrases = Object.entries(tierTitles).flatMap(([level, title]) => tierPhrases(title, level));

const rowOf = ({ name, tier, category, missing = [], description, aliases = [], note = '' }: Facts): Row => ({
  has: { tier: [tier], category: [category[0]], missing: missing.map(([id]) => id) },
  seen: searchable([name], [description, category[1], missing.map(([, as]) => as).join(', ')]),
  unseen: searchable(aliases, [note]),
});
export const rows = new Map(Object.entries(facts).map(([key, it]) => [key, rowOf(it)]));
export const allKeys = [...rows.keys()].join(' ');

export function keysFound(query: string, counts = noCounts(options)): string {
  const { filter } = readQuery(query, options);
  return [...rows]
    .filter(([, it]) => matchAndCount(it, filter, needles(filter.q, phrases), counts))
    .map(([key]) => key)
    .join(' ');
}

/** Search texts, each with the keys of the rows that it finds. */
export const searches: [typed: string, found: string][] = [
  // The name, in any spelling.
  ['threads', 'threads'],
  ['THREADS', 'threads'],
  ['thread', 'threads'],
  ['reads', 'threads'],
  ['multi-memory', 'memories'],
  ['multi_memory', 'memories'],
  ['multi memory', 'memories'],
  ['multimemory', 'memories'],
  ['memory multi', 'memories'],
  ['MULTI—MEMORY', 'memories'],
  ['aarch64-apple-darwin', 'mac'],
  ['aarch64 darwin', 'mac'],
  ['darwin aarch64', 'mac'],
  ['aarch64appledarwin', 'mac'],
  ['apple-darwin', 'mac'],
  ['appledarwin', 'mac'],
  ['x86_64', 'linux'],
  ['x86-64', 'linux'],
  ['x8664', 'linux'],
  ['linux-gnu', 'linux armLinux'],
  ['wasi_snapshot', 'preview'],
  ['wasi snapshot preview1', 'preview'],
  ['snapshot-preview', 'preview'],
  // Its aliases.
  ['arm64 mac', 'mac'],
  ['mac arm64', 'mac'],
  ['m1', 'mac'],
  ['M1', 'mac'],
  ['Apple silicon', 'mac'],
  ['applesilicon', 'mac'],
  ['ARM64', 'mac armLinux'],
  ['arm-64', 'mac armLinux'],
  ['raspberry', 'armLinux'],
  ['raspberry-pi', 'armLinux'],
  ['amd64', 'linux'],
  ['intel linux', 'linux'],
  ['atomics', 'threads'],
  ['lldb', 'debug'],
  ['wasi 0.1', 'preview'],
  ['p1', 'preview'],
  // Its description, category, missing requirements and note.
  ['glibc', 'linux armLinux'],
  ['64-bit', 'linux armLinux'],
  ['64bit arm', 'armLinux'],
  ['shared memory', 'threads'],
  ["guest's source", 'debug'],
  ['webassembly', 'memories threads'],
  ['proposal memory', 'memories threads'],
  ['misc', 'debug rock preview'],
  ['target glibc', 'linux armLinux'],
  ['fuzzing', 'armLinux'],
  ['continuous-fuzzing', 'armLinux'],
  ['ci testing', 'mac threads'],
  ['unstable', 'memories'],
  ['full time maintainer', 'debug'],
  ['fulltime', 'debug'],
  ['best effort', 'debug'],
  ['shortcomings', 'debug'],
  // Accents and special letters.
  ['cafe', 'rock'],
  ['CAFÉ', 'rock'],
  ['cafe\u0301', 'rock'],
  ['strasse', 'rock'],
  ['STRASSE cafe', 'rock'],
  ['resume', 'rock'],
  ['naive facade', 'rock'],
  ['first', 'rock'],
  ['σίσυφος', 'rock'],
  ['wide', 'rock'],
  // Short words match only the start of a word; numbers match anywhere.
  ['pi', 'armLinux'],
  ['c', 'mac armLinux threads rock preview'],
  ['c++', 'rock'],
  ['C++ façade', 'rock'],
  ['ar', 'mac armLinux'],
  ['64', 'mac linux armLinux'],
  ['1', 'mac rock preview'],
  // A tier by its whole name or title.
  ['tier 2', 'armLinux memories rock'],
  ['Tier 2 glibc', 'armLinux'],
  ['production ready', 'linux preview'],
  ['not production ready', 'mac threads debug'],
  ['almost  Production-Ready', 'armLinux memories rock'],
  // An empty search finds everything; unknown words and punctuation find nothing; patterns and markup are plain text.
  ['', allKeys],
  ['   ', allKeys],
  ['-', ''],
  ['""', ''],
  ['\u0000', ''],
  ['zebra', ''],
  ['threads zebra', ''],
  ['linux darwin', ''],
  ['.*', ''],
  ['thr.*ds', ''],
  ['(threads', 'threads'],
  ['[a-z]', ''],
  ['<b>threads</b>', ''],
  ['<threads>', 'threads'],
  ['%74hreads', ''],
  ['threads\nmemory', 'threads'],
];
