import { parse, type CssNode, type SelectorList } from 'css-tree';

/** A part of a style sheet: something that is kept, a rule that needs classes, or a block around other parts. */
type Part = { text: string; needs?: string[][] } | { open: string; parts: Part[] };

/** Style sheets as parts; a site has few, and every page one of them. */
const known = new Map<string, Part[]>();

/** A page's styles without the rules that ask for a class that nothing on it has, and that none of its scripts gives to anything. */
export function withNeededStyles(html: string): string {
  const classes = classesOf(html);
  return html.replace(/(<style>)([\s\S]*?)(<\/style>)/g, (_, open: string, css: string, close: string) => {
    const parts = known.get(css) ?? partsOf(css);
    known.set(css, parts);
    return open + kept(parts, classes) + close;
  });
}

function classesOf(html: string): Set<string> {
  const values = new Set<string>();
  // Thousands of elements have the same few values.
  for (let at = html.indexOf(' class="'); at >= 0; at = html.indexOf(' class="', at)) {
    const end = html.indexOf('"', (at += ' class="'.length));
    values.add(html.slice(at, end));
  }
  const classes = new Set(
    [...values].flatMap((value) => value.replaceAll('&amp;', '&').replaceAll('&gt;', '>').split(/\s+/)),
  );
  for (const [, code = ''] of html.matchAll(/<script(?![^>]*json)[^>]*>([\s\S]*?)<\/script>/g))
    for (const [word] of code.matchAll(/[\w-]+/g)) classes.add(word);
  return classes;
}

const kept = (parts: readonly Part[], classes: ReadonlySet<string>): string =>
  parts
    .map((part) => {
      if ('text' in part)
        return !part.needs || part.needs.some((all) => all.every((name) => classes.has(name))) ? part.text : '';
      const inside = kept(part.parts, classes);
      return inside && `${part.open}${inside}}`;
    })
    .join('');

function partsOf(css: string): Part[] {
  const slice = ({ loc }: CssNode): string => css.slice(loc?.start.offset, loc?.end.offset);
  const part = (node: CssNode): Part => {
    if (node.type === 'Rule')
      return { text: slice(node), ...(node.prelude.type === 'SelectorList' && { needs: needsOf(node.prelude) }) };
    if (node.type !== 'Atrule' || !node.block || !/^(?:layer|media|supports)$/.test(node.name))
      return { text: slice(node) };
    return {
      open: css.slice(node.loc?.start.offset, (node.block.loc?.start.offset ?? 0) + 1),
      parts: node.block.children.toArray().map(part),
    };
  };
  const sheet = parse(css, { positions: true, parseValue: false, parseAtrulePrelude: false });
  return sheet.type === 'StyleSheet' ? sheet.children.toArray().map(part) : [];
}

/** For each selector of a list, the classes without which it matches nothing; what stands in :is(), :not() and the like is not looked at. */
const needsOf = (list: SelectorList): string[][] =>
  list.children
    .toArray()
    .map((selector) =>
      selector.type === 'Selector'
        ? selector.children.toArray().flatMap((it) => (it.type === 'ClassSelector' ? [unescaped(it.name)] : []))
        : [],
    );

const unescaped = (name: string): string =>
  name.replace(/\\([0-9a-f]{1,6}) ?|\\(.)/gi, (_, code: string | undefined, character: string) =>
    code ? String.fromCodePoint(parseInt(code, 16)) : character,
  );
