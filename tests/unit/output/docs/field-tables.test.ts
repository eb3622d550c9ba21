// docs/content.md: every field has a valid example, and the files on the page pass the check.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'astro/zod';
import { itemOf, keysOf, unwrap } from '../../../../src/check/schema-parts.ts';
import { schemas } from '../../../../src/check/schemas.ts';
import { withFieldTables } from '../../../../src/output/docs/field-tables.ts';
import { check, lanternFiles, linesOf } from '../../content-in-memory.ts';
import { read } from '../../project-files.ts';

const page = read('docs/content.md');

/** Every field of a schema with its path. */
function fieldsOf(schema: z.ZodType, above: string): [path: string, field: z.ZodType][] {
  const item = itemOf(schema);
  if (item) return fieldsOf(item, `${above}[]`);
  return Object.entries(keysOf(schema)).flatMap(([key, field]) => [
    [`${above}.${key}`, field] as [string, z.ZodType],
    ...fieldsOf(field, `${above}.${key}`),
  ]);
}

/** The keys of a field, or of its items. */
const hasKeys = (field: z.ZodType): boolean => Object.keys(keysOf(itemOf(field) ?? unwrap(field))).length > 0;

test('each field of content has a description and valid examples', () => {
  const fields = Object.entries(schemas).flatMap(([name, schema]) => fieldsOf(schema, name));
  assert.ok(fields.length > 100);
  for (const [path, field] of fields) {
    const { description = '', examples } = field.meta() ?? {};
    assert.ok(description, path);
    assert.ok(Array.isArray(examples) || hasKeys(field), `${path} has no example`);
    for (const example of Array.isArray(examples) ? examples : [])
      assert.ok(field.safeParse(example).success, `${path}: ${JSON.stringify(example)}`);
  }
});

test('the page has a table for each kind of file', () => {
  const named = [...page.matchAll(/^<!-- fields of (\w+) -->$/gm)].map(([, name]) => name);
  assert.deepEqual(named.sort(), Object.keys(schemas).sort());
});

test('the complete files on the page pass the check without a warning', () => {
  const files = [...page.matchAll(/^`([\w/.-]+)`\n\n```\w+\n(.*?)^```$/gms)].map(([, path, text]) => [path, text]);
  assert.equal(files.length, Object.keys(schemas).length);
  const { problems, warnings } = check(lanternFiles(Object.fromEntries(files)));
  assert.deepEqual(linesOf(problems), []);
  assert.deepEqual(
    linesOf(warnings).filter((it) => files.some(([path = '']) => it.startsWith(path))),
    [],
  );
});

test('a table has the paths of nested fields, required fields, allowed values and examples in YAML', () => {
  const schema = {
    properties: {
      lamps: {
        description: 'the lamps',
        items: {
          properties: {
            color: { description: 'red | green', enum: ['red', 'green'], examples: ['red'] },
            rooms: { description: 'where', examples: [['1.10', 'hall']] },
          },
          required: ['color'],
        },
      },
    },
  };
  const [, , , , ...rows] = withFieldTables('<!-- fields of it -->\nold\n<!-- end -->', () => schema).split('\n');
  assert.deepEqual(rows, [
    '| `lamps` |  | the lamps | the keys below |',
    '| `lamps[].color` | yes | red \\| green; one of `red`, `green` | `color: red` |',
    '| `lamps[].rooms` |  | where | `rooms: ["1.10", hall]` |',
    '',
    '<!-- end -->',
  ]);
});
