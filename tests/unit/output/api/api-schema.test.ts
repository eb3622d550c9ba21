import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { apiSchema, featureFields, shapeUrl } from '../../../../src/output/api/api-schema.ts';
import { fileSchemas } from '../../../../src/schema/api.ts';

const schema = apiSchema('https://x.example/schema.json') as {
  $schema: string;
  $id: string;
  $defs: Record<string, object>;
};

describe('The schema of the published files', () => {
  test('the schema uses JSON Schema 2020-12 and has its own address as its id', () => {
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(schema.$id, 'https://x.example/schema.json');
    assert.deepEqual(Object.entries(schema).slice(2, 3), [['title', 'The published files']]);
  });

  test('the schema has the definition that each file refers to', () => {
    for (const file of Object.keys(fileSchemas) as (keyof typeof fileSchemas)[]) {
      const [url, pointer = ''] = shapeUrl(schema.$id, file).split('#');
      assert.equal(url, schema.$id);
      assert.ok(schema.$defs[pointer.replace('/$defs/', '')], pointer);
    }
  });

  test('a definition in the schema has no id of its own', () => {
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

  test('the schema allows additional fields and has no pattern or maximum', () => {
    assert.doesNotMatch(JSON.stringify(schema), /"additionalProperties":false|"pattern"|"maximum"/);
  });

  test('every field of a feature has a description', () => {
    assert.deepEqual(
      featureFields.filter(({ says }) => says === ''),
      [],
    );
    assert.deepEqual(featureFields.map(({ name }) => name).slice(0, 4), ['id', 'name', 'category', 'tier']);
  });
});
