// Stands where Astro keeps its collections, for compiled pages: the content as Node has read it, so that a build compiles none of it.
import { entriesOf } from './entries.ts';
import { readOnce } from './reading.ts';

const collections = Object.entries(await entriesOf(readOnce()));
export default new Map(collections.map(([name, entries]) => [name, new Map(entries.map((entry) => [entry.id, entry]))]));
