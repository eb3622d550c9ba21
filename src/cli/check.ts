// npm run check: lists every error in the content, and every warning where a status and the policy disagree.
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { futureEntries } from '../check/future-entries.ts';
import { annotations, reportLines } from '../check/print-problems.ts';
import { undrawnCharacters } from '../check/card-characters.ts';
import { isoDay } from '../domain/text.ts';
import { runCommand, print } from './run-command.ts';

await runCommand(async () => {
  const found = checkContent(readEnvironment().content);
  const checked = { ...found, problems: [...futureEntries(found, isoDay(new Date())), ...found.problems] };
  const undrawn = await undrawnCharacters(found, async () => (await import('../site/card-font.ts')).isDrawn);
  const forGitHub = process.env['GITHUB_ACTIONS'] === 'true' ? annotations(checked, undrawn) : [];
  print([...forGitHub, ...reportLines(checked, undrawn)].join('\n'));
  if (checked.problems.length > 0) process.exitCode = 1;
});
