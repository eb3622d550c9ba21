import { join } from 'node:path';
import type { z } from 'astro/zod';
import { address } from '../domain/addresses/address.ts';
import { everyAddress } from '../domain/addresses/every-address.ts';
import { buildCatalogue } from '../domain/catalogue/build-catalogue.ts';
import type { Catalogue, Tier } from '../domain/catalogue/catalogue.ts';
import type { ProblemAtPath, ContentSource, Sources } from '../domain/catalogue/sources.ts';
import { unsupportedIn } from '../domain/history.ts';
import { featuresIn } from '../domain/tier.ts';
import { byText, counted } from '../domain/text.ts';
import { checkBody, type BodyKind, type DocumentTiers } from './check-body.ts';
import { checkAddresses, readAddressList } from './address-list.ts';
import { disk, type Files } from './files.ts';
import { checkInlineText } from './check-inline-text.ts';
import { knownNames } from './known-ids.ts';
import { lostIds } from './lost-ids.ts';
import { readOutline } from './document-outline.ts';
import { openWarnings } from './open-warnings.ts';
import type { Problem } from './problem.ts';
import type { ContentFile } from './parse-file.ts';
import { costOfBody } from './raw-text.ts';
import { folders, readContent, type ContentFolder } from './read-content.ts';
import { schemas } from './schemas.ts';
import { shape } from './check-against-schema.ts';

/** The id of the only file in policy/. */
const theDocument = 'document';

/** The content of a folder and every problem in it. There is a catalogue only if there is no problem. */
export interface CheckedContent {
  content: ContentFolder;
  /** The data of each file, parsed with its schema. */
  sources: Sources;
  catalogue: Catalogue | undefined;
  /** Sorted by file, then by line; lost addresses come last. */
  problems: Problem[];
  /**
   * Statuses that disagree with the policy, without those that an editor accepted. They do not block a build, and are
   * computed only when read.
   */
  readonly warnings: Problem[];
  /** Addresses that addresses.txt does not list yet. */
  unlisted: string[];
}

/**
 * Runs every check on a content folder: reading, shape, references, addresses, bodies and policy. A mistake in the
 * content becomes a problem; it never throws.
 */
export function checkContent(root: string, files: Files = disk): CheckedContent {
  const { content, problems } = readContent(root, files);
  const validated = sourcesOf(content, root);
  const list = readAddressList(root, files);
  const lost = lostIds([...(list.lines?.keys() ?? [])], validated.sources);
  const built = buildCatalogue({ ...validated.sources, lostIds: lost });
  // If a file has the wrong shape, everything that depends on it would be reported as missing too.
  const partialCatalogue = validated.problems.length === 0 ? built.partialCatalogue : undefined;
  const everything = everyFile(content);
  const byPath = new Map(everything.map((file) => [file.path, file]));
  const withPosition = ({ file, path, message }: ProblemAtPath): Problem => ({
    file,
    ...(byPath.get(file)?.positionOf(path) ?? { line: 1, column: 1 }),
    message,
  });
  const everyPublished = partialCatalogue && new Set(everyAddress(partialCatalogue));
  const addresses =
    partialCatalogue && everyPublished
      ? checkAddresses(list, lost, partialCatalogue, everyPublished)
      : { problems: [], unlisted: [] };
  problems.push(
    ...validated.problems,
    ...sameOnce(built.problems.map(withPosition)),
    ...policyProblems(content.policy, join(root, 'policy')),
    ...checkInlineText(content, validated.sources, everyPublished),
  );
  const inBodies = bodyProblems(content, everything, everyPublished, partialCatalogue);
  const isOfHiddenHeading = hiddenHeadingTest(content, inBodies);
  problems.push(...inBodies.filter((it) => !isOfHiddenHeading(it)));
  const withoutPage = requirementsWithoutPage(content, problems);
  const inList = [...list.problems, ...addresses.problems].filter(
    (it) => !isOfHiddenHeading(it) && !withoutPage.includes(it.leadsTo ?? ''),
  );
  return {
    content,
    sources: validated.sources,
    catalogue: problems.length + inList.length === 0 ? built.catalogue : undefined,
    // Most lost addresses follow from a problem listed before them.
    problems: [...problems.sort(byPosition), ...inList],
    get warnings() {
      return partialCatalogue ? openWarnings(partialCatalogue).map(withPosition).sort(byPosition) : [];
    },
    unlisted: addresses.unlisted,
  };
}

/** Returns a test for links to headings that a mistake in the document may hide. Such links are not reported. */
function hiddenHeadingTest({ policy }: ContentFolder, inBodies: readonly Problem[]): (it: Problem) => boolean {
  const leadsToHeading = ({ leadsTo = '' }: Problem) => /^(?:\/policy\/)?#/.test(leadsTo);
  const documentIsWrong = policy.some(({ path }) => inBodies.some((it) => it.file === path && !leadsToHeading(it)));
  return (it) => documentIsWrong && leadsToHeading(it);
}

/** The addresses of requirements whose file has a problem. They may have no page, so none is reported as lost. */
function requirementsWithoutPage({ requirements }: ContentFolder, problems: readonly Problem[]): string[] {
  const wrong = new Set(problems.map(({ file }) => file));
  return requirements.filter(({ path }) => wrong.has(path)).map((it) => `/${address.requirement(it)}`);
}

function bodyProblems(
  content: ContentFolder,
  files: readonly ContentFile[],
  alive: ReadonlySet<string> | undefined,
  partialCatalogue: Catalogue | undefined,
): Problem[] {
  const tooMuch = bodiesTooMuch(files);
  if (tooMuch) return [tooMuch];
  const tiers = partialCatalogue && tiersOfDocument(partialCatalogue);
  return files.flatMap((file) => checkBody(file, bodyKind(file, content), alive, tiers));
}

