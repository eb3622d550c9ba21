import { counted } from '../domain/text.ts';
import type { CheckedContent } from './check-content.ts';
import { countProblems, problemLine, type Problem } from './problem.ts';
import { folders } from './read-content.ts';

/** The output of `npm run check`: problems, warnings, characters that the cards cannot show, and a summary. */
export function reportLines(
  { content, problems, warnings, unlisted }: CheckedContent,
  undrawn: Problem[] = [],
): string[] {
  const count = 2 + folders.reduce((sum, folder) => sum + content[folder].length, 0);
  const warningLine = (it: Problem) => problemLine({ ...it, message: `warning: ${it.message}` });
  const lines = [...problems.map(problemLine), ...warnings.map(warningLine)];
  if (warnings.length > 0)
    lines.push(
      `${counted(warnings.length, 'warning')}: a status and the policy disagree. This does not block a build. To accept a warning, add`,
      '"accepted:" with "- rule: …" and "reason: …" to the newest entry of the history.',
    );
  lines.push(...undrawn.map(warningLine));
  if (unlisted.length > 0)
    lines.push(
      `${unlisted.length === 1 ? 'One address is' : `${unlisted.length} addresses are`} new. The deploy workflow adds new addresses to addresses.txt; "npm run addresses" does too.`,
    );
  const noError = `${counted(count, 'file')}, no error${warnings.length > 0 ? `, ${counted(warnings.length, 'warning')}` : ''}.`;
  lines.push(problems.length === 0 ? noError : `${countProblems(problems)}.`);
  return lines;
}

/** The same problems and warnings as GitHub workflow commands, which annotate the lines of a pull request. */
export function annotations({ problems, warnings }: CheckedContent, undrawn: Problem[] = []): string[] {
  return [
    ...problems.map((problem) => annotation('error', problem)),
    ...[...warnings, ...undrawn].map((warning) => annotation('warning', warning)),
  ];
}

const annotation = (kind: string, { file, line, column, message }: Problem): string =>
  `::${kind} file=${escapeProperty(file)},line=${line},col=${column}::${escapeData(message)}`;

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
