import { join } from 'node:path';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { oneLine } from '../domain/text.ts';
import type { LostIds } from '../domain/unknown-id.ts';
import { conflictIn } from './conflict-markers.ts';
import type { Files } from './files.ts';
import { fixForLostAddress, fixForLostId } from './fix-for-lost-address.ts';
import { anchorOfChange, ownAddresses, ownerOf, type OwnedId } from './lost-ids.ts';
import type { Problem } from './problem.ts';
import { positionIn } from './source-position.ts';

/** The path of the file that lists every address ever published. */
export const addressList = (root: string): string => join(root, 'addresses.txt');

/** The list of addresses, and what is wrong with the file. */
export interface AddressList {
  file: string;
  /** The first line of each address; undefined if there is no list, or none that can be read. */
  lines: ReadonlyMap<string, number> | undefined;
  problems: Problem[];
}

/** Reads the list. A list with conflict markers is not read any further. */
export function readAddressList(root: string, files: Files): AddressList {
  const file = addressList(root);
  const unreadable = (message: string, position = { line: 1, column: 1 }): AddressList => ({
    file,
    lines: undefined,
    problems: [{ file, ...position, message }],
  });
  const size = files.size(file) ?? 0;
  if (size > mostBytes) return unreadable(`the file has ${size} bytes; write at most ${mostBytes}`);
  const text = files.text(file);
  if (text === undefined && files.exists(file))
    return unreadable('this is not a readable file; replace it with the list of addresses');
  if (text === undefined) return { file, lines: undefined, problems: [] };
  const conflict = conflictIn(text);
  if (conflict) return unreadable(conflict.message, positionIn(text, conflict.offset));
  const listed = listedIn(text).toReversed();
  return {
    file,
    lines: new Map(listed.map(({ path, line }) => [path, line])),
    problems: strangeLines(text).map((line) => ({ file, line, column: 1, message: strangeLine })),
  };
}

/** The difference between the listed addresses and those that the content would publish. */
export interface CheckedAddresses {
  problems: Problem[];
  /** Addresses that are not listed yet; empty if there is no list. */
  unlisted: string[];
}

/** Finds every listed address that would no longer exist. All addresses of one lost id share a message. */
export function checkAddresses(
  { file, lines: listed }: AddressList,
  lostIds: Record<OwnedId['kind'], LostIds>,
  catalogue: Catalogue,
  published: ReadonlySet<string>,
): CheckedAddresses {
  if (!listed) return { problems: [], unlisted: [] };
  const unlisted = new Set([...published].filter((path) => !listed.has(path)));
  const lost = [...listed]
    .filter(([path]) => !published.has(path))
    .map(([path, line]) => ({ path, line, owner: ownerOf(path) }))
    .sort((a, b) => a.line - b.line);
  const idOf = idsByAddress(lost.map(({ owner }) => owner).filter((owner) => owner !== undefined));
  const others = new Map<OwnedId | undefined, number>();
  for (const { path } of lost) others.set(idOf(path), (others.get(idOf(path)) ?? -1) + 1);
  // One message for each lost id, and one for each address that belongs to none.
  const separate = lost.filter(({ path, owner }) => owner || !idOf(path));
  const problems = separate.slice(0, mostReported).map(({ path, line, owner: own }): Problem => {
    const owner = own && idOf(path);
    const count = owner ? (others.get(owner) ?? 0) : 0;
    const more = count > 0 ? ` (and ${count} more)` : '';
    const what = owner
      ? fixForLostId(owner, lostIds[owner.kind], catalogue)
      : fixForLostAddress(path, catalogue, { listed, unlisted });
    const message = `"/${oneLine(path)}"${more} would lead nowhere; ${what}, or delete this line and say why in the commit`;
    return { file, line, column: 1, message, leadsTo: `/${path}` };
  });
  const [next] = separate.slice(mostReported);
  if (next)
    problems.push({
      file,
      line: next.line,
      column: 1,
      message: `${separate.length - mostReported} more lines would lead nowhere; correct those above first`,
    });
  return { problems, unlisted: [...unlisted] };
}

/** The largest list that is read, in bytes; thousands of features need less. */
const mostBytes = 4 << 20;

/** The most lost addresses that are reported one by one. */
const mostReported = 50;

/** Reads one address a line, relative to the site's base. A line that begins with `# ` is a comment. */
const listedIn = (text: string): { path: string; line: number }[] =>
  text
    .split(/\r?\n/)
    .flatMap((row, index) => (row.startsWith('/') ? [{ path: row.trim().slice(1), line: index + 1 }] : []));

/** The lines, counted from 1, that are neither an address nor a comment. */
const strangeLines = (text: string): number[] =>
  text.split(/\r?\n/).flatMap((row, index) => (/^(?:\/|#(?:\s|$)|\s*$)/.test(row) ? [] : index + 1));

const strangeLine = 'this line is not an address; write one that begins with "/", or a comment that begins with "# "';

/** Adds addresses to a list and sorts it. Comments move to the top. */
export function withAddresses(text: string, added: readonly string[]): string {
  const remarks = text.split(/\r?\n/).filter((row) => row !== '' && !row.startsWith('/'));
  const paths = [...new Set([...listedIn(text).map(({ path }) => path), ...added])].sort();
  return `${[...remarks, ...paths.map((path) => `/${path}`)].join('\n')}\n`;
}

/**
 * Returns a function that finds the lost id of an address: by the whole address, by its fragment, by the change of
 * status that it leads to, or by the page that it is on.
 */
function idsByAddress(ids: readonly OwnedId[]): (path: string) => OwnedId | undefined {
  const known = new Map<string, OwnedId>();
  const set = (path: string, id: OwnedId) => known.has(path) || known.set(path, id);
  for (const it of ids) {
    for (const path of ownAddresses[it.kind](it.id)) set(path, it);
    // Columns and tiers have no anchor of their own id.
    if (it.kind !== 'column' && it.kind !== 'tier') set(`#${it.id}`, it);
  }
  return (path) => {
    const fragment = /#.*/.exec(path)?.[0] ?? '';
    const [, , changed = ''] = anchorOfChange.exec(path) ?? [];
    return known.get(path) ?? known.get(fragment) ?? known.get(`#${changed}`) ?? known.get(path.replace(fragment, ''));
  };
}
