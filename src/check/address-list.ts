import { join } from 'node:path';
import { address } from '../domain/addresses/address.ts';
import { addressesOf, type Owner } from '../domain/addresses/every-address.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { documentHeadings } from '../domain/document.ts';
import { everyRequirement } from '../domain/policy-events.ts';
import { nearest } from '../domain/nearest.ts';
import type { Files } from './files.ts';
import type { Problem } from './problem.ts';

/** The list of every address that was ever published, in the content folder. */
export const addressList = (root: string): string => join(root, 'addresses.txt');

/** What the list says, against what the content would publish. */
export interface CheckedAddresses {
  problems: Problem[];
  /** Addresses that the list does not have yet; none where there is no list. */
  unlisted: string[];
}

/** Finds every listed address that is not alive, so would lead nowhere; one message for all that stand for the same lost id. */
export function checkAddresses(
  root: string,
  catalogue: Catalogue,
  alive: ReadonlySet<string>,
  files: Files,
): CheckedAddresses {
  const file = addressList(root);
  const text = files.text(file);
  if (text === undefined)
    return {
      problems: files.exists(file)
        ? [{ file, line: 1, column: 1, message: 'this is not a file that can be read; put the list of addresses here' }]
        : [],
      unlisted: [],
    };
  const listed = listedIn(text);
  const known = new Set(listed.map(({ path }) => path));
  const unlisted = [...alive].filter((path) => !known.has(path));
  const lost = listed.filter(({ path }) => !alive.has(path));
  const ids = lost.map(({ path }) => ownerOf(path)).filter((owner) => owner !== undefined);
  const problems = lost.flatMap(({ path, line }) => {
    const owner = ownerOf(path);
    if (!owner && ids.some((id) => standsFor(id, path))) return [];
    const count = owner ? lost.filter((it) => it.path !== path && standsFor(owner, it.path)).length : 0;
    const more = count > 0 ? ` (and ${count} more)` : '';
    const what = owner ? mendId(owner, ids, catalogue, unlisted) : mendAnchor(path, catalogue, unlisted);
    return [
      {
        file,
        line,
        column: 1,
        message: `"/${path}"${more} would lead nowhere; ${what}, or delete this line and say why in the commit`,
      },
    ];
  });
  return { problems, unlisted };
}

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
  const id = path.split(/[/#]/).filter(Boolean).at(-1) ?? '';
  const kind = (Object.keys(addressesOf) as Owner[]).find(
    (owner) => addressesOf[owner](id).includes(path) && !path.includes('#'),
  );
  return kind && { kind, id };
}

const standsFor = ({ kind, id }: LostId, path: string): boolean =>
  addressesOf[kind](id).includes(path) || path.endsWith(`#${id}`) || path.startsWith(address.change({ id: `${id}-` }));

/** Names the file that probably took the place of a lost id: a new one of a like name, or the only new one for the only lost. */
function mendId(
  { kind, id }: LostId,
  lost: readonly LostId[],
  catalogue: Catalogue,
  unlisted: readonly string[],
): string {
  const all: { id: string; file?: string }[] = {
    feature: catalogue.features,
    requirement: everyRequirement(catalogue),
    category: catalogue.categories,
  }[kind];
  const fresh = all.filter((it) => unlisted.includes(addressesOf[kind](it.id)[0] ?? ''));
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

function mendAnchor(path: string, catalogue: Catalogue, unlisted: readonly string[]): string {
  const { tiers, document } = catalogue;
  const [page = '', anchor] = path.split('#');
  const ofPage = tiers.find(({ level }) => page === address.tier({ level }));
  const ofHeading = tiers.find(({ level }) => anchor?.startsWith(`tier-${level}-`));
  const file = (ofPage ?? ofHeading)?.file;
  if (page.startsWith(address.snapshots) || page === address.changes)
    return 'put the entry back, and add one to the history rather than change it';
  if (anchor !== undefined && !file && page === address.policy)
    return `write "formerAnchors: { ${anchor}: ${heirOf(anchor, catalogue, unlisted)} }" in ${document.file}`;
  if (anchor === undefined || file === undefined) return 'put back what it led to';
  return `write "formerAnchors: [${anchor}]" in ${file}`;
}

/** The heading that probably took the place of a lost one: a new one of a like anchor, or the only new one. */
function heirOf(anchor: string, catalogue: Catalogue, unlisted: readonly string[]): string {
  const fresh = documentHeadings(catalogue)
    .map((heading) => heading.anchor)
    .filter((it) => unlisted.includes(`${address.policy}#${it}`));
  return nearest(anchor, fresh) ?? (fresh.length === 1 ? fresh[0] : undefined) ?? 'HEADING-THAT-TOOK-ITS-PLACE';
}