function tiersOfDocument({ tiers, retiredTiers, features }: Catalogue): DocumentTiers {
  const slugsOf = (those: Tier[]) => those.map(({ slug }) => slug);
  return {
    all: [...slugsOf(tiers), ...(unsupportedIn(features).length > 0 ? ['none'] : [])],
    retired: slugsOf(retiredTiers),
    labels: new Map(tiers.map(({ slug, label }) => [slug, label])),
    withRows: slugsOf(tiers.filter((tier) => featuresIn(features, tier).length > 0)),
    withBody: slugsOf(tiers.filter(({ body }) => body.trim() !== '')),
  };
}

function bodyKind(file: ContentFile, { policy, tiers }: ContentFolder): BodyKind {
  if (tiers.includes(file)) return 'tier';
  return policy.includes(file) && file.id === theDocument ? 'document' : 'text';
}

/** The highest total cost of parsing all bodies; thousands of notes stay below it. */
const mostCost = 50_000;

/** The problem at the first body that exceeds the total cost. */
function bodiesTooMuch(files: readonly ContentFile[]): Problem | undefined {
  let cost = 0;
  const file = files.find(({ body }) => {
    cost += costOfBody(body);
    return cost > mostCost;
  });
  return (
    file && {
      file: file.path,
      line: 1,
      column: 1,
      message: `with this file, the bodies together have more than ${mostCost} lines and characters of Markdown syntax; write less`,
    }
  );
}

const byPosition = (a: Problem, b: Problem): number => byText(a.file, b.file) || a.line - b.line || a.column - b.column;

/** Problems with the same message are merged from this number on, because they have one cause. */
const sameFrom = 3;

/** The most places that the merged message names. */
const mostPlaces = 40;

/**
 * Merges problems with the same message into one that names every place. Two messages that something does not exist
 * count as the same if they name the same thing, whatever fix they suggest.
 */
function sameOnce(problems: readonly Problem[]): Problem[] {
  const groups = Map.groupBy(
    problems.toSorted(byPosition),
    ({ message }) => /^.*? does not exist(?=; )/.exec(message)?.[0] ?? message,
  );
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (!first || group.length < sameFrom) return group;
    const places = others.slice(0, mostPlaces).map(({ file, line }) => `${file}:${line}`);
    const more = others.length > places.length ? ', …' : '';
    const [message] = group.map((it) => it.message).sort((a, b) => a.length - b.length);
    return [{ ...first, message: `${message} (and ${others.length} more: ${places.join(', ')}${more})` }];
  });
}

/** Parses the data of each file with its schema; a file with the wrong shape has no data. */
function sourcesOf(content: ContentFolder, root: string): { sources: Sources; problems: Problem[] } {
  const problems: Problem[] = [];
  const unreported: string[] = [];
  const names = knownNames(content);
  const source = <S extends z.ZodType>(
    schema: S,
    file: ContentFile | undefined,
    path: string,
  ): ContentSource<z.infer<S>> => {
    if (file?.data === undefined) return { file: path, id: file?.id ?? path, data: undefined, body: '' };
    const result =
      problems.length < mostReported ? shape(schema, file, names) : { ...schema.safeParse(file.data), problems: [] };
    if (!result.data && result.problems.length === 0) unreported.push(file.path);
    problems.push(...result.problems);
    if (result.data && result.problems.length === 0 && file.ambiguous)
      problems.push({
        file: file.path,
        ...file.positionOf(file.ambiguous),
        message: 'YAML parsers disagree about this value; put it in quotes',
      });
    return { file: file.path, id: file.id, data: result.data, body: file.body };
  };
  const folder = <S extends z.ZodType>(schema: S, files: ContentFile[]) =>
    files.map((file) => source(schema, file, file.path));
  const document = content.policy.find(({ id }) => id === theDocument);
  const sources = {
    site: source(schemas.site, content.site, join(root, 'site.yaml')),
    categories: source(schemas.categories, content.categories, join(root, 'categories.yaml')),
    document: {
      ...source(schemas.policy, document, join(root, 'policy', `${theDocument}.mdx`)),
      outline: readOutline(document?.body ?? ''),
    },
    tiers: folder(schemas.tiers, content.tiers),
    requirements: folder(schemas.requirements, content.requirements),
    features: folder(schemas.features, content.features),
  };
  const [next] = unreported;
  if (next)
    problems.push({
      file: next,
      line: 1,
      column: 1,
      message: `${counted(unreported.length, 'more file')} like this; correct the others first`,
    });
  return { sources, problems };
}

/** The most mistakes of shape that are reported one by one. For each, its file is parsed again to find the line. */
const mostReported = 500;

const everyFile = (content: ContentFolder): ContentFile[] =>
  [content.site, content.categories, ...folders.flatMap((folder) => content[folder])].filter(
    (file) => file !== undefined,
  );

/** Reports a missing policy document, and every other file beside it. */
function policyProblems(files: ContentFile[], folder: string): Problem[] {
  const path = join(folder, `${theDocument}.mdx`);
  const at = (file: string, message: string) => ({ file, line: 1, column: 1, message });
  const extraFiles = files.filter(({ id }) => id !== theDocument);
  return [
    ...(extraFiles.length === files.length ? [at(path, 'the file is missing; create it')] : []),
    ...extraFiles.map((file) => at(file.path, `the policy is one document; move this text into ${path}`)),
  ];
}
