/**
 * Words with which Astro and Vite mark places in the code that they write, where they then put modules, files and
 * variables. They look for them in text too, so content must not have them.
 */
const marks = /__astro_|__vite_|import\.meta\.env|\$\$server-islands|@@astro|!~\{/i;

/** What is wrong with a text that has such a word, and where the word stands. */
export function buildMarkIn(text: string): { offset: number; message: string } | undefined {
  const found = marks.exec(text);
  if (!found) return undefined;
  const message = `the build takes "${found[0]}" for a place where it puts something else; write other words`;
  return { offset: found.index, message };
}
