import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { parse, stringify } from 'yaml';
import { CommandError } from '../check/problem.ts';
import { id } from '../schema/field.ts';
import { emptyFolders } from './content-files.ts';

/** The file in a content folder that records how it was imported. */
export const recordName = 'import.yaml';

const text = z.string().min(1);

/** The choices from flags and answers. */
const flags = z.strictObject({
  source: text.optional(),
  date: text.optional(),
  licence: text.optional(),
  project: text.optional(),
  tiers: text.optional(),
  'name-column': text.optional(),
  'tier-column': text.optional(),
  category: text.optional(),
  columns: text.optional(),
  rows: z.enum(['list', 'table']).optional(),
});
export type ImportFlags = z.infer<typeof flags>;

const isContentFile = (path: string): boolean => {
  const [, named] = /^(?:features|requirements|tiers)\/([^/]+)\.mdx$/.exec(path) ?? [];
  return (
    Object.values<string>(emptyFolders).includes(path) ||
    /^(?:site\.yaml|categories\.yaml|policy\/document\.mdx)$/.test(path) ||
    id.safeParse(named).success
  );
};

const record = z.strictObject({
  documents: z.array(text).min(1),
  flags: flags.default({}),
  files: z.record(z.string().refine(isContentFile, 'this is not a file that the import writes'), text).default({}),
});
export type ImportRecord = z.infer<typeof record>;

/** Reads how a folder was imported; undefined if it was not. */
export function readRecord(folder: string): ImportRecord | undefined {
  const path = join(folder, recordName);
  const at = lstatSync(path, { throwIfNoEntry: false });
  if (!at) return undefined;
  try {
    if (!at.isFile()) throw new Error('it is not a file');
    const { data, error } = record.safeParse(parse(readFileSync(path, 'utf8')));
    if (data) return data;
    const [issue] = error.issues;
    throw new Error(`${issue?.path.join('.') || 'the whole'}: ${issue?.message}`);
  } catch (error) {
    throw new CommandError(
      `${path} does not say how the folder was imported: ${(error as Error).message.split('\n')[0]}; delete it, and give the flags again`,
    );
  }
}

/** A hash of a text that ignores the kind of line endings. */
const digest = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 32);

export interface WrittenFiles {
  removed: string[];
  /** Files that an editor has changed since the last import; they are not overwritten. */
  editedFiles: string[];
}

/**
 * Writes all files to a folder, or none if a check fails. Removes files of an earlier import that are no longer needed.
 */
export function writeContent(
  folder: string,
  files: ReadonlyMap<string, string>,
  before: ImportRecord | undefined,
  now: Omit<ImportRecord, 'files'>,
  force: boolean,
): WrittenFiles {
  const known = before?.files ?? {};
  const stale = Object.keys(known).filter((name) => !files.has(name) && at(join(folder, name)));
  const names = [...files.keys(), ...stale];
  refuseWrongKinds(folder, [...names, recordName]);
  const textOf = (name: string): string | undefined =>
    at(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
  const isChanged = (name: string): boolean => {
    const text = textOf(name);
    if (text === undefined || known[name] === undefined) return false;
    const equalsNewText = digest(text) === digest(files.get(name) ?? '');
    return digest(text) !== known[name] && !equalsNewText;
  };
  const editedFiles = names.filter(isChanged);
  const foreign = [...files].filter(([name, text]) => known[name] === undefined && (textOf(name) ?? text) !== text);
  if (foreign.length > 0 && !force)
    throw new CommandError(
      `${foreign.map(([name]) => join(folder, name)).join('\n')}\nThese files exist, so nothing was written; name another folder with --into, or overwrite them with --force.`,
    );
  const digests: Record<string, string> = {};
  for (const [name, text] of files) {
    // Keep the old digest, so that the file still counts as changed at the next import.
    digests[name] = editedFiles.includes(name) ? (known[name] ?? '') : digest(text);
    if (editedFiles.includes(name)) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    const isKnown = known[name] !== undefined || textOf(name) !== undefined;
    // "wx" fails if the file has been created in the meantime.
    writeFileSync(join(folder, name), text, { flag: isKnown ? 'w' : 'wx' });
  }
  const removed = stale.filter((name) => !editedFiles.includes(name));
  for (const name of removed) rmSync(join(folder, name));
  for (const name of editedFiles.filter((it) => !files.has(it))) digests[name] = known[name] ?? '';
  writeFileSync(join(folder, recordName), recordText(record.parse({ ...now, files: digests })));
  return { removed, editedFiles };
}

const recordText = (it: ImportRecord): string =>
  `# "npm run import" writes this and reads it the next time. You may edit "flags".\n${stringify(it, { lineWidth: 0 })}`;

const at = (path: string) => lstatSync(path, { throwIfNoEntry: false });

/** Throws if a path is a symbolic link, or is not of the expected kind. */
function refuseWrongKinds(folder: string, names: readonly string[]): void {
  const paths = names.map((name) => join(folder, name));
  const noFolders = [...new Set(paths.map(dirname))].filter((path) => at(path)?.isDirectory() === false);
  const wrong = noFolders.length > 0 ? noFolders : paths.filter((path) => at(path)?.isFile() === false);
  if (wrong.length > 0)
    throw new CommandError(
      `${wrong.join('\n')}\nThese are symbolic links or the wrong kind of file, so nothing was written; name another folder with --into.`,
    );
}
