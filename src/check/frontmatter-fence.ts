import { contentKeys } from './schemas.ts';
import type { Mistake } from './problem.ts';

const fenceLike = /^[ \t]*[-–—]+[ \t]*\r?$/;
const keyAtStart = /^([A-Za-z]+):/;

/** Explains why a text cannot be split into frontmatter and body. */
export function fenceMistake(text: string): Mistake {
  const start = (message: string) => ({ message, offset: 0 });
  if (text.trim() === '') return start('the file is empty; put its text back, or delete it');
  if (/\r(?!\n)/.test(text)) return start('the lines end with CR alone; save the file with LF');
  const [first = '', ...rows] = text.split('\n');
  if (/^---[ \t]*\r?$/.test(first)) return unclosed(rows, first.length + 1);
  if (fenceLike.test(first)) return start(`the first line is "${first.trim()}"; write "---"`);
  if (/^\s+---[ \t]*\r?\n/.test(text)) return start('there is white space before the first "---"; delete it');
  if (contentKeys.has(keyAtStart.exec(first)?.[1] ?? ''))
    return start('the line "---" is missing above the keys; write it as the first line');
  return start('the file does not begin with frontmatter; write "---", the keys, and "---" on lines of their own');
}

/** The mistake in frontmatter without a closing fence, at the line where the fence should be. */
function unclosed(rows: readonly string[], start: number): Mistake {
  const offsetOf = (index: number) => rows.slice(0, index).reduce((sum, row) => sum + row.length + 1, start);
  const closing = rows.findIndex((row) => fenceLike.test(row) && row.trim() !== '-');
  if (closing >= 0) {
    const written = (rows[closing] ?? '').trim();
    const what = written === '---' ? 'has spaces before it' : `is "${written}"`;
    return { message: `the line that ends the frontmatter ${what}; write "---"`, offset: offsetOf(closing) };
  }
  const isPart = (row: string) => /^(?:[\s#-]|$)/.test(row) || /^[\w.-]+:/.test(row);
  const prose = rows.findIndex((row) => !isPart(row));
  if (prose >= 0)
    return {
      message: 'the frontmatter is not closed; write "---" on a line of its own above this line',
      offset: offsetOf(prose),
    };
  const last = rows.findLastIndex((row) => row.trim() !== '');
  return {
    message: 'the frontmatter is not closed; write "---" on a line of its own below this line',
    offset: last < 0 ? 0 : offsetOf(last),
  };
}
