import { inertJson } from '../output/html/inert-json.ts';

// Scripts that stand in every page. The content security policy names their hashes, so they depend on nothing but the
// base.

/**
 * Shows the colors that the reader chose before anything is painted. A cookie is there with the page; other stores are
 * slower.
 */
export const themeScript =
  'const theme=/\\btheme=(light|dark)/.exec(document.cookie);if(theme)document.documentElement.dataset.theme=theme[1]';

/** A browser that knows these rules fetches the page that is pointed at, and no other. */
export const speculationRules = (base: string): string =>
  inertJson({ prefetch: [{ where: { href_matches: `${base}*` }, eagerness: 'moderate' }] });
