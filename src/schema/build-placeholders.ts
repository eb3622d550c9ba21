/**
 * Placeholders that Astro and Vite replace in the code that they write. They are replaced in text too, so content must
 * not contain them.
 */
const marks = /__astro_|__vite_|import\.meta\.env|\$\$server-islands|@@astro|!~\{/i;

/** Returns the message for a text with such a placeholder, and its offset. */
export function buildPlaceholderIn(text: string): { offset: number; message: string } | undefined {
  const found = marks.exec(text);
  if (!found) return undefined;
  const message = `the build would replace "${found[0]}", because it is a placeholder; use other words`;
  return { offset: found.index, message };
}
