import { basename, join, relative } from 'node:path';
import { readEnvironment } from '../check/environment.ts';
import type { SiteData } from '../schema/site.ts';

/** The repository of the content, and the branch that is published. */
export interface Repository {
  url: string;
  branch: string;
}

/** The commit of the content; null if no variable gives it. */
export const { commit } = readEnvironment();

type Variables = Record<string, string | undefined>;

/** The repository from REPOSITORY_URL, else from site.yaml, else from the variables of GitHub Actions. */
export function repositoryOf(
  { repository }: Pick<SiteData, 'repository'>,
  env: Variables = process.env,
): Repository | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = env;
  const workflow = GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined;
  const url = env['REPOSITORY_URL'] || repository || workflow;
  return url ? { url: url.replace(/\/+$/, ''), branch: branchOf(env) } : undefined;
}

/** The branch that a workflow builds. The build of a pull request has none, so its edit links lead to main. */
function branchOf({ GITHUB_REF_TYPE, GITHUB_HEAD_REF, GITHUB_REF_NAME = '' }: Variables): string {
  const isOwn = GITHUB_REF_TYPE === 'branch' && !GITHUB_HEAD_REF;
  // A valid branch name of Git. It cannot change the rest of the address that it becomes part of.
  return isOwn && /^(?![./-])(?!.*(?:\.\.|\/\.|\/\/))[^\s\p{C}~^:?*[\\]+$/u.test(GITHUB_REF_NAME)
    ? GITHUB_REF_NAME
    : 'main';
}

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** The address to edit a file or view a folder; undefined for a path outside the repository. */
export function editAddress({ url, branch }: Repository, file: string): string | undefined {
  if (file.startsWith('..') || file.startsWith('/')) return undefined;
  return `${url}/${/\.[a-z]+$/.test(file) ? 'edit' : 'tree'}/${encoded(branch)}/${encoded(file)}`;
}

/** The path of a file in the content folder, relative to the project. */
export const contentPath = (name: string): string => join(readEnvironment().content, name);

/** The path of a content file for a page. For a file outside the project, it begins at the content folder. */
export function shownPath(file: string): string {
  const { content } = readEnvironment();
  return file.startsWith('..') ? join(basename(content), relative(content, file)) : file;
}
