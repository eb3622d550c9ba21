// Whatever the text fields of content contain, every published format shows it as text and keeps its structure.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Nodes } from 'mdast';
import type { z } from 'astro/zod';
import { parse as parseYaml } from 'yaml';
import { formOf, partAt } from '../../src/check/schema-parts.ts';
import { schemas } from '../../src/check/schemas.ts';
import { everyPage } from '../../src/domain/addresses/every-page.ts';
import { buildCatalogue } from '../../src/domain/catalogue/build-catalogue.ts';
import type { Catalogue } from '../../src/domain/catalogue/catalogue.ts';
import { ownColumns } from '../../src/domain/columns.ts';
import type { ContentSource, Sources } from '../../src/domain/catalogue/sources.ts';
import { inlineText } from '../../src/domain/inline.ts';
import { publishedContent } from '../../src/domain/published-content.ts';
import { draftOf, emptyDraft, unanswered } from '../../src/domain/propose/draft.ts';
import { support } from '../../src/domain/propose/supported-tier.ts';
import { plainCatalogue } from '../../src/domain/plain-catalogue.ts';
import { csv } from '../../src/output/api/csv.ts';
import { badge } from '../../src/output/badges/badge.ts';
import { markdownBadge, markdownLink } from '../../src/output/badges/cite.ts';
import { llmsText } from '../../src/output/crawlers/llms.ts';
import { sitemap } from '../../src/output/crawlers/sitemap.ts';
import { featureData, requirementData, tierData } from '../../src/output/crawlers/structured-data.ts';
import { atom } from '../../src/output/feeds/atom.ts';
import { featureFeed, siteFeed } from '../../src/output/feeds/feed.ts';
import { jsonFeed } from '../../src/output/feeds/json-feed.ts';
import { inertJson } from '../../src/output/html/inert-json.ts';
import { documentMarkdown } from '../../src/output/markdown/document.ts';
import { everyMarkdownPage } from '../../src/output/markdown/markdown-pages.ts';
import { formAddress } from '../../src/output/propose/issue-form.ts';
import { proposalAnswer } from '../../src/output/propose/proposal-answer.ts';
import { proposalForm } from '../../src/output/propose/proposal-form.ts';
import { proposalMarkdown } from '../../src/output/propose/proposal-markdown.ts';
import { proposedFile } from '../../src/output/propose/proposed-file.ts';
import { markdownOf } from '../../src/output/stack/answer-blocks.ts';
import { stackAnswer, verdict } from '../../src/output/stack/stack-answer.ts';
import { categoriesSchema } from '../../src/schema/category.ts';
import { siteSchema } from '../../src/schema/site.ts';
import { syntax } from './syntax.ts';
import { check, lanternFile, lanternFiles } from '../unit/content-in-memory.ts';
import { parseMarkdown } from '../unit/output/markdown/mdast.ts';

const absolute = (path: string) => `https://x.example/${path}`;

