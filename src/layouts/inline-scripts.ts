import { inertJson } from '../output/html/inert-json.ts';

// Inline scripts of every page. The content security policy lists their hashes, so they may depend only on the base.

/** Applies the chosen theme before the first paint. Reading a cookie is faster than reading other storage. */
export const themeScript =
  'const theme=/\\btheme=(light|dark)/.exec(document.cookie);if(theme)document.documentElement.dataset.theme=theme[1]';

/** Speculation rules: browsers that support them prefetch a page when the reader points at its link. */
export const speculationRules = (base: string): string =>
  inertJson({ prefetch: [{ where: { href_matches: `${base}*` }, eagerness: 'moderate' }] });
