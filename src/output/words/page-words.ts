/** What pages say in plain words both in HTML and in Markdown, so that neither says it otherwise. */
export const pageWords = {
  requirements: 'Each tier has the requirements listed under it and those of every tier below it.',
  changes: 'Every change of status, newest first.',
  snapshots: 'The tables as they stood on each day of a change.',
  stack: 'What you use together is only as well supported as the weakest part of it.',
  propose:
    'Each tier asks for what is listed under it and for what every tier below it asks, so begin with the lowest.',
  pairs: 'Every pair, and what the policy promises of it',
  promised: 'Promised',
  nothingPromised: 'Nothing promised',
  noneMissing: 'None is listed.',
  noneLacks: 'No feature is listed as lacking it.',
  nobody: 'Nobody is named.',
  pinned: 'Each claim is as of the version that its proof is pinned to',
  notPresent: 'This is not the present status.',
  onlyChanges: 'Only what changed is listed here',
} as const;

/** The titles of pages that ask a question. */
export const pageTitles = { stack: 'Is my combination covered?', propose: 'Where does my feature belong?' } as const;

/** What switches a feature on, by the field of its file. */
export const switchLabels = { api: 'API', cli: 'Command line', cApi: 'C API', cargo: 'Cargo feature' } as const;
