import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { apiVersions } from '../../../../src/output/api/api-versions.ts';
import { acceptedFiles, api, writtenFiles } from '../../../golden/api.ts';
import { incompatibilities } from '../../../golden/compatibility.ts';

const accepted = acceptedFiles();
const written = writtenFiles();

describe('The files of the API', () => {
  test('the written files are the same as the accepted ones', () => {
    const advice = 'read the difference, then accept it: npm run golden';
    assert.deepEqual([...written.keys()].sort(), [...accepted.keys()].sort(), advice);
    for (const [path, text] of accepted) assert.equal(written.get(path), text, `${path}: ${advice}`);
  });

  test('no published field is missing or has another type', () => {
    const broken = incompatibilities(
      JSON.parse(accepted.get(`${api}/schema.json`) ?? ''),
      JSON.parse(written.get(`${api}/schema.json`) ?? ''),
    );
    assert.deepEqual(broken, []);
  });

  test('the index has the newest version of the change log, and versions only grow', () => {
    assert.equal(JSON.parse(written.get(`${api}/index.json`) ?? '').version, apiVersions[0].version);
    const numbers = apiVersions.map(({ version }) => version.split('.').map(Number));
    assert.ok(numbers.every((number) => number.length === 3 && number[0] === 1));
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => (b[1] ?? 0) - (a[1] ?? 0) || (b[2] ?? 0) - (a[2] ?? 0)),
    );
  });
});

describe('Compatibility within v1', () => {
  type Shape = Record<string, { properties: Record<string, unknown>; required: string[] }>;
  const schema = JSON.parse(accepted.get(`${api}/schema.json`) ?? '') as { $defs: Shape };
  const changed = (change: (defs: Shape) => void) => {
    const copy = structuredClone(schema);
    change(copy.$defs);
    return incompatibilities(schema, copy);
  };
  const feature = (defs: Shape) => {
    assert.ok(defs['feature']);
    return defs['feature'];
  };

  test('a removed field is reported with advice', () => {
    assert.deepEqual(
      changed((defs) => void delete feature(defs).properties['since']),
      ['The field feature.since is gone; within v1 fields are only added: keep it, or publish api/v2 beside it.'],
    );
  });

  test('a retyped field is reported, even if it only becomes nullable', () => {
    assert.deepEqual(
      changed((defs) => (feature(defs).properties['since'] = { type: ['string', 'null'] })),
      [
        'The field feature.since was string and is null or string; within v1 fields are only added: keep it, or publish api/v2 beside it.',
      ],
    );
    assert.deepEqual(
      changed((defs) => (feature(defs).properties['aliases'] = { type: 'array', items: { type: 'integer' } })),
      [
        'The field feature.aliases[] was string and is integer; within v1 fields are only added: keep it, or publish api/v2 beside it.',
      ],
    );
  });

  test('a field that becomes optional is reported', () => {
    assert.deepEqual(
      changed((defs) => (feature(defs).required = feature(defs).required.filter((key) => key !== 'tier'))),
      [
        'The field feature.tier was always there and need not be now; within v1 fields are only added: keep it, or publish api/v2 beside it.',
      ],
    );
  });

  test('a new field is not reported', () => {
    assert.deepEqual(
      changed((defs) => (feature(defs).properties['colour'] = { type: 'string' })),
      [],
    );
  });
});
