// Plain catalogues for tests: those of the documented content and of Lantern, and arbitrary ones.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { problemLine } from '../../../src/check/problem.ts';
import { replies, type Draft, type Reply } from '../../../src/domain/propose/draft.ts';
import { plainCatalogue, type PlainFeature, type PlainCatalogue } from '../../../src/domain/plain-catalogue.ts';
import { tierNames } from '../../../src/domain/tier.ts';
import { documented } from '../../sites.ts';
import { lantern } from '../lantern.ts';
import { check, filesIn } from '../content-in-memory.ts';

// A fixed seed gives the same cases in every run.
fc.configureGlobal({ seed: 20220729, numRuns: 300 });

/** The catalogue of the documented content. */
export function documentedCatalogue(): PlainCatalogue {
  const { catalogue, problems } = check(filesIn(documented));
  assert.ok(catalogue, problems.map(problemLine).join('\n'));
  return plainCatalogue(catalogue);
}

export const lanternCatalogue = (): PlainCatalogue => plainCatalogue(lantern());

/** A minimal feature with the given facts. */
export const feature = (id: string, facts: Partial<PlainFeature> = {}): PlainFeature => ({
  id,
  name: id,
  formerIds: [],
  category: 'other',
  level: 1,
  missing: [],
  waived: [],
  use: {},
  ...facts,
});

const categories = ['board', 'other', 'rest'];

/**
 * An arbitrary catalogue: one to six tiers, up to ten requirements, up to eight features, with or without a platform or
 * a guarantee.
 */
export const anyCatalogue = (): fc.Arbitrary<PlainCatalogue> =>
  fc.integer({ min: 1, max: 6 }).chain((count) => {
    const level = fc.integer({ min: 1, max: count });
    const id = fc.nat({ max: 9 }).map((index) => `r${index}`);
    const requirement = fc.record({
      id,
      title: id,
      level,
      appliesTo: fc.subarray(categories, { minLength: 1 }),
      guarantees: fc.option(fc.constant('pairs' as const), { nil: undefined }),
    });
    const other = fc.record({
      id: fc.uuid(),
      level: fc.option(level, { freq: 6 }),
      category: fc.constantFrom(...categories),
      missing: fc.array(fc.record({ as: fc.string(), requirement: fc.option(id, { nil: undefined }) }), {
        maxLength: 3,
      }),
      waived: fc.array(fc.record({ requirement: id, reason: fc.string() }), { maxLength: 2 }),
    });
    return fc.record({
      tiers: fc.constant(
        Array.from({ length: count }, (_, index) => tierNames({ level: index + 1, title: `Kind ${index + 1}` })),
      ),
      categories: fc
        .boolean()
        .map((any) =>
          categories.map((it) => ({ id: it, name: it, label: it, plural: `${it}s`, platform: any && it === 'board' })),
        ),
      requirements: fc
        .uniqueArray(requirement, { selector: (it) => it.id, maxLength: 10 })
        .map((all) => all.map(({ guarantees, ...it }) => ({ ...it, ...(guarantees && { guarantees }) }))),
      features: fc.array(other, { maxLength: 8 }).map((all) =>
        all.map(({ missing, ...facts }) =>
          feature(facts.id, {
            ...facts,
            missing: missing.map(({ as, requirement: by }) => ({ as, ...(by !== undefined && { requirement: by }) })),
          }),
        ),
      ),
    });
  });

/** Arbitrary answers to the requirements of a catalogue. */
const anyDraft = ({ requirements, tiers }: PlainCatalogue): fc.Arbitrary<Draft> =>
  fc.record({
    name: fc.string(),
    description: fc.string(),
    answers: fc.record(
      Object.fromEntries(
        requirements.map(({ id, level }) => [
          id,
          fc.record({
            reply: fc.constantFrom('' as const, ...(Object.keys(replies) as Reply[])),
            as: fc.string(),
            from: fc.integer({ min: 1, max: level }),
            note: fc.string(),
          }),
        ]),
      ),
      { requiredKeys: [] },
    ),
    others: fc.dictionary(
      fc.constantFrom(...tiers.map(({ level }) => String(level))),
      fc.constantFrom('', 'a', 'a\nb'),
    ),
  }) as fc.Arbitrary<Draft>;

/** A catalogue, answers to its requirements, and one of its categories. */
export const anyProposal = () =>
  anyCatalogue().chain((catalogue) =>
    fc.tuple(fc.constant(catalogue), anyDraft(catalogue), fc.constantFrom(...catalogue.categories.map(({ id }) => id))),
  );
