import { z } from 'astro/zod';

/** Text with at least one visible character, kept exactly as it is written. */
export const text = z.string().regex(/\S/);

/** A day, as YYYY-MM-DD. */
export const day = z.iso.date();

/** An address on the web; no other scheme can be published. */
export const address = z.url({ protocol: /^https?$/ });

/** The id of another content file (its name without the ending) or of a category. */
export const id = z.string().regex(/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/);

/** Where links to a heading or list item pointed before it was worded otherwise, without the `#`. */
export const formerAnchors = z.array(text).default([]).meta({
  description: 'anchors that headings and items of it had before; links to them still arrive',
});
