/** A section of the accessibility statement. */
export interface StatementPart {
  id: string;
  title: string;
  says: string;
  list?: readonly string[];
}

export const accessibilityPurpose =
  'Everyone should find the answer here, whether they see, hear or feel the page, and whether they use a mouse, a finger, their voice or only a keyboard.';

/** The accessibility statement without the section on reporting a barrier, which depends on the repository. */
export const accessibilityStatement: readonly StatementPart[] = [
  {
    id: 'standard',
    title: 'Conformance',
    says: 'This site aims to meet level AA of the Web Content Accessibility Guidelines (WCAG) 2.2. Text has the contrast that level AAA requires, 7 to 1. The tests below are automated; the site has not been independently audited.',
  },
  {
    id: 'tests',
    title: 'What is tested',
    says: 'These tests run in a browser. Every change must pass them on the main kinds of page. After a change is merged, they run on every kind:',
    list: [
      'axe finds no barrier in light, dark and forced colors, on narrow and wide screens.',
      'The Tab key reaches every link and control in a logical order. The focus is always visible, never covered and never trapped.',
      'At 400% zoom, and on a screen 320 px wide, no page scrolls sideways and no text is cut off.',
      'Every link and control is at least 24 px wide and high, except links within a sentence.',
      'Signs and tiers differ in shape and wording, not only in color. This also holds in forced colors.',
      'Nothing moves for anyone who asks for reduced motion.',
      'Every page has a language, a title of its own, one heading of level 1, no skipped heading level, and named landmarks.',
      'Every fact can be read without scripts.',
    ],
  },
  {
    id: 'limits',
    title: 'Known limits',
    says: `In a table with more than 100 rows, a browser may skip rows that are far outside the visible area. Chromium may then hide these rows from screen readers until they are close to the visible area. The Markdown version of each page and the data files always have every row.`,
  },
];
