import { join } from 'node:path';
import { address } from '../domain/addresses/address.ts';
import { addressesOf, type Owner } from '../domain/addresses/every-address.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { documentHeadings, headingAnchor } from '../domain/document.ts';
import { everyRequirement } from '../domain/policy-events.ts';
import { nearest } from '../domain/nearest.ts';
import { conflictIn } from './conflict-markers.ts';
import { oneLine } from '../domain/words.ts';
import type { Files } from './files.ts';
import type { Problem } from './problem.ts';
import { placeIn } from './source-position.ts';

/** The list of every address that was ever published, in the content folder. */
export const addressList = (root: string): string => join(root, 'addresses.txt');

/** What the list says, against what the content would publish. */
export interface CheckedAddresses {
  problems: Problem[];
  /** Addresses that the list does not have yet; none where there is no list. */
  unlisted: string[];
}

/**
 * Finds every listed address that is not alive, so would lead nowhere; one message for all that stand for the same lost
 * id.
 */
export function checkAddresses(
  root: string,
  catalogue: Catalogue,
  alive: ReadonlySet<string>,
  files: Files,
): CheckedAddresses {
  const file = addressList(root);
  const size = files.size(file) ?? 0;
  const text = size > mostBytes ? undefined : files.text(file);
  if (text === undefined) {
    const message =
      size > mostBytes
        ? `the file has ${size} bytes; write at most ${mostBytes}`
        : 'this is not a file that can be read; put the list of addresses here';
    return { problems: files.exists(file) ? [{ file, line: 1, column: 1, message }] : [], unlisted: [] };
  }
  const listed = listedIn(text);
  const firstLines = new Map(listed.toReversed().map(({ path, line }) => [path, line]));
  const unlisted = new Set([...alive].filter((path) => !firstLines.has(path)));
  const lost = listed
    .filter(({ path, line }) => !alive.has(path) && firstLines.get(path) === line)
    .map(({ path, line }) => ({ path, line, owner: ownerOf(path) }));
  const ids = lost.map(({ owner }) => owner).filter((owner) => owner !== undefined);
  const idOf = idsByAddress(ids);
  const others = new Map<LostId | undefined, number>();
  for (const { path } of lost) others.set(idOf(path), (others.get(idOf(path)) ?? -1) + 1);
  // One line for each id and for each address that stands for none.
  const told = lost.filter(({ path, owner }) => owner || !idOf(path));
  const problems = told.slice(0, mostTold).map(({ path, line, owner: own }) => {
    const owner = own && idOf(path);
    const count = owner ? (others.get(owner) ?? 0) : 0;
    const more = count > 0 ? ` (and ${count} more)` : '';
    const what = owner ? fixId(owner, ids, catalogue, unlisted) : fixAnchor(path, catalogue, unlisted);
    const message = `"/${oneLine(path)}"${more} would lead nowhere; ${what}, or delete this line and say why in the commit`;
    return { file, line, column: 1, message };
  });
  const [next] = told.slice(mostTold);
  if (next)
    problems.push({
      file,
      line: next.line,
      column: 1,
      message: `${told.length - mostTold} more lines would lead nowhere; correct those above first`,
    });
  return { problems, unlisted: [...unlisted] };
}

/** What a merge left in the list, which nobody may read before it is resolved. */
export function conflictInList(root: string, files: Files): Problem[] {
  const file = addressList(root);
  const text = (files.size(file) ?? 0) > mostBytes ? '' : (files.text(file) ?? '');
  const conflict = conflictIn(text);
  return conflict ? [{ file, ...placeIn(text, conflict.offset), message: conflict.message }] : [];
}

/** The addresses of thousands of features are shorter. */
const mostBytes = 4 << 20;

/** How many lost addresses are told one by one. */
const mostTold = 50;

/** The addresses of a list: one a line, from the site's base; a line that does not begin with `/` is a remark. */
const listedIn = (text: string): { path: string; line: number }[] =>
  text
    .split(/\r?\n/)
    .flatMap((row, index) => (row.startsWith('/') ? [{ path: row.trim().slice(1), line: index + 1 }] : []));

