// npm run tier-diff -- BASE [HEAD]: what a change of the content means, as Markdown for a pull request. Both are built
// sites (or their api/v1 folders) on this machine; HEAD is dist where none is named.
import { parseArgs } from 'node:util';
import { CommandError } from '../check/problem.ts';
import { readEnvironment } from '../check/environment.ts';
import { readSnapshot } from '../check/read-snapshot.ts';
import { difference } from '../domain/diff/diff.ts';
import { diffMarkdown } from '../output/diff/diff-markdown.ts';
import { attempt } from './run-command.ts';

await attempt(() => {
  const { out } = readEnvironment();
  const {
    positionals: [base, head = out, ...rest],
  } = parseArgs({ allowPositionals: true });
  if (base === undefined || rest.length > 0)
    throw new CommandError('write "npm run tier-diff -- BASE [HEAD]", each the folder of a built site');
  // It is safe line by line already, and has invisible gaps that belong to it.
  process.stdout.write(diffMarkdown(difference(readSnapshot(base, out), readSnapshot(head, out))));
});
