import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { apiSchema, featureFields, shapeUrl } from '../../../../src/output/api/api-schema.ts';
import { published } from '../../../../src/schema/api.ts';

const schema = apiSchema('https://x.example/schema.json') as {
  $schema: string;
  $id: string;
  $defs: Record<string, object>;
};

describe('the schema of the published files', () => {
  test('is JSON Schema 2020-12, known by its own address', () => {
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(schema.$id, 'https://x.example/schema.json');
    assert.deepEqual(Object.entries(schema).slice(2, 3), [['title', 'The published files']]);
  });

  test('has a shape for each file, where the file says that it is', () => {
    for (const file of Object.keys(published) as (keyof typeof published)[]) {
      const [url, pointer = ''] = shapeUrl(schema.$id, file).split('#');
      assert.equal(url, schema.$id);
      assert.ok(schema.$defs[pointer.replace('/$defs/', '')], pointer);
    }
  });

  test('knows each shape by its place alone', () => {
    assert.deepEqual(schema.$defs['missing'], {
      type: 'object',
      properties: {
        as: { type: 'string', description: "the document's own words for what is missing" },
        requirement: {
          type: ['string', 'null'],
          description: 'the id of the written requirement that these words name; null if they name none',
        },
        written: {
          type: ['string', 'null'],
          description: 'the same text as Markdown, as in the tables of the document; null if it has no markup',
        },
      },
      required: ['as', 'requirement', 'written'],
    });
  });

  test('forbids no field that a later version may add, and says of each day only that it is one', () => {
    assert.doesNotMatch(JSON.stringify(schema), /"additionalProperties":false|"pattern"|"maximum"/);
  });

  test('says of every field of a feature what it means', () => {
    assert.deepEqual(
      featureFields.filter(({ says }) => says === ''),
      [],
    );
    assert.deepEqual(featureFields.map(({ name }) => name).slice(0, 4), ['id', 'name', 'category', 'tier']);
  });
});