/** A list with addresses added in their places; remarks stay on top. */
export function withAddresses(text: string, added: readonly string[]): string {
  const remarks = text.split(/\r?\n/).filter((row) => row !== '' && !row.startsWith('/'));
  const paths = [...new Set([...listedIn(text).map(({ path }) => path), ...added])].sort();
  return `${[...remarks, ...paths.map((path) => `/${path}`)].join('\n')}\n`;
}

interface LostId {
  kind: Owner;
  id: string;
}

/** The id that an address stands for, where it is the first of those that do. */
function ownerOf(path: string): LostId | undefined {
  if (path.includes('#')) return undefined;
  const id = path.split('/').filter(Boolean).at(-1) ?? '';
  const kind = (Object.keys(addressesOf) as Owner[]).find((owner) => addressesOf[owner](id).includes(path));
  return kind && { kind, id };
}

/** Which of some lost ids an address stands for: by itself, by its fragment, or as a change of it. */
function idsByAddress(ids: readonly LostId[]): (path: string) => LostId | undefined {
  const known = new Map<string, LostId>();
  const set = (path: string, id: LostId) => known.has(path) || known.set(path, id);
  for (const it of ids) {
    for (const path of addressesOf[it.kind](it.id)) set(path, it);
    set(`#${it.id}`, it);
  }
  return (path) => {
    const fragment = /#.*/.exec(path)?.[0] ?? '';
    const changed = path.startsWith(address.change({ id: '' })) ? fragment.replace(/-\d{4}-\d\d-\d\d$/, '') : '';
    return known.get(path) ?? known.get(fragment) ?? known.get(changed);
  };
}

/**
 * Names the file that probably took the place of a lost id: a new one of a like name, or the only new one for the only
 * lost.
 */
function fixId(
  { kind, id }: LostId,
  lost: readonly LostId[],
  catalogue: Catalogue,
  unlisted: ReadonlySet<string>,
): string {
  const all: { id: string; file?: string }[] = {
    feature: catalogue.features,
    requirement: everyRequirement(catalogue),
    category: catalogue.categories,
  }[kind];
  const fresh = all.filter((it) => unlisted.has(addressesOf[kind](it.id)[0] ?? ''));
  const like = nearest(
    id,
    fresh.map((it) => it.id),
  );
  const only = fresh.length === 1 && lost.filter((it) => it.kind === kind).length === 1;
  const heir = fresh.find((it) => it.id === like) ?? (only ? fresh[0] : undefined);
  const where = heir ? (heir.file ?? `${kind} "${heir.id}"`) : `the ${kind} that took its place`;
  const back = kind === 'feature' ? 'put its file back with an entry that says "removed: true"' : 'put it back';
  return `write "formerIds: [${id}]" in ${where}, ${back}`;
}

function fixAnchor(path: string, catalogue: Catalogue, unlisted: ReadonlySet<string>): string {
  const { tiers, document } = catalogue;
  const [page = '', anchor] = path.split('#');
  const ofPage = tiers.find((tier) => page === address.tier(tier));
  const ofHeading = tiers.find(({ label }) => anchor?.startsWith(`${headingAnchor(label)}-`));
  const file = (ofPage ?? ofHeading)?.file;
  if (page.startsWith(address.snapshots) || page === address.changes)
    return 'put the entry back, and add one to the history rather than change it';
  if (anchor !== undefined && !file && page === address.policy)
    return `write "formerAnchors: { ${anchor}: ${heirOf(anchor, catalogue, unlisted)} }" in ${document.file}`;
  if (anchor === undefined || file === undefined) return 'put back what it led to';
  return `write "formerAnchors: [${anchor}]" in ${file}`;
}

/** The heading that probably took the place of a lost one: a new one of a like anchor, or the only new one. */
function heirOf(anchor: string, catalogue: Catalogue, unlisted: ReadonlySet<string>): string {
  const fresh = documentHeadings(catalogue)
    .map((heading) => heading.anchor)
    .filter((it) => unlisted.has(`${address.policy}#${it}`));
  return nearest(anchor, fresh) ?? (fresh.length === 1 ? fresh[0] : undefined) ?? 'HEADING-THAT-TOOK-ITS-PLACE';
}
