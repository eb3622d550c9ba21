import { join } from 'node:path';
import { address } from '../domain/addresses/address.ts';
import { addressesOf, type Owner } from '../domain/addresses/every-address.ts';
import type { Catalogue, Tier } from '../domain/catalogue/catalogue.ts';
import { idsOf, originalId } from '../domain/catalogue/former-ids.ts';
import { documentHeadings, headingAnchor, type DocumentHeading } from '../domain/document.ts';
import { everyRequirement } from '../domain/policy-events.ts';
import { nearest } from '../domain/unknown-id.ts';
import { conflictIn } from './conflict-markers.ts';
import { oneLine } from '../domain/text.ts';
import type { Files } from './files.ts';
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
      ? fixId(owner, ids, catalogue, unlisted)
      : fixAnchor(path, catalogue, { listed: firstLines, unlisted });
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

interface LostId {
  kind: Owner;
  id: string;
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

/**
 * Names the file that probably replaced a lost id: a new one with a similar name, or the only new one if only one id of
 * the kind is lost.
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
  // A feature that was published on its own has changes of its own, so it cannot take the place of another.
  const unknownHeir = kind === 'feature' ? 'the file that it was renamed to' : `the ${kind} that took its place`;
  const where = heir ? (heir.file ?? `${kind} "${heir.id}"`) : unknownHeir;
  return `write "formerIds: [${id}]" in ${where}, ${putBack[kind]}`;
}

const everyTier = ({ tiers, retiredTiers }: Catalogue): Tier[] => [...tiers, ...retiredTiers];

const putBack: Record<Owner, string> = {
  feature: 'put its file back with an entry that says "removed: true"',
  requirement: 'put its file back with "retired"',
  category: 'put it back',
};

const anchorOfChange = /^changes\/#(policy-(?:requirement|tier)-(?:changed|retired)-)?(.+)-(\d{4}-\d\d-\d\d)$/;

/**
 * Says how to keep the anchor of a change. It begins with the oldest id of its feature or requirement, so it is also
 * lost if `formerIds` has another order or names something that was published on its own.
 */
function fixChange(path: string, catalogue: Catalogue, { listed, unlisted }: Lists): string {
  const [, prefix = '', id = '', date = ''] = anchorOfChange.exec(path) ?? [];
  const under = (other: string) => address.change({ id: `${prefix}${other}-${date}` });
  const ofTiers = prefix.startsWith('policy-tier-') ? everyTier(catalogue) : [];
  const renamed = ofTiers.find((tier) => unlisted.has(under(tier.id)));
  if (renamed) return `rename ${renamed.file} back to ${id}.mdx`;
  const kind = prefix === '' ? 'feature' : 'requirement';
  const owners = kind === 'feature' ? catalogue.features : everyRequirement(catalogue);
  const owner = owners.find((it) => idsOf(it).includes(id));
  if (prefix.endsWith('-retired-')) return 'put "retired" back, and write a new file if it applies again';
  if (!owner || originalId(owner) === id) return 'put the entry back, and record the change in a new entry';
  const first = originalId(owner);
  const ownChanges = address.change({ id: `${prefix}${first}-` });
  const hadChanges = [...listed.keys()].some(
    (it) => it.startsWith(ownChanges) && anchorOfChange.exec(it)?.[2] === first,
  );
  if (!hadChanges) {
    const ids = [id, ...owner.formerIds.filter((it) => it !== id)];
    return `write "formerIds: [${ids.join(', ')}]" in ${owner.file}, the oldest id first`;
  }
  const other = id === owner.id ? first : id;
  return `delete "${other}" from "formerIds" in ${owner.file}, since it was a ${kind} of its own, and ${putBack[kind]}`;
}

/** The addresses that were published, and those that will be for the first time. */
interface Lists {
  listed: ReadonlyMap<string, unknown>;
  unlisted: ReadonlySet<string>;
}

function fixAnchor(path: string, catalogue: Catalogue, lists: Lists): string {
  const { tiers, document } = catalogue;
  const [, slug] = /^(?:tiers\/|#tier-)([^/#]+)(?:\/|$)/.exec(path) ?? [];
  if (slug !== undefined && !everyTier(catalogue).some((tier) => tier.slug === slug))
    return `write 'slug: "${slug}"' in the file of that tier; its "label" can change`;
  const [, name] = /^([^/#]+)\.md$/.exec(path) ?? [];
  if (name !== undefined) return `write "document: ${name}" in site.yaml`;
  const [page = '', anchor] = path.split('#');
  const ofPage = tiers.find((tier) => page === address.tier(tier));
  const heir = anchor !== undefined && page === address.policy ? heirOf(anchor, catalogue, lists.unlisted) : undefined;
  const ofHeading = tiers.find(({ label }) => anchor?.startsWith(`${headingAnchor(label)}-`));
  const file = (ofPage ?? heir?.tier ?? ofHeading)?.file;
  if (page === address.changes) return fixChange(path, catalogue, lists);
  if (page.startsWith(address.snapshots)) return 'put the entry back, and record the change in a new entry';
  if (anchor !== undefined && !file && page === address.policy)
    return `write "formerAnchors: { ${anchor}: ${heir?.anchor ?? 'HEADING-THAT-TOOK-ITS-PLACE'} }" in ${document.file}`;
  if (anchor === undefined || file === undefined) return 'restore the page that it led to';
  return `write "formerAnchors: [${anchor}]" in ${file}`;
}

/** The heading that probably replaced a lost one: a new one with a similar anchor, or the only new one. */
function heirOf(anchor: string, catalogue: Catalogue, unlisted: ReadonlySet<string>): DocumentHeading | undefined {
  const fresh = documentHeadings(catalogue).filter((it) => unlisted.has(`${address.policy}#${it.anchor}`));
  const like = nearest(
    anchor,
    fresh.map((it) => it.anchor),
  );
  return fresh.find((it) => it.anchor === like) ?? (fresh.length === 1 ? fresh[0] : undefined);
}
