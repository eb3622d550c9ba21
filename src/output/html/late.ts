/** A page with a number on each part of the class `late`, in their order: one after the other is laid out by it. */
export function withTurns(html: string): string {
  let turn = 0;
  return html.replace(/(<\w+) (?=class="late[ "])/g, (_, open: string) => `${open} data-nth="${(turn += 1)}" `);
}
