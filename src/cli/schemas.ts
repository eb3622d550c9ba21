// npm run schemas: the JSON Schemas with which an editor completes the keys and ids of content, in .vscode/schemas.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from '../check/editor-schemas.ts';
import { readEnvironment } from '../check/environment.ts';
import { readContent } from '../check/read-content.ts';
import { attempt } from './run-command.ts';

await attempt(() => {
  const folder = join('.vscode', 'schemas');
  mkdirSync(folder, { recursive: true });
  const files = editorSchemas(readContent(readEnvironment().content).content);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  console.log(`${folder}: ${Object.keys(files).join(', ')}`);
});
