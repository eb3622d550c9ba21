import { join } from 'node:path';
import { addressesOf, type Owner } from '../domain/addresses/every-address.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { oneLine } from '../domain/text.ts';
import { conflictIn } from './conflict-markers.ts';
import type { Files } from './files.ts';
import { anchorOfChange, fixForLostAddress, fixForLostId, type LostId } from './fix-for-lost-address.ts';
import type { Problem } from './problem.ts';
import { positionIn } from './source-position.ts';

/** The path of the file that lists every address ever published. */
export const addressList = (root: string): string => join(root, 'addresses.txt');

/** The difference between the listed addresses and those that the content would publish. */
export interface CheckedAddresses {
  problems: Problem[];
  /** Addresses that are not listed yet; empty if there is no list. */
  unlisted: string[];
}

/** Finds every listed address that would no longer exist. All addresses of one lost id share a message. */
export function checkAddresses(
  root: string,
  catalogue: Catalogue,
  published: ReadonlySet<string>,
  files: Files,
): CheckedAddresses {
  const file = addressList(root);
  const size = files.size(file) ?? 0;
  const text = size > mostBytes ? undefined : files.text(file);
  if (text === undefined) {
    const message =
      size > mostBytes
        ? `the file has ${size} bytes; write at most ${mostBytes}`
        : 'this is not a readable file; replace it with the list of addresses';
    return { problems: files.exists(file) ? [{ file, line: 1, column: 1, message }] : [], unlisted: [] };
  }
  const listed = listedIn(text);
  const firstLines = new Map(listed.toReversed().map(({ path, line }) => [path, line]));
  const unlisted = new Set([...published].filter((path) => !firstLines.has(path)));
  const lost = listed
    .filter(({ path, line }) => !published.has(path) && firstLines.get(path) === line)
    .map(({ path, line }) => ({ path, line, owner: ownerOf(path) }));
  const ids = lost.map(({ owner }) => owner).filter((owner) => owner !== undefined);
  const idOf = idsByAddress(ids);
  const others = new Map<LostId | undefined, number>();
  for (const { path } of lost) others.set(idOf(path), (others.get(idOf(path)) ?? -1) + 1);
  // One message for each lost id, and one for each address that belongs to none.
  const separate = lost.filter(({ path, owner }) => owner || !idOf(path));
  const problems = separate.slice(0, mostReported).map(({ path, line, owner: own }): Problem => {
    const owner = own && idOf(path);
    const count = owner ? (others.get(owner) ?? 0) : 0;
    const more = count > 0 ? ` (and ${count} more)` : '';
    const what = owner
      ? fixForLostId(owner, ids, catalogue, unlisted)
      : fixForLostAddress(path, catalogue, { listed: firstLines, unlisted });
    const message = `"/${oneLine(path)}"${more} would lead nowhere; ${what}, or delete this line and say why in the commit`;
    return { file, line, column: 1, message, leadsTo: `/${path}` };
  });
  problems.unshift(...strangeLines(text).map((line) => ({ file, line, column: 1, message: strangeLine })));
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

/** Finds conflict markers in the list. A list with markers must not be read any further. */
export function conflictInList(root: string, files: Files): Problem[] {
  const file = addressList(root);
  const text = (files.size(file) ?? 0) > mostBytes ? '' : (files.text(file) ?? '');
  const conflict = conflictIn(text);
  return conflict ? [{ file, ...positionIn(text, conflict.offset), message: conflict.message }] : [];
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

/** The id that an address without a fragment belongs to. */
function ownerOf(path: string): LostId | undefined {
  if (path.includes('#')) return undefined;
  const id = path.split('/').filter(Boolean).at(-1) ?? '';
  const kind = (Object.keys(addressesOf) as Owner[]).find((owner) => addressesOf[owner](id).includes(path));
  return kind && { kind, id };
}

/**
 * Returns a function that finds the lost id of an address: by the whole address, by its fragment, or by the change of
 * status that it leads to.
 */
function idsByAddress(ids: readonly LostId[]): (path: string) => LostId | undefined {
  const known = new Map<string, LostId>();
  const set = (path: string, id: LostId) => known.has(path) || known.set(path, id);
  for (const it of ids) {
    for (const path of addressesOf[it.kind](it.id)) set(path, it);
    set(`#${it.id}`, it);
  }
  return (path) => {
    const fragment = /#.*/.exec(path)?.[0] ?? '';
    const [, , changed = ''] = anchorOfChange.exec(path) ?? [];
    return known.get(path) ?? known.get(fragment) ?? known.get(`#${changed}`);
  };
}
