/** Shows the colors that the reader chose before anything is painted. A cookie is there with the page; other stores are slower. */
export const themeScript =
  'const theme=/\\bcolours=(light|dark)/.exec(document.cookie);if(theme)document.documentElement.dataset.theme=theme[1]';
