import type { CheckedContent } from '../check/check-content.ts';
import type { ContentFile } from '../check/parse-file.ts';
import type { Folder } from '../check/read-content.ts';
import { requirementsTag } from '../domain/document.ts';
import type { Source } from '../domain/catalogue/sources.ts';
import { cached } from './cache.ts';
import { engineDigest } from './engine.ts';

/** The names of Astro's collections. */
export type Collection = Folder | 'site' | 'categories';

/** An entry of a collection, as Astro keeps it; `rendered` where it has a body. */
export interface ContentEntry extends Record<string, unknown> {
  id: string;
  data: Record<string, unknown>;
  body: string;
  filePath: string;
  rendered?: { html: string };
}

/** The content as entries of collections, their data in the shape that its schema promises; their bodies are not rendered yet. */
export function entriesOf({ content, sources }: CheckedContent): Record<Collection, ContentEntry[]> {
  const { site, categories } = content;
  const placed = (sources.categories.data ?? []).map((category, position) => ({ ...category, position }));
  const inFolder = (folder: Folder) => content[folder].map((file, at) => entryOf(file, file.id, sources[folder][at]));
  return {
    site: site ? [entryOf(site, 'site', sources.site)] : [],
    categories: categories ? placed.map((data) => ({ id: data.id, data, body: '', filePath: categories.path })) : [],
    policy: inFolder('policy'),
    tiers: inFolder('tiers'),
    requirements: inFolder('requirements'),
    features: inFolder('features'),
  };
}

/** What pages ask collections for: the policy, the requirements, and the features that have a note. Tiers are modules. */
export function bodiesOf(checked: CheckedContent): Record<'policy' | 'requirements' | 'features', ContentEntry[]> {
  const { policy, requirements, features } = entriesOf(checked);
  return { policy, requirements, features: features.filter(({ body }) => body.trim() !== '') };
}

const entryOf = ({ path, body }: ContentFile, id: string, source: Source<object> | undefined): ContentEntry => ({
  id,
  data: { ...source?.data },
  body,
  filePath: path,
});

/** An entry with its body as HTML. One that names a component is a module, which `components/policy/TierProse.astro` has Astro compile. */
export const rendered = async (entry: ContentEntry): Promise<ContentEntry> =>
  entry.body.trim() === '' || entry.body.includes(requirementsTag)
    ? entry
    : { ...entry, rendered: { html: await htmlOf(entry.body) } };

/** The HTML of a body, made once for the same words: where all are known, what makes it need not even be loaded. */
async function htmlOf(body: string): Promise<string> {
  const made = await cached('.cache/prose', engineDigest(), body, async () =>
    new TextEncoder().encode(await (await import('./markdown.ts')).renderMarkdown(body)),
  );
  return new TextDecoder().decode(made);
}
