// npm run golden: accepts the published files as they are now, unless programs that read them could break.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { apiVersions } from '../../src/output/api/api-versions.ts';
import { acceptedFiles, api, writtenFiles } from './api.ts';
import { incompatibilities } from './compatibility.ts';

const [golden, published] = [acceptedFiles(), writtenFiles()];
const schema = (files: Map<string, string>): unknown => JSON.parse(files.get(`${api}/schema.json`) ?? '{}');
const broken = incompatibilities(schema(golden), schema(published));
if (broken.length > 0) {
  console.error(broken.join('\n'));
  process.exitCode = 1;
} else {
  for (const [name, text] of published) {
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, text);
  }
  const changed = [...published].filter(([name, text]) => golden.get(name) !== text).map(([name]) => name);
  const gone = [...golden.keys()].filter((name) => !published.has(name));
  for (const name of gone) rmSync(name);
  console.log(
    [...changed.map((name) => `accepted ${name}`), ...gone.map((name) => `deleted ${name}`)].join('\n') ||
      'Nothing had changed.',
  );
  if (changed.includes(`${api}/schema.json`))
    console.log(
      `The shape changed; is version ${apiVersions[0].version} in src/output/api/api-versions.ts the one that says so?`,
    );
}
