// npm run check: everything that is wrong with the content, and where it sits ill with the policy.
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { annotations, report } from '../check/report.ts';
import { attempt } from './attempt.ts';

await attempt(() => {
  const checked = checkContent(readEnvironment().content);
  const forGitHub = process.env['GITHUB_ACTIONS'] === 'true' ? annotations(checked) : [];
  console.log([...forGitHub, ...report(checked)].join('\n'));
  if (checked.problems.length > 0) process.exitCode = 1;
});
