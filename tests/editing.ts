// The real document's later revisions as an editor would make them: each an edit of the content before it, by the same
// means as "npm run new", so that files, histories and addresses grow as they would have grown.
import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { addressList, withAddresses } from '../src/check/address-list.ts';
import { checkContent, type CheckedContent } from '../src/check/check-content.ts';
import { memory } from '../src/check/files.ts';
import { problemLine } from '../src/check/problem.ts';
import { proposeChange, proposeFeature, type CheckedFile } from '../src/check/new-file.ts';
import { everyAddress } from '../src/domain/addresses/every-address.ts';
import type { Catalogue, Feature } from '../src/domain/catalogue/catalogue.ts';
import { currentEntry } from '../src/domain/history.ts';
import { idFrom } from '../src/domain/words.ts';
import { documentedFiles } from './documented.ts';
import { events, revisions, type Revision } from './replay.ts';

/** The content after a revision, and what the check says of it. */
export interface Edited {
  revision: Revision;
  files: Map<string, string>;
  checked: CheckedContent;
  catalogue: Catalogue;
}

/** What the tables' words name, of the written requirements. */
const requirements: [RegExp, string][] = [
  [/^continuous fuzzing$/i, 'fuzzed-architecture'],
  [/\bCI\b/, 'ci-testing'],
  [/^(?:clear )?owner/i, 'clear-owner'],
  [/^(?:complete|finished) implementation$/i, 'complete-implementation'],
  [/^full-time maintainer$/i, 'responsive-maintainers'],
];

/** The content of the document's day, then the content after each later revision. */
export function editedRevisions(): Edited[] {
  const [first, ...later] = revisions;
  assert.ok(first);
  const edited = [afterEdits(first, documentedFiles())];
  for (const revision of later) {
    const before = edited.at(-1);
    assert.ok(before);
    const files = new Map(before.files);
    rename(files, before.catalogue, revision);
    addCategories(files, revision);
    editRows(files, revision);
    edited.push(afterEdits(revision, files));
  }
  return edited;
}

/** Checks the content and lists its new addresses, as an editor does at the end. */
function afterEdits(revision: Revision, files: Map<string, string>): Edited {
  const checked = checkContent('content', memory(files));
  const list = addressList('content');
  if (checked.catalogue) files.set(list, withAddresses(files.get(list) ?? '', everyAddress(checked.catalogue)));
  return { revision, files, checked, catalogue: catalogueOf(checked) };
}

function catalogueOf({ catalogue, problems }: CheckedContent): Catalogue {
  assert.ok(catalogue, problems.map(problemLine).join('\n'));
  return catalogue;
}

/** A renamed feature's file gets the new name, and lists the old id. */
function rename(files: Map<string, string>, { features }: Catalogue, { date }: Revision): void {
  for (const { type, from_, to } of events.filter((event) => event.date === date)) {
    const feature = features.find(({ name }) => type === 'renamed' && name === from_?.name);
    if (!feature || !to) continue;
    const text = files.get(feature.file) ?? '';
    files.delete(feature.file);
    const formerIds = [...feature.formerIds, feature.id].filter((id) => id !== idFrom(to.name));
    files.set(
      `content/features/${idFrom(to.name)}.mdx`,
      text.replace(/^name: .*$/m, `${stringify({ name: to.name, formerIds }).trimEnd()}`),
    );
  }
}

function addCategories(files: Map<string, string>, { rows }: Revision): void {
  const { categories } = catalogueOf(checkContent('content', memory(files)));
  const known = new Set(categories.map(({ name }) => name));
  for (const { category: name } of rows) {
    if (known.has(name)) continue;
    known.add(name);
    const entry = stringify([
      { id: idFrom(name), name, plural: `${name}s`, description: `What the tables call ${name}.` },
    ]);
    files.set('content/categories.yaml', (files.get('content/categories.yaml') ?? '') + entry);
  }
}

/** Every row that is new, changed or gone becomes a file or an entry. */
function editRows(files: Map<string, string>, { date, pr, subject, rows }: Revision): void {
  const { categories, features } = catalogueOf(checkContent('content', memory(files)));
  const write = ({ path, text }: CheckedFile) => files.set(path, text);
  const source = `https://github.com/bytecodealliance/wasmtime/pull/${pr}`;
  const byName = new Map(features.map((feature) => [feature.name, feature]));
  for (const { tier, category, name, missing: words } of rows) {
    const missing = words.map((as) => ({ as, ...(requirementOf(as) && { requirement: requirementOf(as) ?? '' }) }));
    const entry = { date, tier, ...(missing.length > 0 && { missing }), source, note: `${subject}.` };
    const feature = byName.get(name);
    const id = categories.find((it) => it.name === category)?.id ?? idFrom(category);
    if (!feature)
      write(
        proposeFeature(
          'content',
          idFrom(name),
          { name, category: id, description: `What the tables call ${name}.`, history: [entry] },
          memory(files),
        ),
      );
    else if (status(feature) !== JSON.stringify([tier, words]))
      write(proposeChange('content', feature.id, entry, memory(files)));
  }
  const gone = features.filter(
    (feature) => currentEntry(feature).tier && !rows.some(({ name }) => name === feature.name),
  );
  for (const { id } of gone)
    write(proposeChange('content', id, { date, removed: true, source, note: `${subject}.` }, memory(files)));
}

const requirementOf = (words: string): string | undefined => requirements.find(([pattern]) => pattern.test(words))?.[1];

const status = (feature: Feature): string => {
  const { tier, missing } = currentEntry(feature);
  return JSON.stringify([tier?.level, missing.map(({ as }) => as)]);
};
