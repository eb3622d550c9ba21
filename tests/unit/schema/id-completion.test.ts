import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { jsonSchema, completeIds } from '../../../src/schema/id-completion.ts';

const category = z.string().meta({ description: 'its category', ids: 'category' });
const schema = z.strictObject({
  category,
  more: z.array(category.optional()).default([]),
  parts: z.array(z.strictObject({ level: z.int().optional().meta({ ids: 'tier' }) })),
  name: z.string(),
  successor: z.string().meta({ ids: 'feature' }),
});

test('every field for an id suggests the ids that it accepts, at any depth', () => {
  completeIds(schema, { category: ['lamp', 'board'], tier: [1, 2] });
  const { properties } = jsonSchema(schema, 'A file') as { properties: Record<string, object> };
  assert.deepEqual(properties['category'], { description: 'its category', type: 'string', enum: ['lamp', 'board'] });
  assert.match(JSON.stringify(properties['more']), /"enum":\["lamp","board"\]/);
  assert.match(JSON.stringify(properties['parts']), /"enum":\[1,2\]/);
  assert.deepEqual([properties['name'], properties['successor']], [{ type: 'string' }, { type: 'string' }]);
});

test('a JSON Schema has a title, the draft that editors support, and no custom keyword', () => {
  const editorSchema = jsonSchema(schema, 'A file');
  assert.deepEqual(Object.entries(editorSchema).slice(0, 2), [
    ['$schema', 'http://json-schema.org/draft-07/schema#'],
    ['title', 'A file'],
  ]);
  assert.doesNotMatch(JSON.stringify(editorSchema), /"ids"/);
  assert.match(JSON.stringify(editorSchema), /"additionalProperties":false/);
});
