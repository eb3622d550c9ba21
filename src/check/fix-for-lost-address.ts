import { address } from '../domain/addresses/address.ts';
import type { Owner } from '../domain/addresses/every-address.ts';
import type { Catalogue, Tier } from '../domain/catalogue/catalogue.ts';
import { idsOf, originalId } from '../domain/catalogue/former-ids.ts';
import { documentHeadings, headingAnchor, type DocumentHeading } from '../domain/document.ts';
import { everyRequirement } from '../domain/policy-events.ts';
import { nearest, type LostIds } from '../domain/unknown-id.ts';
import { anchorOfChange, type OwnedId } from './lost-ids.ts';

/** The addresses that were published, and those that will be for the first time. */
interface Lists {
  listed: ReadonlyMap<string, unknown>;
  unlisted: ReadonlySet<string>;
}

/** Says how to keep the addresses of a lost id. Names what took its place only if that is certain. */
export function fixForLostId({ kind, id }: OwnedId, lostIds: LostIds, catalogue: Catalogue): string {
  const heir = certainHeir(id, lostIds);
  if (kind === 'tier') {
    const file = everyTier(catalogue).find(({ slug }) => slug === heir)?.file;
    return `write 'slug: "${id}"' in ${file ?? 'the file of that tier'}; its "label" can change`;
  }
  if (kind === 'column') {
    if (heir === undefined) return `put the column "${id}" back into site.yaml`;
    return `write "id: ${id}" in place of "id: ${heir}" in site.yaml; its "label" can change`;
  }
  // A feature that was published on its own has changes of its own, so it cannot take the place of another.
  const unknownHeir = kind === 'feature' ? 'the file that it was renamed to' : `the ${kind} that took its place`;
  const where = heir === undefined ? unknownHeir : placeOf(kind, heir, catalogue);
  return `write "formerIds: [${id}]" in ${where}, ${putBack[kind]}`;
}

/** The id that took the place of a lost one, if no other id can have, and if it can have replaced no other lost id. */
function certainHeir(id: string, lostIds: LostIds): string | undefined {
  const [heir, ...others] = lostIds.get(id) ?? [];
  if (heir === undefined || others.length > 0) return undefined;
  const isRivaled = [...lostIds].some(([it, heirs]) => it !== id && heirs.includes(heir));
  return isRivaled ? undefined : heir;
}

/** The file of an id, or what is in a file together with others. */
function placeOf(kind: Owner, id: string, { features, ...policy }: Catalogue): string {
  if (kind === 'category') return `category "${id}"`;
  const files = kind === 'feature' ? features : everyRequirement(policy);
  return files.find((it) => it.id === id)?.file ?? id;
}

const putBack: Record<Owner, string> = {
  feature: 'put its file back with an entry that says "removed: true"',
  requirement: 'put its file back with "retired"',
  category: 'put it back',
};

/** Says how to keep an address that belongs to no lost id, like one of a heading, a change or a snapshot. */
export function fixForLostAddress(path: string, catalogue: Catalogue, lists: Lists): string {
  const { tiers, document } = catalogue;
  const [, column] = /^\?(.+)=$/.exec(path) ?? [];
  if (column !== undefined) return `write "filter: true" in the column "${column}" of site.yaml`;
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

const everyTier = ({ tiers, retiredTiers }: Pick<Catalogue, 'tiers' | 'retiredTiers'>): Tier[] => [
  ...tiers,
  ...retiredTiers,
];

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

/** The heading that probably replaced a lost one: a new one with a similar anchor, or the only new one. */
function heirOf(anchor: string, catalogue: Catalogue, unlisted: ReadonlySet<string>): DocumentHeading | undefined {
  const fresh = documentHeadings(catalogue).filter((it) => unlisted.has(`${address.policy}#${it.anchor}`));
  const like = nearest(
    anchor,
    fresh.map((it) => it.anchor),
  );
  return fresh.find((it) => it.anchor === like) ?? (fresh.length === 1 ? fresh[0] : undefined);
}
