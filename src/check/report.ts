import { counted } from '../domain/words.ts';
import type { CheckedContent } from './check-content.ts';
import { countProblems, problemLine, type Problem } from './problem.ts';
import { folders } from './read-content.ts';

/** What `npm run check` prints: every problem, every note, what the cards cannot show, and what follows from them. */
export function report({ content, problems, notes, unlisted }: CheckedContent, undrawn: Problem[] = []): string[] {
  const count = 2 + folders.reduce((sum, folder) => sum + content[folder].length, 0);
  const noteLine = (note: Problem) => problemLine({ ...note, message: `note: ${note.message}` });
  const lines = [...problems.map(problemLine), ...notes.map(noteLine)];
  if (notes.length > 0)
    lines.push(
      `${counted(notes.length, 'note')}: the policy and the data are in tension, which blocks nothing. To record one as accepted, add`,
      '"accepted:" with "- rule: …" and "reason: …" to the newest history entry.',
    );
  lines.push(...undrawn.map(noteLine));
  if (unlisted.length > 0)
    lines.push(
      `${unlisted.length === 1 ? 'One address is' : `${unlisted.length} addresses are`} new: "npm run addresses" lists them, so that none is ever lost.`,
    );
  lines.push(problems.length === 0 ? `${counted(count, 'file')}, no problem.` : `${countProblems(problems)}.`);
  return lines;
}

/** The same as annotations on the lines of a pull request, in the form of GitHub's workflow commands. */
export function annotations({ problems, notes }: CheckedContent, undrawn: Problem[] = []): string[] {
  return [
    ...problems.map((problem) => annotation('error', problem)),
    ...[...notes, ...undrawn].map((note) => annotation('notice', note)),
  ];
}

const annotation = (kind: string, { file, line, column, message }: Problem): string =>
  `::${kind} file=${escapeProperty(file)},line=${line},col=${column}::${escapeData(message)}`;

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
