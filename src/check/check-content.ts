import { join } from 'node:path';
import type { z } from 'astro/zod';
import { everyAddress } from '../domain/addresses/every-address.ts';
import { buildCatalogue } from '../domain/catalogue/build-catalogue.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { Finding, Source, Sources } from '../domain/catalogue/sources.ts';
import { byText } from '../domain/words.ts';
import { categoriesSchema } from '../schema/category.ts';
import { featureSchema } from '../schema/feature.ts';
import { policySchema } from '../schema/policy.ts';
import { requirementSchema } from '../schema/requirement.ts';
import { siteSchema } from '../schema/site.ts';
import { tierSchema } from '../schema/tier.ts';
import { checkBody, type BodyKind } from './body.ts';
import { checkAddresses } from './address-list.ts';
import { disk, type Files } from './files.ts';
import { readOutline } from './outline.ts';
import { noteProblems } from './warnings.ts';
import type { Problem } from './problem.ts';
import type { ContentFile } from './parse-file.ts';
import { folders, readContent, type ContentFolder } from './read-content.ts';
import { shape } from './shape.ts';

/** The schema of each folder's frontmatter. */
export const schemas = {
  policy: policySchema,
  tiers: tierSchema,
  requirements: requirementSchema,
  features: featureSchema,
};

/** The id of the one file of the policy. */
const theDocument = 'document';

/** What a content folder holds and all that is wrong with it; there is a catalogue exactly when nothing is. */
export interface CheckedContent {
  content: ContentFolder;
  /** The data of each file in the shape that its schema promises. */
  sources: Sources;
  catalogue: Catalogue | undefined;
  /** By file, then by line. */
  problems: Problem[];
  /** Where the content sits ill with the policy and nobody accepted it; they block nothing, and are looked for only when asked for. */
  readonly notes: Problem[];
  /** Addresses that the content's list of addresses does not have yet. */
  unlisted: string[];
}

/** Runs every gate over a content folder: reading, shape, references, addresses, bodies, policy. Never throws for a mistake in it. */
export function checkContent(root: string, files: Files = disk): CheckedContent {
  const { content, problems } = readContent(root, files);
  const shaped = sourcesOf(content, root);
  const { catalogue, draft, findings } = buildCatalogue(shaped.sources);
  const everything = everyFile(content);
  const byPath = new Map(everything.map((file) => [file.path, file]));
  const placed = ({ file, path, message }: Finding): Problem => ({
    file,
    ...(byPath.get(file)?.placeOf(path) ?? { line: 1, column: 1 }),
    message,
  });
  const alive = draft && new Set(everyAddress(draft));
  const addresses = draft && alive ? checkAddresses(root, draft, alive, files) : { problems: [], unlisted: [] };
  problems.push(
    ...shaped.problems,
    ...findings.map(placed),
    ...addresses.problems,
    ...policyProblems(content.policy, join(root, 'policy')),
  );
  const levels = catalogue?.tiers.map(({ level }) => String(level));
  problems.push(...everything.flatMap((file) => checkBody(file, kindOf(file, content), alive, levels)));
  return {
    content,
    sources: shaped.sources,
    catalogue: problems.length === 0 ? catalogue : undefined,
    problems: problems.sort(byPlace),
    get notes() {
      return draft ? noteProblems(draft).map(placed).sort(byPlace) : [];
    },
    unlisted: addresses.unlisted,
  };
}

const kindOf = (file: ContentFile, { policy, tiers }: ContentFolder): BodyKind =>
  tiers.includes(file) ? 'tier' : policy.includes(file) && file.id === theDocument ? 'document' : 'words';

const byPlace = (a: Problem, b: Problem): number => byText(a.file, b.file) || a.line - b.line || a.column - b.column;

/** Each file's data in the shape that its schema promises; none where it has another. */
function sourcesOf(content: ContentFolder, root: string): { sources: Sources; problems: Problem[] } {
  const problems: Problem[] = [];
  const source = <S extends z.ZodType>(schema: S, file: ContentFile | undefined, path: string): Source<z.infer<S>> => {
    if (file?.data === undefined) return { file: path, id: file?.id ?? path, data: undefined, body: '' };
    const result = shape(schema, file);
    problems.push(...result.problems);
    if (result.problems.length === 0 && file.ambiguous)
      problems.push({
        file: file.path,
        ...file.placeOf(file.ambiguous),
        message: 'YAML reads this value in two ways; put it in quotes',
      });
    return { file: file.path, id: file.id, data: result.data, body: file.body };
  };
  const folder = <S extends z.ZodType>(schema: S, files: ContentFile[]) =>
    files.map((file) => source(schema, file, file.path));
  const document = content.policy.find(({ id }) => id === theDocument);
  const sources = {
    site: source(siteSchema, content.site, join(root, 'site.yaml')),
    categories: source(categoriesSchema, content.categories, join(root, 'categories.yaml')),
    document: {
      ...source(schemas.policy, document, join(root, 'policy', `${theDocument}.mdx`)),
      outline: readOutline(document?.body ?? ''),
    },
    tiers: folder(schemas.tiers, content.tiers),
    requirements: folder(schemas.requirements, content.requirements),
    features: folder(schemas.features, content.features),
  };
  return { sources, problems };
}

const everyFile = (content: ContentFolder): ContentFile[] =>
  [content.site, content.categories, ...folders.flatMap((folder) => content[folder])].filter(
    (file) => file !== undefined,
  );

/** The whole document is one file. */
function policyProblems(files: ContentFile[], folder: string): Problem[] {
  const path = join(folder, `${theDocument}.mdx`);
  const at = (file: string, message: string) => ({ file, line: 1, column: 1, message });
  const strange = files.filter(({ id }) => id !== theDocument);
  return [
    ...(strange.length === files.length ? [at(path, 'the file is missing; write it')] : []),
    ...strange.map((file) => at(file.path, `the policy is one document; move these words into ${path}`)),
  ];
}
