// A small example of content, and a helper that tests what is reported after a change of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCatalogue } from '../../../src/domain/catalogue/build-catalogue.ts';
import type { ContentSource, Sources } from '../../../src/domain/catalogue/sources.ts';
import { readOutline } from '../../../src/check/document-outline.ts';
import { tableTag, tierTag } from '../../../src/domain/document.ts';
import type { FeatureData } from '../../../src/schema/feature.ts';

/** The source of every decision in the small content. */
export const source = 'https://git.example/pull/1';
const file = <T>(folder: string, id: string, data: T | undefined): ContentSource<T> => ({
  file: `${folder}/${id}.mdx`,
  id,
  data,
  body: `The words of ${id}.`,
});
/** The document, with places for two tiers. */
const document = () => {
  const body = ['# Levels', '## Now', tableTag(1), tableTag(2), '## Meaning', tierTag(2), tierTag(1)].join('\n\n');
  return {
    ...file('policy', 'document', {
      rows: [] as string[],
      changes: [],
      formerAnchors: {} as Record<string, string>,
    }),
    body,
    outline: readOutline(body),
  };
};
/** A tier’s file. */
export const tier = (id: string, level: number, requirements: string[] = []) =>
  file('tiers', id, { level, title: id, requirements, changes: [], formerAnchors: [] });
/** A requirement’s file. */
export const requirement = (id: string, appliesTo: string[] = []) =>
  file('requirements', id, { title: id, appliesTo, changes: [], formerIds: [] });
export const category = (id: string) => ({ id, name: id, plural: `${id}s`, description: id, formerIds: [] });
/** A feature’s file, in Tier 2. */
export const feature = (id: string, inCategory: string): ContentSource<FeatureData> =>
  file('features', id, {
    name: id,
    category: inCategory,
    description: id,
    aliases: [],
    formerIds: [],
    maintainers: [],
    links: [],
    use: {},
    details: [],
    columns: {},
    evidence: [],
    history: [{ date: '2024-02-29', tier: 2, missing: [], waived: [], accepted: [], source }],
  });

/** Small valid content: two tiers, three requirements, two categories, one feature. */
export const smallContent = (): Sources => ({
  site: file('.', 'site', {
    title: 'Levels',
    project: 'Lantern',
    description: 'Levels.',
    source,
    licence: 'CC0-1.0',
    answers: [],
    document: 'stability-tiers',
    columns: [],
    searchFor: [],
  }),
  categories: file('.', 'categories', [category('lamp'), category('board')]),
  document: document(),
  tiers: [tier('dark', 2, ['spare-bulb', 'fuse']), tier('lit', 1, ['night-watch'])],
  requirements: [requirement('fuse'), requirement('night-watch', ['board']), requirement('spare-bulb')],
  features: [feature('red-lamp', 'lamp')],
});

/** The entry of the small content's one feature. */
export const entryOf = ({ features: [it] }: Sources) => it!.data!.history[0]!;

/** Changes the data of a file of the content. */
export const changeData = <K extends 'tiers' | 'requirements' | 'features'>(
  content: Sources,
  kind: K,
  at: number,
  data: Partial<NonNullable<Sources[K][number]['data']>>,
) => Object.assign(content[kind][at]!.data!, data);

/** Tests that each change of the small content is reported with its file, field and advice. */
export function testReported(
  changes: [what: string, change: (content: Sources) => unknown, reported: string[]][],
): void {
  for (const [what, change, reported] of changes) {
    test(what, () => {
      const content = smallContent();
      change(content);
      const { catalogue, problems } = buildCatalogue(content);
      assert.deepEqual(
        problems.map(({ file, path, message }) => `${[file, ...path].join(' ')}: ${message}`),
        reported,
      );
      assert.equal(catalogue, undefined);
    });
  }
}
