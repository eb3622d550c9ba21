import { checkContent, type CheckedContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';

let reading: CheckedContent | undefined;

/** The content, read and checked once, whoever asks. */
export const readOnce = (): CheckedContent => (reading ??= readAgain());

/** The content as it is now, for whoever asks from now on; as it was last, where it has a mistake. */
export function readAgain(): CheckedContent {
  const now = checkContent(readEnvironment().content);
  if (now.catalogue) reading = now;
  return now;
}
