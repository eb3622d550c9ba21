// npm run tier-diff -- BASE [HEAD]: what a change of the content means, as Markdown for a pull request. Both are built
// sites (or their api/v1 folders) on this machine; HEAD is dist where none is named.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandError } from '../check/problem.ts';
import { readEnvironment } from '../check/environment.ts';
import { address } from '../domain/addresses/address.ts';
import { difference } from '../domain/diff/diff.ts';
import type { Published } from '../domain/diff/snapshot.ts';
import { diffMarkdown } from '../output/diff/diff-markdown.ts';
import { attempt } from './run-command.ts';

await attempt(() => {
  const {
    positionals: [base, head = readEnvironment().out, ...rest],
  } = parseArgs({ allowPositionals: true });
  if (base === undefined || rest.length > 0)
    throw new CommandError('write "npm run tier-diff -- BASE [HEAD]", each the folder of a built site');
  console.log(diffMarkdown(difference(readPublished(base), readPublished(head))).trimEnd());
});

/** The published files, as their own version of the schema made them: what a version did not publish is empty. */
function readPublished(folder: string): Published {
  const api = [join(folder, address.api('')), folder].find((path) => existsSync(join(path, 'features.json')));
  if (api === undefined)
    throw new CommandError(`${folder} is not a built site; "npm run build" makes one in ${readEnvironment().out}`);
  const list = <K extends keyof Published>(key: K, name: string = key): Published[K] => {
    const file = join(api, `${name}.json`);
    const data = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Published>) : {};
    return (data[key] ?? []) as Published[K];
  };
  return {
    features: list('features'),
    tiers: list('tiers'),
    requirements: list('requirements'),
    categories: list('categories'),
    policy: list('policy'),
    changes: list('changes'),
    policyChanges: list('policyChanges', 'changes'),
  };
}
