import type { CheckedContent } from './check-content.ts';
import type { Problem } from './problem.ts';

/**
 * Entries of a history that say what will be; `today` is a day as YYYY-MM-DD. A build knows no day, and does not ask.
 */
export const futureEntries = ({ content, sources }: CheckedContent, today: string): Problem[] =>
  content.features.flatMap(({ path, placeOf }, at) =>
    (sources.features[at]?.data?.history ?? []).flatMap(({ date }, index) =>
      date > today
        ? [
            {
              file: path,
              ...placeOf(['history', index, 'date']),
              message: `${date} is in the future; write the day of the change`,
            },
          ]
        : [],
    ),
  );
