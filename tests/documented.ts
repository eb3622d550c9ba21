// The content as it stood on the day of the source document. What the tests compare with that document, or know of it by
// heart, they look up here, so that a decision of a later day changes no test. Run as a command, it writes the folder.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { addressList } from '../src/check/address-list.ts';
import { filesIn } from './unit/memory.ts';

/** The day of tests/fixtures/stability-tiers.md, the source document. */
const day = '2022-07-29';

/** A feature's file with the entries of its history up to a day; nothing where it has none of them. */
function until(text: string, last: string): string | undefined {
  const [, frontmatter = '', body = ''] = /^---\n(.*?\n)---\n(.*)$/s.exec(text) ?? [];
  const data = parseDocument(frontmatter);
  const history = data.get('history');
  if (!isSeq(history)) return text;
  const entries = history.items.filter((entry) => isMap(entry) && String(entry.get('date')) <= last);
  if (entries.length === history.items.length) return text;
  history.items = entries;
  return entries.length > 0 ? `---\n${data.toString({ lineWidth: 0 })}---\n${body}` : undefined;
}

/** Every file of that day by its path; the list of addresses is left out, since it has those of later days. */
export function documentedFiles(files = filesIn('content'), last = day): Map<string, string> {
  const kept = [...files].filter(([path]) => path !== addressList('content'));
  return new Map(
    kept.flatMap(([path, text]): [string, string][] => {
      const then = path.startsWith('content/features/') ? until(text, last) : text;
      return then === undefined ? [] : [[path, then]];
    }),
  );
}

/** Writes the files anew below a folder of their own. */
export function writeContent(files: ReadonlyMap<string, string>, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    const file = join(folder, relative('content', path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

if (import.meta.main) writeContent(documentedFiles(), '.cache/documented');
