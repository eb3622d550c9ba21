// npm run check: everything that is wrong with the content, and where it sits ill with the policy.
import { checkContent } from '../check/check-content.ts';
import { contentDir } from '../check/disk.ts';
import { annotations, report } from '../check/report.ts';

const checked = checkContent(contentDir);
const lines = process.env['GITHUB_ACTIONS'] === 'true' ? [...annotations(checked), ...report(checked)] : report(checked);
console.log(lines.join('\n'));
if (checked.problems.length > 0) process.exitCode = 1;
