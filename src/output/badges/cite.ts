import { runs } from '../../domain/words.ts';
import { link } from '../markdown/write.ts';

/** Words as Markdown that shows them as they are, with no more escapes than it takes: they are there to be read and pasted. */
const words = (text: string): string =>
  runs(text)
    .map((run) => (run.code ? `\`${run.text}\`` : run.text.replace(/[\\[\]*<~&`]|(?<!\w)_|_(?!\w)/g, '\\$&')))
    .join('');

/** A link in Markdown, its label in words. */
export const markdownLink = (label: string, url: string): string => link(words(label), url);

/** A picture in Markdown that leads to a page; its words must stay true when the picture changes. */
export const markdownBadge = (label: string, picture: string, url: string): string =>
  link(`!${link(words(label), picture)}`, url);
