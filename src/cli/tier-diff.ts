// npm run tier-diff -- BASE [HEAD]: describes a change of the content as Markdown for a pull request. BASE and HEAD are
// built sites or their api/v1 folders; HEAD is dist by default.
import { parseArgs } from 'node:util';
import { CommandError } from '../check/problem.ts';
import { readEnvironment } from '../check/environment.ts';
import { readPublishedState } from '../check/read-published-state.ts';
import { difference } from '../domain/diff/diff.ts';
import { diffMarkdown } from '../output/diff/diff-markdown.ts';
import { runCommand } from './run-command.ts';

await runCommand(() => {
  const { out } = readEnvironment();
  const {
    positionals: [base, head = out, ...rest],
  } = parseArgs({ allowPositionals: true });
  if (base === undefined || rest.length > 0)
    throw new CommandError('write "npm run tier-diff -- BASE [HEAD]", each the folder of a built site');
  // Not through print(): the Markdown is already safe, and contains invisible characters on purpose.
  process.stdout.write(diffMarkdown(difference(readPublishedState(base, out), readPublishedState(head, out))));
});
