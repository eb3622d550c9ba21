// Random mistakes that an editor, a merge or a stranger could make in valid content.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { CheckedContent } from '../src/check/check-content.ts';
import { problemLine } from '../src/check/problem.ts';
import { currentEntry } from '../src/domain/history.ts';
import { publishedContent } from '../src/domain/published-content.ts';
import { check, filesIn } from './unit/content-in-memory.ts';

type Files = Map<string, string>;
/** Changes one file, or the names of files; `pick` and `at` are between 0 and 1. */
type Mutation = (files: Files, path: string, pick: number, at: number) => void;

const onLine =
  (change: (lines: string[], index: number, pick: number) => string[]): Mutation =>
  (files, path, pick, at) => {
    const lines = (files.get(path) ?? '').split('\n');
    files.set(path, change(lines, Math.floor(at * lines.length), pick).join('\n'));
  };
const itemAt = <T>(list: readonly T[], pick: number): T => list[Math.floor(pick * list.length)] as T;
const tokens = [
  '',
  ' ',
  '\t',
  ':',
  '- ',
  '---',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '<',
  '</b>',
  '<Requirements />',
  '`',
  '|',
  '#',
  '&a',
  '*a',
  '!!binary',
  '%',
  '\u0000',
  '\uFEFF',
  '\u202E',
  '\r',
  '\\',
  'é',
  '🪔',
  '2024-13-40',
  '0',
  '-1',
  '1',
  '2',
  '3',
  'true',
  'null',
  '~',
  'removed: true',
  'lamp',
  'board',
  'night-watch',
  'red-lamp',
  'https://a.example/',
  'javascript:alert(1)',
  '__proto__: 1',
  'tier: 1',
  'missing: []',
  '<<: *a',
];

const mutations: Mutation[] = [
  onLine((lines, index) => lines.toSpliced(index, 1)),
  onLine((lines, index) => lines.toSpliced(index, 0, lines[index] ?? '')),
  onLine((lines, index, pick) => lines.with(index, itemAt(lines, pick))),
  onLine((lines, index, pick) =>
    lines.with(
      index,
      (lines[index] ?? '').replace(/(?<=: |- ).*$/, () => itemAt(tokens, pick)),
    ),
  ),
  onLine((lines, index, pick) =>
    lines.toSpliced(index, 0, `${' '.repeat(Math.floor(pick * 5))}${itemAt(tokens, pick)}`),
  ),
  onLine((lines, index) => lines.with(index, `  ${lines[index] ?? ''}`)),
  onLine((lines, index) => lines.with(index, (lines[index] ?? '').replace(/^ {2}/, ''))),
  onLine((lines, index, pick) =>
    lines.with(
      index,
      (lines[index] ?? '').replace(/\w+(?=\W*$)/, () => itemAt(tokens, pick)),
    ),
  ),
  (files, path, pick, at) => {
    const text = files.get(path) ?? '';
    const offset = Math.floor(at * text.length);
    files.set(path, text.slice(0, offset) + itemAt(tokens, pick) + text.slice(offset + Math.floor(pick * 4)));
  },
  (files, path, _, at) =>
    files.set(path, (files.get(path) ?? '').slice(0, Math.floor(at * (files.get(path)?.length ?? 0)))),
  (files, path) => files.delete(path),
  (files, path, pick) => {
    files.set(
      path.replace(
        /[^/]+$/,
        itemAt(['red-lamp.mdx', 'gull.mdx', 'Gull.mdx', 'gull.md', 'status.mdx', '.gull.mdx', '__proto__.mdx'], pick),
      ),
      files.get(path) ?? '',
    );
    files.delete(path);
  },
  (files, path, pick) => files.set(path, files.get(itemAt([...files.keys()], pick)) ?? ''),
  (files, path) => files.set(path, (files.get(path) ?? '').replaceAll('\n', '\r\n')),
];

/** A uniformly distributed number between 0 and 1. */
const fraction = fc.noBias(fc.nat(9999)).map((n) => n / 10_000);

/** One to three mutations, each with the file that it is made in. */
export const mutated = (start: ReadonlyMap<string, string>): fc.Arbitrary<Files> =>
  fc
    .array(fc.record({ mutation: fc.constantFrom(...mutations), file: fraction, pick: fraction, at: fraction }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((steps) => {
      const files = new Map(start);
      for (const { mutation, file, pick, at } of steps)
        if (files.size > 0) mutation(files, itemAt([...files.keys()], file), pick, at);
      return files;
    });

/** A feature as its file has it, read without the project's own code. */
interface WrittenFeature {
  name: string;
  category: string;
  history: { date: string; tier?: number; missing?: { as: string }[] }[];
}

/** Expects content to be rejected with messages that name a file and a place, or to be read as its files have it. */
export function assertReadOrRejected(files: Files): CheckedContent {
  const checked = check(files);
  if (checked.catalogue) assertReadAsWritten(files, checked);
  else assertUsefulMessages(files, checked);
  return checked;
}

function assertUsefulMessages(files: Files, { problems }: CheckedContent): void {
  assert.ok(problems.length > 0, 'refused without a message');
  for (const problem of problems) {
    const { file, line, column, message } = problem;
    assert.match(file, /^content(?:\/|$)/, problemLine(problem));
    assert.match(message, /; |\?$/, `no fix: ${problemLine(problem)}`);
    assert.doesNotMatch(message, /undefined|\[object|NaN|\n/, problemLine(problem));
    const lines = files.get(file)?.split('\n').length ?? 1;
    assert.ok(line >= 1 && line <= lines && column >= 1, `beyond the file: ${problemLine(problem)}`);
  }
}

function assertReadAsWritten(files: Files, { catalogue, problems }: CheckedContent): void {
  assert.ok(catalogue);
  assert.deepEqual(problems, []);
  const paths = [...files.keys()].filter((path) => /^content\/features\/[^.][^/]*$/.test(path));
  assert.deepEqual(catalogue.features.map(({ id }) => `content/features/${id}.mdx`).sort(), paths.sort());
  const published = publishedContent(catalogue, (path) => `https://levels.example/${path}`);
  for (const feature of catalogue.features) {
    const written = parse(
      (files.get(feature.file) ?? '').replace(/^\uFEFF/, '').split(/^---[ \t]*\r?$/m)[1] ?? '',
    ) as WrittenFeature;
    const [newest] = written.history;
    const entry = currentEntry(feature);
    assert.deepEqual(
      [
        feature.name,
        feature.category.id,
        entry.date,
        entry.tier?.level,
        entry.missing.map(({ as }) => as),
        feature.history.length,
      ],
      [
        written.name,
        written.category,
        newest?.date,
        newest?.tier,
        newest?.missing?.map(({ as }) => as) ?? [],
        written.history.length,
      ],
    );
    assert.equal(published.features.find(({ id }) => id === feature.id)?.tier, newest?.tier ?? null);
  }
}

/** Tries a number of mutations, the same ones on each run. Returns how many were read and how many rejected. */
export function tryMutations(count: number, folder: string): { understood: number; refused: number } {
  const result = { understood: 0, refused: 0 };
  fc.assert(
    fc.property(mutated(filesIn(folder)), (files) => {
      result[assertReadOrRejected(files).catalogue ? 'understood' : 'refused']++;
    }),
    { numRuns: count, seed: 20220729, endOnFailure: false },
  );
  return result;
}
