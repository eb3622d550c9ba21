import { join } from 'node:path';
import { unknownId } from '../domain/nearest.ts';
import { oneLine } from '../domain/words.ts';
import { checkContent } from '../check/check-content.ts';
import { newFeatureFile, withEntry, type NewEntry, type NewFeature } from './entry.ts';
import { disk, memory, type Files } from '../check/files.ts';
import { knownNames } from '../check/known-ids.ts';
import type { ContentFile } from '../check/parse-file.ts';
import { CommandError, problemLine } from '../check/problem.ts';
import { flawInName, type ContentFolder } from '../check/read-content.ts';

/** A file that a command is about to write: checked with all other content, though not yet written. */
export interface CheckedFile {
  path: string;
  text: string;
}

/** An id that a new file can have; throws where no file of content can be named so. */
export function newId(id: string): string {
  const mistake = flawInName(`${id}.mdx`);
  if (mistake !== undefined) throw new CommandError(`"${oneLine(id)}" cannot be an id: ${mistake}`);
  return id;
}

/** A new feature's file; throws where there is one, or where the file would not pass the check. */
export function proposeFeature(root: string, id: string, feature: NewFeature, files: Files = disk): CheckedFile {
  const folder = join(root, 'features');
  const path = join(folder, `${newId(id)}.mdx`);
  if (!files.names(folder)) throw new CommandError(`${folder} is not there, or leads elsewhere; make a folder of it`);
  if (files.exists(path))
    throw new CommandError(`${path} is there already; "npm run new -- change ${id}" adds an entry to it`);
  return checked(root, { path, text: newFeatureFile(feature) }, files);
}

/** A feature's file with a new entry on top of its history; throws where the file would not pass the check. */
export function proposeChange(root: string, id: string, entry: NewEntry, files: Files = disk): CheckedFile {
  const file = trackedFeature(checkContent(root, files).content, id);
  const text = withEntry(file.text, file.placeOf(['history', 0]).line, entry);
  if (text === undefined)
    throw new CommandError(
      `${file.path}: its history is not written as a list with "- date:" on lines of their own; add the entry by hand`,
    );
  return checked(root, { path: file.path, text }, files);
}

/** The file of a feature; throws where there is none. */
export function trackedFeature(content: ContentFolder, id: string): ContentFile {
  const file = content.features.find((it) => it.id === id);
  if (!file) throw new CommandError(unknownId('feature', id, knownNames(content).feature ?? []));
  return file;
}

function checked(root: string, proposal: CheckedFile, files: Files): CheckedFile {
  const { problems } = checkContent(root, memory(new Map([[proposal.path, proposal.text]]), files));
  const own = problems.filter(({ file }) => file === proposal.path);
  if (own.length > 0) throw new CommandError(`${own.map(problemLine).join('\n')}\nNothing was written.`);
  return proposal;
}