/** Lantern with a value in every text field. */
const filledFiles = lanternFiles({
  'site.yaml': `${lanternFile('site.yaml')}commandLine: { program: lantern, listSeparator: "," }\nanswers:\n  - { label: Watch, requirement: night-watch, yes: always, no: never, maintainers: true }\ncolumns:\n  - { id: name, label: Machine }\n  - { id: tier, label: Level }\n  - { id: maker, label: Maker, filter: true }\n  - { id: a.b, label: Seen, shown: page }\n  - { id: category }\n  - { id: missing }\n`,
  'categories.yaml': lanternFile('categories.yaml').replace(
    'name: Lamp',
    'name: Lamp\n  label: Light\n  emphasis: true',
  ),
  'requirements/wiring-plan.mdx': lanternFile('requirements/wiring-plan.mdx').replace(
    'title:',
    'guarantees: pairs\ntitle:',
  ),
  'tiers/dark.mdx': `${lanternFile('tiers/dark.mdx').replace('title:', 'slug: dark\nlabel: Dark\nmark: D\nheading: It May Go\nsummary: It may go.\ntitle:')}\nSee [it][1], or \`[1]\`: [the list](/requirements/).\n\n[1]: /policy/\n\n~~~\nlamp\n~~~`,
  'features/fog-signal.mdx': lanternFile('features/fog-signal.mdx').replace(
    'aliases:',
    'warning: { says: It is loud., url: "https://git.example/lantern/log" }\nuse: { default: on, api: "Config::fog", cli: "--fog", cApi: fog_set, cargo: fog }\nmaintainers: [Ida]\nevidence: [{ says: It is heard., url: "https://git.example/lantern/blob/6d6e7e0f6a/log#L9" }]\ncolumns: { maker: Ida, a.b: By day }\naliases:',
  ),
  'policy/document.mdx': `${lanternFile('policy/document.mdx')}\n<TierTable tier="all" />\n`,
});
/** The lower tier has a name of its own. */
const files = new Map([...filledFiles].map(([name, text]) => [name, text.replace(/(?<=tier(?:: |="))2/g, 'dark')]));

/** The paths of free text in the data of a file: no ids, addresses, dates or words of the schema. */
function fieldsIn(schema: z.ZodType, data: unknown): (string | number)[][] {
  const leaves = (value: unknown, path: (string | number)[]): (string | number)[][] => {
    if (Array.isArray(value)) return value.flatMap((it, at) => leaves(it, [...path, at]));
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([key, it]) => leaves(it, [...path, key]));
    return typeof value === 'string' ? [path] : [];
  };
  return leaves(data, [])
    .filter((path) => formOf(partAt(schema, path), '')?.meta()?.['ids'] === undefined)
    .filter((path) => ['! Any text, (of) words.', '!'].some((text) => isValidWith(schema, data, path, text)));
}

const isValidWith = (schema: z.ZodType, data: unknown, path: (string | number)[], text: string): boolean =>
  schema.safeParse(withValue(data, path, text)).success;

function withValue<T>(data: T, path: (string | number)[], value: string): T {
  const copy = structuredClone(data);
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(at as object, key), copy);
  Reflect.set(parent as object, path.at(-1) ?? '', value);
  return copy;
}

/** Whether a field may contain inline Markdown, in which a backslash keeps text literal. */
const isInline = (path: (string | number)[]): boolean =>
  /^(?:name|as|group)$/.test(String(path.at(-1))) || (path[0] === 'columns' && path.length === 2);

const { sources, problems } = check(files);
assert.deepEqual(problems, []);

/** The content with the texts in its text fields in turn, and the number of those fields. */
function contentWith(texts: Iterator<string>): { catalogue: Catalogue; count: number } {
  let count = 0;
  const filled = <T>(schema: z.ZodType, source: ContentSource<T>): ContentSource<T> => ({
    ...source,
    data: fieldsIn(schema, source.data).reduce<T | undefined>((data, path) => {
      count += 1;
      const next: string = texts.next().value;
      // A tier's mark has room for a few characters.
      const text = isValidWith(schema, data, path, 'any word') ? next : next.slice(0, 3);
      return withValue(data, path, isInline(path) ? inlineText(text) : text);
    }, source.data),
  });
  const filledSources: Sources = {
    site: filled(siteSchema, sources.site),
    categories: filled(categoriesSchema, sources.categories),
    document: sources.document,
    tiers: sources.tiers.map((it) => filled(schemas.tiers, it)),
    requirements: sources.requirements.map((it) => filled(schemas.requirements, it)),
    features: sources.features.map((it) => filled(schemas.features, it)),
  };
  // Some names may be duplicates. They are reported, but there is still a partial catalogue.
  const { partialCatalogue, problems } = buildCatalogue(filledSources);
  assert.ok(partialCatalogue, JSON.stringify(problems));
  return { catalogue: partialCatalogue, count };
}

/** Several versions of the content, so that each field gets many of the texts. */
const contents = Array.from({ length: 12 }, (_, round) => {
  const texts = syntax.map((_, at) => syntax[(at + round * 12) % syntax.length]!);
  return { texts, ...contentWith(texts.values()) };
});

/** The structure of Markdown, without its text and inline code. */
function structureOf(markdown: string): string {
  const skeleton = (node: Nodes): string => {
    if (node.type === 'text' || node.type === 'inlineCode') return '';
    const what = [
      node.type,
      'depth' in node ? node.depth : '',
      'url' in node ? node.url : '',
      'checked' in node ? node.checked : '',
      'lang' in node ? node.lang : '',
    ];
    return `${what.join(' ').trim()}(${'children' in node ? node.children.map(skeleton).join('') : ''})`;
  };
  return skeleton(parseMarkdown(markdown)).replaceAll('(', '\n(');
}

/** Every Markdown output by name. */
function markdownFiles(catalogue: Catalogue, text: string): Map<string, string> {
  const catalogueOutline = plainCatalogue(catalogue);
  const found = new Map(
    everyMarkdownPage(catalogue, absolute).map((markdownPage) => [markdownPage.path, markdownPage.text]),
  );
  found.set('llms.txt', llmsText(catalogue, absolute));
  found.set('stability-tiers.md', documentMarkdown(catalogue, absolute));
  found.set(
    'all together',
    markdownOf(
      [
        { kind: 'says', spans: verdict(catalogueOutline, { members: catalogueOutline.features, unknown: [] }) },
        ...stackAnswer(catalogueOutline, catalogueOutline.features),
      ],
      absolute,
    ),
  );
  for (const feature of catalogue.features) {
    found.set(`link to ${feature.id}`, markdownLink(`${feature.name}: Tier 1`, absolute('a')));
    found.set(`badge of ${feature.id}`, markdownBadge(feature.name, absolute('b.svg'), absolute('a')));
  }
  const answers = Object.fromEntries(
    catalogueOutline.requirements.map((it) => [it.id, { ...unanswered(it), reply: 'waived' as const, note: text }]),
  );
  for (const feature of [undefined, ...catalogueOutline.features.filter(({ level }) => level !== null)]) {
    const subject = { category: feature?.category ?? 'lamp', ...(feature && { feature }) };
    const draft = feature
      ? draftOf(catalogueOutline, feature)
      : { ...emptyDraft(), name: text, description: text, answers, others: { 1: 'a' } };
    const proposal = {
      category: subject.category,
      draft,
      support: support(catalogueOutline, subject.category, draft),
      date: '2024-07-01',
      folder: 'content/features/',
    };
    found.set(`proposal of ${feature?.id}`, proposalMarkdown(catalogueOutline, subject, proposal, absolute));
    found.set(`answer on ${feature?.id}`, markdownOf(proposalAnswer(catalogueOutline, subject, proposal), absolute));
    const { form, fields } = proposalForm(catalogueOutline, subject, proposal);
    const url = new URL(formAddress({ url: 'https://git.example/a' }, form, fields));
    found.set(`missing of ${feature?.id}`, url.searchParams.get('missing') ?? '');
    found.set(`waived of ${feature?.id}`, url.searchParams.get('waived') ?? '');
    assert.equal(url.href.split('?')[0], 'https://git.example/a/issues/new');
    const data = parseYaml(proposedFile(catalogueOutline, proposal)?.split('---\n')[1] ?? '');
    assert.deepEqual(Object.keys(data), ['name', 'category', 'description', 'history']);
  }
  return found;
}

/** The structure of XML, without its text. */
function xmlStructure(xml: string): string {
  const document = XmlDocument.fromString(xml);
  const names = (element: XmlElement): string => {
    const inside: string[] = [];
    for (let node = element.firstChild; node; node = node.next)
      if (node instanceof XmlElement) inside.push(names(node));
    return `${[element.name, ...element.attrs.map((it) => it.name)].join(' ')}(${inside.join('')})`;
  };
  try {
    return names(document.root);
  } finally {
    document.dispose();
  }
}

const xmlFiles = (catalogue: Catalogue): string[] => [
  atom(siteFeed(catalogue, absolute)),
  sitemap(everyPage(catalogue), absolute),
  ...catalogue.features.flatMap((it) => [atom(featureFeed(catalogue, it, absolute)), badge(catalogue, it).svg]),
];

describe('Hostile text in published formats', () => {
  const plain = contentWith(syntax.map(() => 'word').values());

  test('the test content has more than 50 text fields, and fewer than there are texts', () => {
    assert.ok(plain.count > 50 && plain.count < syntax.length, `${plain.count}`);
  });

  test('Markdown keeps its structure with any text', () => {
    const outlines = new Map([...markdownFiles(plain.catalogue, 'word')].map(([name, text]) => [name, structureOf(text)]));
    for (const { catalogue, texts } of contents)
      for (const [name, markdown] of markdownFiles(catalogue, texts[0]!))
        assert.equal(structureOf(markdown), outlines.get(name), `${name}:\n${markdown}`);
  });

  test('Atom feeds, badges and the sitemap keep their structure with any text', () => {
    const known = xmlFiles(plain.catalogue).map(xmlStructure);
    for (const { catalogue } of contents) assert.deepEqual(xmlFiles(catalogue).map(xmlStructure), known);
  });

  test('embedded JSON, JSON feeds and CSV keep their structure with any text', () => {
    for (const { catalogue } of contents) {
      const { site, tiers, requirements, features } = catalogue;
      for (const data of [
        ...features.map((it) => featureData(site, it, absolute)),
        ...tiers.map((it) => tierData(site, it, absolute)),
        ...requirements.map((it) => requirementData(site, it, absolute)),
      ]) {
        assert.doesNotMatch(inertJson(data), /</);
        assert.deepEqual(JSON.parse(inertJson(data)), JSON.parse(JSON.stringify(data)));
      }
      assert.equal(JSON.parse(jsonFeed(siteFeed(catalogue, absolute))).items.length, 6);
      const rows = parseCsv(csv(publishedContent(catalogue, absolute).features, ownColumns(site))) as string[][];
      assert.deepEqual(
        rows.map((row) => row.length),
        Array(features.length + 1).fill(18),
      );
    }
  });
});
