// A change of any published field is reported; the fields come from the published schema.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'astro/zod';
import { difference } from '../../../../src/domain/diff/diff.ts';
import { fileSchemas } from '../../../../src/schema/api.ts';
import type { PublishedState } from '../../../../src/schema/published-state.ts';
import { diffMarkdown } from '../../../../src/output/diff/diff-markdown.ts';
import { publishedWith } from '../../content-in-memory.ts';

type Schema = z.ZodType & {
  def: { type: string; format?: string; innerType?: Schema; element?: Schema; entries?: Record<string, string> };
  shape?: Record<string, Schema>;
};
type Fields = Record<string, unknown>;
type Variant = [where: string, value: unknown];

/** Fields without meaning: the built commit and the address of the schema. */
const noMeaning = ['$schema', 'commit'];

/** The value with every field of its schema filled in. */
function filled(schema: Schema, value: unknown): unknown {
  const { type, format, innerType, element, entries } = schema.def;
  if (schema.shape)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, it]) => [key, filled(it, (value as Fields | null)?.[key])]),
    );
  if (innerType) return filled(innerType, value);
  if (element)
    return Array.isArray(value) && value.length > 0
      ? value.map((it) => filled(element, it))
      : [filled(element, undefined)];
  if (type === 'record') return { std: 'filled' };
  if (value !== undefined && value !== null && value !== '') return value;
  if (type === 'enum') return Object.values(entries ?? {})[0];
  if (type === 'boolean') return true;
  if (type === 'number') return 1;
  if (format === 'url') return 'https://levels.example/filled';
  return format === 'date' ? '2020-02-02' : 'filled';
}

/** The value with each of its fields in turn changed, removed from a list or null. */
function* variants(schema: Schema, value: unknown, where: string): Generator<Variant> {
  const { type, format, innerType, element, entries } = schema.def;
  if (schema.shape)
    for (const [key, it] of Object.entries(schema.shape)) {
      if (noMeaning.includes(key)) continue;
      for (const [at, other] of variants(it, (value as Fields)[key], `${where}.${key}`))
        yield [at, { ...(value as Fields), [key]: other }];
    }
  else if (innerType) {
    if (type === 'nullable') yield [`${where} null`, null];
    yield* variants(innerType, value, where);
  } else if (element) {
    const [first, ...rest] = value as unknown[];
    yield [`${where} shorter`, rest];
    for (const [at, other] of variants(element, first, `${where}[0]`)) yield [at, [other, ...rest]];
  } else if (type === 'record') yield [where, { std: 'other' }];
  else if (type === 'enum') {
    const other = Object.values(entries ?? {}).find((it) => it !== value);
    if (other !== undefined) yield [where, other];
  } else if (type === 'boolean') yield [where, !value];
  else if (type === 'number') yield [where, (value as number) + 1];
  else yield [where, format === 'date' ? '2031-03-03' : `${String(value)}x`];
}

const { index, feature: _, ...lists } = fileSchemas;
/** A list beside that of its file. */
const policyChanges = (lists.changes as unknown as Schema).shape?.['policyChanges'] as Schema;
const state = publishedWith();
const base = Object.fromEntries([
  ['index', filled(index as unknown as Schema, state.index)],
  ...Object.entries(lists).map(([key, file]) => [key, (filled(file as unknown as Schema, state) as Fields)[key]]),
  ['policyChanges', filled(policyChanges, state.policyChanges)],
]) as unknown as PublishedState;

function* everyVariant(): Generator<[where: string, head: PublishedState]> {
  for (const [at, other] of variants(index as unknown as Schema, base.index, 'index'))
    yield [at, { ...base, index: other as PublishedState['index'] }];
  for (const [at, other] of variants(policyChanges, base.policyChanges, 'policyChanges'))
    yield [at, { ...base, policyChanges: other as PublishedState['policyChanges'] }];
  for (const [key, file] of Object.entries(lists)) {
    const list = (file as unknown as Schema).shape?.[key] as Schema;
    const items = base[key as keyof PublishedState] as unknown[];
    for (const [at, other] of variants(list, items, key)) yield [at, { ...base, [key]: other }];
  }
}

test('a change of any published field is reported in both directions, and equal data is not reported', () => {
  const all = [...everyVariant()];
  assert.ok(all.length > 130, `${all.length}`);
  assert.deepEqual(difference(base, structuredClone(base)), []);
  const unreported = all.flatMap(([where, head]) => [
    ...(difference(base, head).length > 0 ? [] : [where]),
    ...(difference(head, base).length > 0 ? [] : [`${where}, back`]),
  ]);
  assert.deepEqual(unreported, []);
  for (const [where, head] of all)
    assert.doesNotMatch(diffMarkdown(difference(base, head)), /undefined|\[object|NaN/, where);
});

test('a field that only a build sets is not reported', () => {
  const head = { ...base, index: { ...base.index, commit: 'c0ffee1' } };
  assert.deepEqual(difference(base, head), []);
});
