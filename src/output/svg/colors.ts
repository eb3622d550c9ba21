/** The colors of pictures, taken from the light scheme of the pages. */
export const color = {
  paper: '#fdfdfb',
  line: '#dfdfd8',
  edge: '#77796f',
  ink: '#1b1d21',
  soft: '#494c53',
  solid: '#115531',
  half: '#663d00',
  outline: '#62345f',
};
