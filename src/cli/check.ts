// npm run check: everything that is wrong with the content, and where it sits ill with the policy.
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { futureEntries } from '../check/future-entries.ts';
import { annotations, report } from '../check/report.ts';
import { isoDay } from '../domain/words.ts';
import { attempt } from './run-command.ts';

await attempt(() => {
  const found = checkContent(readEnvironment().content);
  const checked = { ...found, problems: [...found.problems, ...futureEntries(found, isoDay(new Date()))] };
  const forGitHub = process.env['GITHUB_ACTIONS'] === 'true' ? annotations(checked) : [];
  console.log([...forGitHub, ...report(checked)].join('\n'));
  if (checked.problems.length > 0) process.exitCode = 1;
});
