// Stands where Astro keeps its collections, for compiled pages: the content as Node has read it, so that a build compiles none of it.
import { rendered } from './entries.ts';
import { given } from './given.ts';

const collections = Object.entries(given().bodies).map(
  async ([name, entries]) =>
    [name, new Map((await Promise.all(entries.map(rendered))).map((entry) => [entry.id, entry]))] as const,
);
export default new Map(await Promise.all(collections));
