import type { Definition, FootnoteDefinition, FootnoteReference, Heading, Link, LinkReference, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';
import { headingAnchor } from '../domain/document.ts';
import { unseen } from '../domain/unseen.ts';
import { counted } from '../domain/words.ts';
import { htmlAsMarkdown } from './html.ts';

/** Something that a page says and that the content has no place for, at a line of it from 1. */
export interface Leftover {
  line: number;
  what: string;
}

/** A document that was given: one file of perhaps several. */
export interface Source {
  name: string;
  text: string;
}

/** One page of Markdown, made of all the files that were given. */
export interface Page {
  text: string;
  root: Root;
  /** The title that its front matter gives it. */
  title: string;
  /** Anchors that its headings were given by hand, each with the one that they have here. */
  formerAnchors: Map<string, string>;
  leftovers: Leftover[];
  /** A line of it as the line of a file. */
  placeOf: (line: number) => string;
}

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

type Edit = readonly [from: number, to: number, text: string];

/** Reads files as one page: `base` is the address that their relative links start from. */
export function readPage(sources: readonly Source[], base: string): Page {
  const leftovers: Leftover[] = [];
  const names = new NamesAcrossFiles();
  const anchors = new Map<number, string[]>();
  const starts: { name: string; line: number }[] = [];
  const texts: string[] = [];
  let title = '';
  let line = 0;
  for (const [index, source] of sources.entries()) {
    const { clean, frontMatter } = withoutFrontMatter(seenAlone(source, line, leftovers));
    title ||= titleIn(frontMatter);
    const root = markdown.parse(clean);
    const edits: Edit[] = [...names.edits(root, clean)];
    for (const node of root.children) {
      if (node.type === 'heading') edits.push(...headingEdits(node, clean, index > 0 && hasTitle(root)));
    }
    visit(root, (node) => {
      for (const id of idsGiven(node, clean)) {
        const at = line + (node.position?.start.line ?? 1);
        anchors.set(at, [...(anchors.get(at) ?? []), id]);
      }
    });
    const text = `${applied(clean, edits).trimEnd()}\n`;
    starts.push({ name: source.name, line });
    texts.push(text);
    line += text.split('\n').length;
  }
  const text = texts.join('\n');
  const root = unified().use(remarkParse).use(remarkGfm).parse(text);
  htmlAsMarkdown(root, text, (at, what) => leftovers.push({ line: at, what }));
  wholeAddresses(root, base);
  return {
    text,
    root,
    title,
    formerAnchors: formerAnchorsOf(root, anchors),
    leftovers,
    placeOf: (at) => {
      const start = starts.findLast((it) => it.line < at) ?? { name: '', line: 0 };
      return sources.length > 1 ? `${start.name}:${at - start.line}` : `line ${at}`;
    },
  };
}

/** A text with blank lines for its front matter, and that, as YAML between dashes or TOML between pluses. */
function withoutFrontMatter(text: string): { clean: string; frontMatter: string } {
  const [frontMatter = ''] =
    /^(---|\+\+\+)[ \t]*\n(?=\s*[\w"-]+[ \t]*[:=])(?:[^]*?\n)?\1[ \t]*(?=\n|$)/.exec(text) ?? [];
  return { clean: frontMatter.replace(/[^\n]+/g, '') + text.slice(frontMatter.length), frontMatter };
}

const hasTitle = ({ children }: Root): boolean => children.some((node) => node.type === 'heading' && node.depth === 1);

function titleIn(frontMatter: string): string {
  if (frontMatter.startsWith('+')) return /^title\s*=\s*["'](.*)["']/m.exec(frontMatter)?.[1] ?? '';
  try {
    const data = parseYaml(frontMatter.replace(/^---.*|---[ \t]*$/g, '')) as unknown;
    const entries: [string, unknown][] = Object.entries(typeof data === 'object' && data !== null ? data : {});
    const title = entries.find(([key]) => key.toLowerCase() === 'title')?.[1];
    return typeof title === 'string' ? title.replace(/\s+/g, ' ').trim() : '';
  } catch {
    return '';
  }
}

/** A text without its byte order mark, with LF, and without characters that nobody sees, which are told. */
function seenAlone({ text }: Source, before: number, leftovers: Leftover[]): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const all = new RegExp(unseen.source, 'gu');
  return lines
    .map((row, index) => {
      const count = row.match(all)?.length ?? 0;
      if (count > 0) leftovers.push({ line: before + index + 1, what: counted(count, 'invisible character') });
      return count > 0 ? row.replace(all, '') : row;
    })
    .join('\n');
}

const givenId = /[ \t]*\{:?[ \t]*#([\w.:-]+)[^}\n]*\}(?=[ \t]*#*[ \t]*$)/m;

/** A heading of a file, without the id that stands in it, and one deeper where the page has its title already. */
function* headingEdits(node: Heading, text: string, isDeeper: boolean): Generator<Edit> {
  const from = node.position?.start.offset ?? 0;
  const written = text.slice(from, node.position?.end.offset);
  const id = givenId.exec(written);
  if (id) yield [from + id.index, from + id.index + id[0].length, ''];
  if (!isDeeper || node.depth === 6) return;
  if (written.startsWith('#')) yield [from, from, '#'];
  else {
    const underline = written.lastIndexOf('\n') + 1;
    if (node.depth === 1) yield [from + underline, from + written.length, '-'.repeat(written.length - underline)];
    else yield [from, from + written.length, `### ${toString(node).replace(/\n/g, ' ')}\n`];
  }
}

/** The anchors that a heading, or a tag for nothing else, is given by hand. */
function idsGiven(node: Root | Root['children'][number], text: string): string[] {
  if (node.type === 'heading') {
    const id = givenId.exec(text.slice(node.position?.start.offset, node.position?.end.offset))?.[1];
    return id === undefined ? [] : [id];
  }
  if ((node.type as string) !== 'html' || !('value' in node)) return [];
  return Array.from(
    node.value.matchAll(/<(?:a|span|h[1-6])\b[^>]*?\s(?:id|name)=["']([^\s"']+)["']/gi),
    ([, id = '']) => id,
  );
}

/** Where anchors that somebody gave lead to: the heading that stands there, or next below. */
function formerAnchorsOf(root: Root, given: ReadonlyMap<number, readonly string[]>): Map<string, string> {
  const found = new Map<string, string>();
  const headings = root.children.filter((node) => node.type === 'heading');
  const counts = new Map<string, number>();
  const own = headings.map((node) => {
    const anchor = headingAnchor(toString(node).replace(/\s+/g, ' ').trim());
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return { line: node.position?.start.line ?? 0, anchor: count === 0 ? anchor : `${anchor}-${count}` };
  });
  for (const [line, ids] of given) {
    const heading = own.find((it) => it.line >= line && it.line <= line + 2) ?? own.findLast((it) => it.line < line);
    for (const id of heading ? ids : [])
      if (heading && !own.some(({ anchor }) => anchor === id)) found.set(id, heading.anchor);
  }
  return found;
}

/** Names of footnotes and links that several files give to different things: a later one is renamed. */
class NamesAcrossFiles {
  readonly #taken = new Set<string>();
  #file = 0;

  *edits(root: Root, text: string): Generator<Edit> {
    this.#file += 1;
    const renamed = new Map<string, string>();
    const own: string[] = [];
    visit(root, ['definition', 'footnoteDefinition'], (node) => {
      const { type, identifier } = node as Definition | FootnoteDefinition;
      own.push(`${type} ${identifier}`);
      if (this.#taken.has(`${type} ${identifier}`)) renamed.set(`${type} ${identifier}`, `${identifier}-${this.#file}`);
    });
    for (const name of own) this.#taken.add(name);
    if (renamed.size === 0) return;
    const edits: Edit[] = [];
    visit(root, (node) => {
      const from = node.position?.start.offset ?? 0;
      const to = node.position?.end.offset ?? 0;
      const nameOf = (it: FootnoteReference | FootnoteDefinition | Definition | LinkReference, kind: string) =>
        renamed.get(`${kind} ${it.identifier}`);
      if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
        const name = nameOf(node, 'footnoteDefinition');
        if (name) edits.push([from, text.indexOf(']', from) + 1, `[^${name}]`]);
      } else if (node.type === 'definition') {
        const name = nameOf(node, 'definition');
        if (name) edits.push([from, text.indexOf(']:', from) + 1, `[${name}]`]);
      } else if (node.type === 'linkReference') {
        const name = nameOf(node, 'definition');
        const last = node.children.at(-1)?.position?.end.offset ?? from + 1;
        if (name) edits.push([last, to, `][${name}]`]);
      }
    });
    yield* edits;
  }
}

function applied(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts = edits
    .toSorted(([a], [b]) => a - b)
    .flatMap(([from, to, words]) => {
      const kept = text.slice(at, from);
      at = to;
      return [kept, words];
    });
  return parts.join('') + text.slice(at);
}

/** Gives links their whole address: those to a place in the page lead to the policy's page, those beside it to where it lies. */
function wholeAddresses(root: Root, base: string): void {
  visit(root, ['link', 'definition'], (node) => {
    const link = node as Link | Definition;
    const { url } = link;
    if (/^(?:[a-z][a-z0-9+.-]*:)/i.test(url)) return;
    const whole = url.startsWith('#') ? `/policy/${url}` : (URL.parse(url, base)?.href ?? url);
    if (whole === url) return;
    link.url = whole;
    link.data = { ...link.data, isChanged: true };
  });
}
