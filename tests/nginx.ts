import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The configuration for nginx that docs/publishing.md shows. */
export const nginxExample =
  /```nginx\n(.*?)```/s.exec(readFileSync('docs/publishing.md', 'utf8'))?.[1] ?? assert.fail();
