// npm run check: everything that is wrong with the content, and where it sits ill with the policy.
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { futureEntries } from '../check/future-entries.ts';
import { annotations, report } from '../check/report.ts';
import { undrawnCharacters } from '../check/undrawn-characters.ts';
import { isoDay } from '../domain/words.ts';
import { attempt, print } from './run-command.ts';

await attempt(async () => {
  const found = checkContent(readEnvironment().content);
  const checked = { ...found, problems: [...found.problems, ...futureEntries(found, isoDay(new Date()))] };
  const undrawn = await undrawnCharacters(found, async () => (await import('../site/card-font.ts')).isDrawn);
  const forGitHub = process.env['GITHUB_ACTIONS'] === 'true' ? annotations(checked, undrawn) : [];
  print([...forGitHub, ...report(checked, undrawn)].join('\n'));
  if (checked.problems.length > 0) process.exitCode = 1;
});
