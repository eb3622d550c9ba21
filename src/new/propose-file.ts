import { join } from 'node:path';
import { unknownId } from '../domain/unknown-id.ts';
import { tierNames } from '../domain/tier.ts';
import { oneLine } from '../domain/text.ts';
import { checkContent } from '../check/check-content.ts';
import {
  newFeatureFile,
  withEntry,
  withRetirement,
  type NewEntry,
  type NewFeature,
  type NewRetirement,
} from './entry-yaml.ts';
import { disk, memory, type Files } from '../check/files.ts';
import { knownNames } from '../check/known-ids.ts';
import type { ContentFile } from '../check/parse-file.ts';
import { CommandError, problemLine } from '../check/problem.ts';
import { problemInName, type ContentFolder } from '../check/read-content.ts';

/** A file that a command is about to write. It has been checked together with all other content. */
export interface CheckedFile {
  path: string;
  text: string;
}

/** Returns the id if a new file can have it; throws otherwise. */
export function checkedNewId(id: string): string {
  const mistake = problemInName(`${id}.mdx`);
  if (mistake !== undefined) throw new CommandError(`"${oneLine(id)}" cannot be an id: ${mistake}`);
  return id;
}

/** Returns the file of a new feature; throws if it exists or would not pass the check. */
export function proposeFeature(root: string, id: string, feature: NewFeature, files: Files = disk): CheckedFile {
  const folder = join(root, 'features');
  const path = join(folder, `${checkedNewId(id)}.mdx`);
  if (!files.names(folder))
    throw new CommandError(`${folder} does not exist or is a symbolic link; create a folder there`);
  if (files.exists(path))
    throw new CommandError(`${path} already exists; "npm run new -- change ${id}" adds an entry to it`);
  const { content } = checkContent(root, files);
  const owner = [...content.features, ...content.requirements].find(({ data }) => formerIdsIn(data).includes(id));
  if (owner)
    throw new CommandError(`"${id}" is a former id of ${owner.path}, to which its addresses lead; write another id`);
  return checked(root, { path, text: newFeatureFile(feature) }, files);
}

const formerIdsIn = (data: unknown): unknown[] => {
  const { formerIds } = (data ?? {}) as { formerIds?: unknown };
  return Array.isArray(formerIds) ? formerIds : [];
};

/** Returns a feature's file with a new entry at the top of its history; throws if it would not pass the check. */
export function proposeChange(root: string, id: string, entry: NewEntry, files: Files = disk): CheckedFile {
  const file = trackedFeature(checkContent(root, files).content, id);
  const text = withEntry(file.text, file.positionOf(['history', 0]).line, entry);
  if (text === undefined)
    throw new CommandError(
      `${file.path}: its history is not a list with each "- date:" on a line of its own; add the entry by hand`,
    );
  return checked(root, { path: file.path, text }, files);
}

/** A requirement or a tier that can be retired. */
export interface Retirable {
  noun: 'requirement' | 'tier';
  file: ContentFile;
}

/** Returns the requirement with an id, or the tier with a slug or id; throws if there is none or it is retired. */
export function retirable(content: ContentFolder, id: string): Retirable {
  const requirement = content.requirements.find((it) => it.id === id);
  const tierFile = content.tiers.find(({ data }) => slugOf(data) === id) ?? content.tiers.find((it) => it.id === id);
  const file = requirement ?? tierFile;
  const { requirement: requirements = [], tier = [] } = knownNames(content);
  if (!file) throw new CommandError(unknownId('requirement or tier', id, [...requirements, ...tier]));
  if (typeof file.data === 'object' && file.data && 'retired' in file.data)
    throw new CommandError(`${file.path}: "${id}" is already retired; edit "retired" in that file`);
  return { noun: requirement ? 'requirement' : 'tier', file };
}

/** Returns a file with the retirement added; throws if it would not pass the check. */
export function proposeRetirement(
  root: string,
  { file: { path, text } }: Retirable,
  retirement: NewRetirement,
  files: Files = disk,
): CheckedFile {
  const retired = withRetirement(text, retirement);
  if (retired === undefined) throw new CommandError(`${path}: its frontmatter has no closing "---"; add it first`);
  return checked(root, { path, text: retired }, files);
}

/** The slug of a tier's file, which is its level if the file says none. */
const slugOf = (data: unknown): string | undefined => {
  const { slug, level } = (data ?? {}) as { slug?: unknown; level?: unknown };
  if (!Number.isInteger(level)) return undefined;
  return tierNames({ level: Number(level), ...(typeof slug === 'string' && { slug }) }).slug;
};

/** Returns the file of a feature; throws if there is none. */
export function trackedFeature(content: ContentFolder, id: string): ContentFile {
  const file = content.features.find((it) => it.id === id);
  if (!file) throw new CommandError(unknownId('feature', id, knownNames(content).feature ?? []));
  return file;
}

/** The category of a feature, and its current tier, "none" or "removed"; undefined if the file does not say it. */
export function currentState({ data }: ContentFile): { category: string; now: string | undefined } {
  const { category, history } = (data ?? {}) as { category?: unknown; history?: unknown };
  const [entry] = (Array.isArray(history) ? history : []) as ({ tier?: unknown; removed?: unknown } | null)[];
  const now = entry?.removed === true ? 'removed' : entry?.tier;
  return { category: String(category), now: typeof now === 'string' || typeof now === 'number' ? `${now}` : undefined };
}

function checked(root: string, proposal: CheckedFile, files: Files): CheckedFile {
  const { problems } = checkContent(root, memory(new Map([[proposal.path, proposal.text]]), files));
  const own = problems.filter(({ file }) => file === proposal.path);
  if (own.length > 0) throw new CommandError(`${own.map(problemLine).join('\n')}\nNothing was written.`);
  return proposal;
}
