// The document's real history, replayed as edits of the content, revision by revision.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkContent } from '../../src/check/check-content.ts';
import { memory } from '../../src/check/files.ts';
import type { Catalogue } from '../../src/domain/catalogue/catalogue.ts';
import { difference, type FeatureChange } from '../../src/domain/diff/diff.ts';
import { publishedOf, type Published } from '../../src/domain/diff/snapshot.ts';
import { featuresIn } from '../../src/domain/tier.ts';
import { diffMarkdown } from '../../src/output/diff/diff-markdown.ts';
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

function ofChange(change: FeatureChange): string {
  const {
    kind,
    feature: { name, tier },
  } = change;
  if (kind === 'promoted' || kind === 'demoted') return `${kind} ${name} from ${change.from} to ${change.to}`;
  if (kind === 'added') return `added ${name} in ${tier}`;
  if (kind === 'removed') return `removed ${name} from ${change.from}`;
  return kind === 'renamed' ? `renamed ${change.from} to ${name}` : `${kind} ${name}`;
}

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
      assert.deepEqual(found.features.map(ofChange).sort(), expected.sort());
      assert.deepEqual(found.broken, []);
      const fresh = catalogue.categories.filter(({ id }) => !before.catalogue.categories.some((it) => it.id === id));
      assert.deepEqual(
        found.policy,
        fresh.map(({ name }) => ({ kind: 'added', what: `category ${name}` })),
      );
    });

    test('and a change without any is told as none', () => {
      assert.equal(diffMarkdown(found).startsWith('No change of meaning.'), found.features.length === 0);
    });
  });
}
