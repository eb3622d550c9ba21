import { join } from 'node:path';
import type { z } from 'astro/zod';
import { everyAddress } from '../domain/addresses/every-address.ts';
import { buildCatalogue } from '../domain/catalogue/build-catalogue.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { Finding, Source, Sources } from '../domain/catalogue/sources.ts';
import { byText, counted } from '../domain/words.ts';
import { categoriesSchema } from '../schema/category.ts';
import { featureSchema } from '../schema/feature.ts';
import { policyParts, policySchema } from '../schema/policy.ts';
import { requirementSchema } from '../schema/requirement.ts';
import { siteSchema } from '../schema/site.ts';
import { tierSchema } from '../schema/tier.ts';
import { checkBody } from './body.ts';
import { checkAddresses } from './address-list.ts';
import { disk, type Files } from './files.ts';
import { noteProblems } from './warnings.ts';
import type { Problem } from './problem.ts';
import type { ContentFile } from './parse-file.ts';
import { costOfBody } from './raw-text.ts';
import { folders, readContent, type ContentFolder } from './read-content.ts';
import { shape } from './shape.ts';

/** The schema of each folder's frontmatter. */
export const schemas = {
  policy: policySchema,
  tiers: tierSchema,
  requirements: requirementSchema,
  features: featureSchema,
};

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
  const tooMuch = bodiesTooMuch(everything);
  problems.push(
    ...(tooMuch ? [tooMuch] : everything.flatMap((file) => checkBody(file, content.tiers.includes(file), alive))),
  );
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

/** How much all bodies together may have of what takes long to parse: what thousands of notes have. */
const mostCost = 50_000;

/** The first body with which all bodies would take too long. */
function bodiesTooMuch(files: readonly ContentFile[]): Problem | undefined {
  let cost = 0;
  const file = files.find(({ body }) => (cost += costOfBody(body)) > mostCost);
  return (
    file && {
      file: file.path,
      line: 1,
      column: 1,
      message: `with this file, all bodies have more than ${mostCost} lines and signs of Markdown; write less`,
    }
  );
}

const byPlace = (a: Problem, b: Problem): number => byText(a.file, b.file) || a.line - b.line || a.column - b.column;

/** Each file's data in the shape that its schema promises; none where it has another. */
function sourcesOf(content: ContentFolder, root: string): { sources: Sources; problems: Problem[] } {
  const problems: Problem[] = [];
  const untold: string[] = [];
  const source = <S extends z.ZodType>(schema: S, file: ContentFile | undefined, path: string): Source<z.infer<S>> => {
    if (file?.data === undefined) return { file: path, id: file?.id ?? path, data: undefined, body: '' };
    const result = problems.length < mostTold ? shape(schema, file) : { ...schema.safeParse(file.data), problems: [] };
    if (!result.data && result.problems.length === 0) untold.push(file.path);
    problems.push(...result.problems);
    if (result.data && file.ambiguous)
      problems.push({
        file: file.path,
        ...file.placeOf(file.ambiguous),
        message: 'YAML reads this value in two ways; put it in quotes',
      });
    return { file: file.path, id: file.id, data: result.data, body: file.body };
  };
  const folder = <S extends z.ZodType>(schema: S, files: ContentFile[]) =>
    files.map((file) => source(schema, file, file.path));
  const sources = {
    site: source(siteSchema, content.site, join(root, 'site.yaml')),
    categories: source(categoriesSchema, content.categories, join(root, 'categories.yaml')),
    policy: folder(schemas.policy, content.policy),
    tiers: folder(schemas.tiers, content.tiers),
    requirements: folder(schemas.requirements, content.requirements),
    features: folder(schemas.features, content.features),
  };
  const [next] = untold;
  if (next)
    problems.push({
      file: next,
      line: 1,
      column: 1,
      message: `${counted(untold.length, 'more file')} like this; correct the others first`,
    });
  return { sources, problems };
}

/** How many mistakes of shape are told one by one; for each, its file is read once more to find the place. */
const mostTold = 500;

const everyFile = (content: ContentFolder): ContentFile[] =>
  [content.site, content.categories, ...folders.flatMap((folder) => content[folder])].filter(
    (file) => file !== undefined,
  );

function policyProblems(files: ContentFile[], folder: string): Problem[] {
  const parts: readonly string[] = policyParts;
  const missing = parts
    .filter((part) => !files.some((file) => file.id === part))
    .map((part) => join(folder, `${part}.mdx`));
  const strange = files.filter((file) => !parts.includes(file.id));
  return [
    ...missing.map((file) => ({ file, line: 1, column: 1, message: 'the file is missing; write it' })),
    ...strange.map(({ path, id }) => ({
      file: path,
      line: 1,
      column: 1,
      message: `the policy has no part "${id}"; the parts are ${parts.join(', ')}`,
    })),
  ];
}
