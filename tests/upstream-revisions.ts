// The later revisions of the real document, each as an editor's change of the content before it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { addressList, withAddresses } from '../src/check/address-list.ts';
import type { CheckedContent } from '../src/check/check-content.ts';
import { newFeatureFile, withEntry, type NewEntry } from '../src/new/entry-yaml.ts';
import { everyAddress } from '../src/domain/addresses/every-address.ts';
import type { Catalogue, Feature } from '../src/domain/catalogue/catalogue.ts';
import { currentEntry } from '../src/domain/history.ts';
import { idFrom } from '../src/domain/text.ts';
import { check, filesIn, linesOf } from './unit/content-in-memory.ts';

interface Row {
  tier: number;
  category: string;
  name: string;
  missing: string[];
}
export interface Revision {
  date: string;
  pr: number;
  subject: string;
  rows: Row[];
}
/** A change as it was recorded independently, from the document's text alone. */
export interface Event {
  type: string;
  date: string;
  category: string;
  name: string;
  from_tier?: number;
  to_tier?: number;
  missing_after?: string[];
  from_?: { name: string };
  to?: { name: string };
}
export const { revisions, events } = JSON.parse(readFileSync('tests/fixtures/upstream-history.json', 'utf8')) as {
  revisions: Revision[];
  events: Event[];
};

/** The content after a revision, and the result of the check. */
export interface EditedRevision {
  revision: Revision;
  files: Map<string, string>;
  checked: CheckedContent;
  catalogue: Catalogue;
}

/** The written requirements that the words of the tables refer to. */
const requirementPatterns: [RegExp, string][] = [
  [/^continuous fuzzing$/i, 'fuzzed-architecture'],
  [/\bCI\b/, 'ci-testing'],
  [/^(?:clear )?owner/i, 'clear-owner'],
  [/^(?:complete|finished) implementation$/i, 'complete-implementation'],
  [/^full-time maintainer$/i, 'responsive-maintainers'],
];

/** The content of the document's day, then the content after each later revision. */
export function editedRevisions(): EditedRevision[] {
  const edited: EditedRevision[] = [];
  for (const revision of revisions) {
    const before = edited.at(-1);
    const files = before ? new Map(before.files) : filesIn('tests/fixtures/documented');
    if (before) revise(files, before.catalogue, revision);
    const checked = check(files);
    const { catalogue, problems } = checked;
    assert.ok(catalogue, linesOf(problems).join('\n'));
    // The new addresses are listed, as by "npm run addresses".
    const list = addressList('content');
    files.set(list, withAddresses(files.get(list) ?? '', everyAddress(catalogue)));
    edited.push({ revision, files, checked, catalogue });
  }
  return edited;
}

/** Every row that is renamed, new, changed or gone becomes an edit of a file. */
function revise(files: Map<string, string>, { features }: Catalogue, { date, pr, subject, rows }: Revision): void {
  const byName = new Map(features.map((feature) => [feature.name, feature]));
  for (const { type, from_, to } of events.filter((event) => event.date === date)) {
    const feature = byName.get(from_?.name ?? '');
    if (type === 'renamed' && feature && to) byName.set(to.name, rename(files, feature, to.name));
  }
  const common = { source: `https://github.com/bytecodealliance/wasmtime/pull/${pr}`, note: `${subject}.` };
  for (const { tier, category, name, missing } of rows) {
    const feature = byName.get(name);
    if (feature && statusOf(feature) === JSON.stringify([tier, missing])) continue;
    const entry = { date, tier, ...(missing.length > 0 && { missing: missing.map(missingItem) }), ...common };
    if (feature) addEntry(files, feature, entry);
    else {
      const description = `What the tables call ${name}.`;
      const file = newFeatureFile({ name, category: categoryId(files, category), description, history: [entry] });
      files.set(`content/features/${idFrom(name)}.mdx`, file);
    }
  }
  for (const [name, feature] of byName)
    if (currentEntry(feature).tier && files.has(feature.file) && !rows.some((row) => row.name === name))
      addEntry(files, feature, { date, removed: true, ...common });
}

/** The file of a renamed feature under its new id. It lists the former id. */
function rename(files: Map<string, string>, feature: Feature, name: string): Feature {
  const file = `content/features/${idFrom(name)}.mdx`;
  const formerIds = [...feature.formerIds, feature.id];
  const text = files.get(feature.file) ?? '';
  files.delete(feature.file);
  files.set(file, text.replace(/^name: .*$/m, stringify({ name, formerIds }).trimEnd()));
  return { ...feature, file };
}

function addEntry(files: Map<string, string>, { file }: Feature, entry: NewEntry): void {
  const text = files.get(file) ?? '';
  const newest = text.split('\n').indexOf('history:') + 2;
  files.set(file, withEntry(text, newest, entry) ?? assert.fail(file));
}

/** The id of a category, which is added if it is missing. */
function categoryId(files: Map<string, string>, name: string): string {
  const file = 'content/categories.yaml';
  const text = files.get(file) ?? '';
  const found = (parse(text) as { id: string; name: string }[]).find((it) => it.name === name);
  if (found) return found.id;
  const category = { id: idFrom(name), name, plural: `${name}s`, description: `What the tables call ${name}.` };
  files.set(file, text + stringify([category]));
  return category.id;
}

function missingItem(as: string): { as: string; requirement?: string } {
  const requirement = requirementPatterns.find(([pattern]) => pattern.test(as))?.[1];
  return { as, ...(requirement && { requirement }) };
}

function statusOf(feature: Feature): string {
  const { tier, missing } = currentEntry(feature);
  return JSON.stringify([tier?.level, missing.map(({ as }) => as)]);
}
