import { counted } from '../domain/text.ts';
import { escapeInvisible } from '../domain/invisible.ts';

/** A mistake in the content; line and column count from 1. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
  /** The address that leads nowhere, if that is the mistake: `/policy/#old`, or `#old` from a link. */
  leadsTo?: string | undefined;
}

/** A mistake in a text; its offset is the index of its first character. */
export interface Mistake {
  message: string;
  offset: number;
}

/** Formats a problem as `path:line:column: what is wrong; what to write instead`. */
export const problemLine = ({ file, line, column, message }: Problem): string =>
  escapeInvisible(`${file}:${line}:${column}: ${message}`);

/** Thrown to stop a build with broken content; its message lists every problem, one a line. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(problemLine);
    super(`${lines.join('\n')}\n${summary(problems)}`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** The last line of the message of a `ContentError`. */
export const summary = (problems: readonly Problem[]): string => `${countProblems(problems)}; nothing was published.`;

/** Counts problems, like "3 problems in 2 files". */
export function countProblems(problems: readonly Problem[]): string {
  const files = new Set(problems.map((problem) => problem.file)).size;
  return `${counted(problems.length, 'problem')} in ${counted(files, 'file')}`;
}

/** Thrown if a command is called with wrong arguments; its message says what to write instead. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
