/** A part of the accessibility statement: sentences, and a list after them. */
export interface StatementPart {
  id: string;
  title: string;
  says: string;
  list?: readonly string[];
}

/** What the statement opens with. */
export const accessibilityPurpose =
  'Everybody should find the answer here, whether they see the page, hear it or feel it, with a mouse, a finger, a voice or a keyboard alone.';

/** The accessibility statement, but for the way to report a barrier, which depends on where the site is kept. */
export const accessibilityStatement: readonly StatementPart[] = [
  {
    id: 'standard',
    title: 'What this site keeps to',
    says: 'The floor is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2, but for what is said below of one key. Text has the contrast that level AAA asks for, 7 to 1. The tests below are automatic; nobody independent has assessed the site.',
  },
  {
    id: 'tests',
    title: 'What is tested',
    says: 'Each change of this site has to pass these tests, in a browser, on every kind of page:',
    list: [
      'axe finds nothing, in light and dark colours and in forced ones, on narrow and wide screens.',
      'The Tab key reaches every link and control in its order. What has the focus shows it, is in sight and is behind nothing, and no place holds the focus.',
      'Enlarged to 400 %, or 320 px wide, nothing scrolls sideways and nothing is cut off.',
      'Whatever can be pressed is at least 24 px wide and high, but for links within a sentence.',
      'Signs and tiers differ in shape and in words, never in colour alone, also in forced colours.',
      'Nothing moves for those who ask for less motion.',
      'Every page says its language, has a title of its own, one heading of the first level and no level skipped, and names its parts for those who go by them.',
      'Every page is whole without scripts.',
    ],
  },
  {
    id: 'limits',
    title: 'Known limits',
    says: `In a table with more than 100 rows, a browser may skip rows that are far from what is shown. Chromium may then leave them out of what it tells a screen reader until they come near. The Markdown beside each page and the data for programs always have every row. On the page of the status the key “/” leads to the search field and cannot be switched off (success criterion 2.1.4).`,
  },
];
