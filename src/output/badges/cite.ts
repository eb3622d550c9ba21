import { link, wordsMarkdown } from '../markdown/write.ts';

/** A link in Markdown, its label in words. */
export const markdownLink = (label: string, url: string): string => link(wordsMarkdown(label), url);

/** A picture in Markdown that leads to a page; its words must stay true when the picture changes. */
export const markdownBadge = (label: string, picture: string, url: string): string =>
  link(`!${link(wordsMarkdown(label), picture)}`, url);
