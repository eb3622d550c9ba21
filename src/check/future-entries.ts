import type { CheckedContent } from './check-content.ts';
import type { Problem } from './problem.ts';

/**
 * Finds history entries with a date after `today` (YYYY-MM-DD). A build does not look for them, because its result must
 * not depend on the day.
 */
export const futureEntries = ({ content, sources }: CheckedContent, today: string): Problem[] =>
  content.features.flatMap(({ path, positionOf }, at) =>
    (sources.features[at]?.data?.history ?? []).flatMap(({ date }, index) =>
      date > today
        ? [
            {
              file: path,
              ...positionOf(['history', index, 'date']),
              message: `${date} is in the future; write the day of the change`,
            },
          ]
        : [],
    ),
  );
