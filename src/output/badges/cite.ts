import { link, textMarkdown } from '../markdown/markdown-syntax.ts';

/** A Markdown link. In `label`, backticks mark code. */
export const markdownLink = (label: string, url: string): string => link(textMarkdown(label), url);

/** A Markdown image that links to a page. `label` must stay true when the image changes. */
export const markdownBadge = (label: string, picture: string, url: string): string =>
  link(`!${link(textMarkdown(label), picture)}`, url);
