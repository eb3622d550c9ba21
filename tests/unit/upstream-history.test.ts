// The document's real history, replayed as edits of the content, revision by revision.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkContent } from '../../src/check/check-content.ts';
import { memory } from '../../src/check/files.ts';
import type { Catalogue } from '../../src/domain/catalogue/catalogue.ts';
import { difference } from '../../src/domain/diff/diff.ts';
import type { Event as Told } from '../../src/domain/diff/event.ts';
import { publishedOf, type Published } from '../../src/domain/diff/snapshot.ts';
import { featuresIn } from '../../src/domain/tier.ts';
import { subject } from '../../src/output/diff/commit-subject.ts';
import { editedRevisions } from '../editing.ts';
import { events, type Event } from '../replay.ts';
import { told } from './memory.ts';

const edited = editedRevisions();
const snapshot = (catalogue: Catalogue): Published => publishedOf(catalogue, (path) => `https://tiers.example/${path}`);

const rowsOf = (catalogue: Catalogue) =>
  catalogue.tiers
    .flatMap((tier) =>
      featuresIn(catalogue.features, tier).map(({ category, name, history: [entry] }) =>
        JSON.stringify([tier.level, category.name, name, entry?.missing.map(({ as }) => as)]),
      ),
    )
    .sort();

/** An event of the fixture and a change that is told, in one form. */
const ofEvent = ({ type, name, from_tier: from, to_tier: to, from_, to: renamed }: Event): string | undefined =>
  ({
    item_added: `added ${name} in ${to}`,
    item_removed: `removed ${name} from ${from}`,
    promoted: `promoted ${name} from ${from} to ${to}`,
    demoted: `demoted ${name} from ${from} to ${to}`,
    requirements_changed: `requirements-changed ${name}`,
    renamed: `renamed ${from_?.name} to ${renamed?.name}`,
  })[type];

function ofTold(event: Told): string {
  const { kind } = event;
  if (kind === 'renamed') return `renamed ${event.was.name} to ${event.thing.name}`;
  if (kind === 'new') return `new ${event.thing.type} ${event.thing.name}`;
  if (!('lacks' in event)) return kind;
  const { feature, entry, before } = event;
  if (kind === 'added') return `added ${feature.name} in ${entry.tier}`;
  if (kind === 'removed') return `removed ${feature.name} from ${before?.tier}`;
  if (kind === 'requirements-changed') return `${kind} ${feature.name}`;
  return `${kind} ${feature.name} from ${before?.tier} to ${entry.tier}`;
}

/** What a maintainer would have written over each revision. */
const subjects: Record<string, string> = {
  '2022-10-12': 'Add aarch64-pc-windows-msvc and riscv64gc-unknown-linux-gnu',
  '2023-08-08': 'Remove wasi-crypto',
  '2023-09-11': 'Promote threads and component-model, add 15 features',
  '2023-12-18': 'Reformat the content',
  '2024-05-06': 'Promote 12 features, remove wasi-poll, add 6 features',
  '2024-05-13': 'Add aarch64-linux-android and x86_64-linux-android to Tier 3',
  '2024-05-21': 'Add x86_64-unknown-linux-musl to Tier 3',
  '2024-07-22': 'Add wasi-runtime-config to Tier 3',
  '2024-07-25': 'Rename wasm32-wasi to wasm32-wasip1',
  '2024-07-31': 'Add wasi-keyvalue to Tier 3',
  '2024-09-24': 'Demote Winch on x86_64 to Tier 3',
  '2024-10-08': 'Add wide-arithmetic to Tier 2',
  '2024-10-09': 'Rename wasi-runtime-config to wasi-config',
};

test('the fixture has 13 later revisions, or more', () => {
  assert.ok(edited.length >= 14);
});

for (const [index, { revision, files, checked, catalogue }] of edited.entries()) {
  describe(`${revision.date}: ${revision.subject}`, () => {
    test('the check passes, before and after the new addresses are listed', () => {
      assert.deepEqual(told(checked.problems), []);
      const again = checkContent('content', memory(files));
      assert.deepEqual([told(again.problems), again.unlisted], [[], []]);
    });

    test('the tables are the revision’s rows', () => {
      const rows = revision.rows.map(({ tier, category, name, missing }) =>
        JSON.stringify([tier, category, name, missing]),
      );
      assert.deepEqual(rowsOf(catalogue), rows.sort());
    });

    const before = edited[index - 1];
    if (!before) return;
    const found = difference(snapshot(before.catalogue), snapshot(catalogue));

    test('what is told of the change is exactly what happened', () => {
      const expected = events
        .filter(({ date }) => date === revision.date)
        .map(ofEvent)
        .filter((it) => it !== undefined);
      const fresh = catalogue.categories.filter(({ id }) => !before.catalogue.categories.some((it) => it.id === id));
      const all = [...expected, ...fresh.map(({ name }) => `new category ${name}`)];
      assert.deepEqual(found.map(ofTold).sort(), all.sort());
    });

    test('and its subject is one that a maintainer would keep', () => {
      assert.equal(subject(found), subjects[revision.date]);
    });
  });
}
