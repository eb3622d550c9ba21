import type { Definition, FootnoteDefinition, FootnoteReference, Heading, Link, LinkReference, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';
import { headingAnchor } from '../domain/document.ts';
import { invisibleCharacter } from '../domain/invisible.ts';
import { counted } from '../domain/text.ts';
import { htmlAsMarkdown } from './html.ts';

/** A part of a page that the content has no place for; its line counts from 1. */
export interface Leftover {
  line: number;
  what: string;
}

/** One of the files that a page is made of. */
export interface InputFile {
  name: string;
  text: string;
}

/** A page of Markdown, joined from one or more files. */
export interface Page {
  text: string;
  root: Root;
  /** The title in the front matter. */
  title: string;
  /** Anchors that were set by hand, each with the anchor that replaces it. */
  formerAnchors: Map<string, string>;
  leftovers: Leftover[];
  /** Converts a line of the page to a line of its file, for messages. */
  positionOf: (line: number) => string;
}

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

type Edit = readonly [from: number, to: number, text: string];

/** Joins files into one page. Relative links are resolved against `base`. */
export function readPage(sources: readonly InputFile[], base: string): Page {
  const leftovers: Leftover[] = [];
  const names = new NamesAcrossFiles();
  const anchors = new Map<number, string[]>();
  const starts: { name: string; line: number }[] = [];
  const texts: string[] = [];
  let title = '';
  let line = 0;
  for (const [index, source] of sources.entries()) {
    const { clean, frontMatter } = withoutFrontMatter(withoutInvisible(source, line, leftovers));
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
  makeLinksAbsolute(root, base);
  leftovers.push(...templateCode(root));
  return {
    text,
    root,
    title,
    formerAnchors: formerAnchorsOf(root, anchors),
    leftovers,
    positionOf: (at) => {
      const start = starts.findLast((it) => it.line < at) ?? { name: '', line: 0 };
      return sources.length > 1 ? `${start.name}:${at - start.line}` : `line ${at}`;
    },
  };
}

/** Code of another site generator, like `{{#include rows.md}}`. The content keeps it as text, and nothing runs it. */
function templateCode(root: Root): Leftover[] {
  const found: Leftover[] = [];
  visit(root, 'text', ({ value, position }) => {
    for (const [index, row] of value.split('\n').entries())
      for (const [code] of row.matchAll(/\{\{[^{}]{1,100}\}\}|\{%[^{}]{1,100}%\}/g))
        found.push({
          line: (position?.start.line ?? 1) + index,
          what: `the template code ${code}, which is only text here`,
        });
  });
  return found;
}

/** Splits off YAML or TOML front matter; in `clean`, blank lines take its place. */
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

/** Removes the byte order mark and invisible characters, and normalizes line endings. Reports removed characters. */
function withoutInvisible({ text }: InputFile, before: number, leftovers: Leftover[]): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const all = new RegExp(invisibleCharacter.source, 'gu');
  return lines
    .map((row, index) => {
      const count = row.match(all)?.length ?? 0;
      if (count > 0) leftovers.push({ line: before + index + 1, what: counted(count, 'invisible character') });
      return count > 0 ? row.replace(all, '') : row;
    })
    .join('\n');
}

const givenId = /[ \t]*\{:?[ \t]*#([\w.:-]+)[^}\n]*\}(?=[ \t]*#*[ \t]*$)/m;

/** Removes the id from a heading, and makes it one level deeper if the page already has a title. */
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

/** The anchors that are set by hand in a heading or an HTML element. */
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

/** Maps each explicit anchor to a heading: its own, the one directly below it, or the one of its section. */
function formerAnchorsOf(root: Root, explicitAnchors: ReadonlyMap<number, readonly string[]>): Map<string, string> {
  const found = new Map<string, string>();
  const headings = root.children.filter((node) => node.type === 'heading');
  const counts = new Map<string, number>();
  const own = headings.map((node) => {
    const anchor = headingAnchor(toString(node).replace(/\s+/g, ' ').trim());
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return { line: node.position?.start.line ?? 0, anchor: count === 0 ? anchor : `${anchor}-${count}` };
  });
  for (const [line, ids] of explicitAnchors) {
    const heading = own.find((it) => it.line >= line && it.line <= line + 2) ?? own.findLast((it) => it.line < line);
    for (const id of heading ? ids : [])
      if (heading && !own.some(({ anchor }) => anchor === id)) found.set(id, heading.anchor);
  }
  return found;
}

/** Renames footnotes and link definitions whose name an earlier file already uses. */
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
    .flatMap(([from, to, replacement]) => {
      const textBefore = text.slice(at, from);
      at = to;
      return [textBefore, replacement];
    });
  return parts.join('') + text.slice(at);
}

/** Makes links absolute: those within the page lead to the policy page, relative ones are resolved against `base`. */
function makeLinksAbsolute(root: Root, base: string): void {
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
