import { basename, join, relative } from 'node:path';
import { readEnvironment } from '../check/environment.ts';
import type { SiteData } from '../schema/site.ts';

/** The repository that the content can be edited in, and the branch that is published. */
export interface Repository {
  url: string;
  branch: string;
}

/** The commit of the content, where the build is told it. */
export const { commit } = readEnvironment();

type Variables = Record<string, string | undefined>;

/** Named by REPOSITORY_URL, else by the content, else by the workflow that builds; nothing where none of them does. */
export function repositoryOf(
  { repository }: Pick<SiteData, 'repository'>,
  env: Variables = process.env,
): Repository | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = env;
  const workflow = GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined;
  const url = env['REPOSITORY_URL'] || repository || workflow;
  return url ? { url: url.replace(/\/+$/, ''), branch: branchOf(env) } : undefined;
}

/** The branch that a workflow builds; a pull request's build has none of its own, and its pages are edited on main. */
function branchOf({ GITHUB_REF_TYPE, GITHUB_HEAD_REF, GITHUB_REF_NAME = '' }: Variables): string {
  const isOwn = GITHUB_REF_TYPE === 'branch' && !GITHUB_HEAD_REF;
  // What Git takes for a branch, which cannot climb out of the address that it is a part of.
  return isOwn && /^(?![./-])(?!.*(?:\.\.|\/\.|\/\/))[^\s\p{C}~^:?*[\\]+$/u.test(GITHUB_REF_NAME)
    ? GITHUB_REF_NAME
    : 'main';
}

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Where a file can be edited, or a folder looked at; nothing for a file outside the repository. */
export function editAddress({ url, branch }: Repository, file: string): string | undefined {
  if (file.startsWith('..') || file.startsWith('/')) return undefined;
  return `${url}/${/\.[a-z]+$/.test(file) ? 'edit' : 'tree'}/${encoded(branch)}/${encoded(file)}`;
}

/** The path of something in the content folder, from where the project is. */
export const contentPath = (name: string): string => join(readEnvironment().content, name);

/** The path of a content file as a page shows it; of one outside the project, only what is below the content folder. */
export function shownPath(file: string): string {
  const { content } = readEnvironment();
  return file.startsWith('..') ? join(basename(content), relative(content, file)) : file;
}
