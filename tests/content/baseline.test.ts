// Published pages use only web features that Baseline calls widely available. docs/browsers.md lists the exceptions
// and what happens in browsers without them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generate, parse, walk, type CssNode, type WalkContext } from 'css-tree';
import { features } from 'web-features';
import { all, codeOf, documentedSite, filesOf, pagesOf, tag } from './html.ts';

/** Each key of the compatibility data, and whether its feature is widely available. */
const known = new Map<string, boolean>();
for (const feature of Object.values(features)) {
  if (feature.kind !== 'feature') continue;
  for (const [key, { baseline }] of Object.entries(feature.status.by_compat_key ?? {}))
    known.set(key, baseline === 'high');
}
const lastPart = (key: string): string => key.slice(key.lastIndexOf('.') + 1);
/** Whether a name is widely available in any meaning below these roots; undefined if it has no meaning there. */
const meanings = Map.groupBy(known.keys(), lastPart);
const isWidelyAvailable = (name: string, below: RegExp): boolean | undefined => {
  const keys = (meanings.get(name) ?? []).filter((key) => below.test(key));
  return keys.length > 0 ? keys.some((key) => known.get(key)) : undefined;
};

const pages = pagesOf(documentedSite).map(({ tree }) => tree);
const codeInside = (name: string) =>
  pages.flatMap((tree) =>
    all(tree, tag(name))
      .filter((it) => !/json/.test(String(it.properties['type'])))
      .map(codeOf),
  );
const textsOf = (pattern: string) =>
  filesOf(documentedSite, pattern).map((path) => readFileSync(`${documentedSite}/${path}`, 'utf8'));
const styles = [...new Set([...codeInside('style'), ...textsOf('**/*.css')])];
const scripts = [...new Set([...codeInside('script'), ...textsOf('**/*.js')])];

/** What styles use that is not widely available. Vendor prefixes are skipped: they are for one browser only. */
function newInStyles(css: string): Set<string> {
  const found = new Set<string>();
  const addIfNew = (what: string, key: string, strict = false) => {
    if (!what.startsWith('-') && (known.get(key) ?? !strict) === false) found.add(what);
  };
  walk(parse(css), function (this: WalkContext, node: CssNode) {
    if (node.type === 'Declaration') {
      if (node.property.startsWith('--')) return;
      // The descriptors of these rules are not properties.
      if (/^(?:property|font-face|view-transition)$/.test(this.atrule?.name ?? '')) return;
      addIfNew(node.property, `css.properties.${node.property}`, true);
      // A value that the parser cannot read is newer than the parser.
      if (node.value.type === 'Raw')
        found.add(node.value.value.includes(' type(') ? 'attr() with a type' : node.value.value);
      if (node.value.type === 'Value' && !found.has(node.property))
        node.value.children.forEach(
          (value) =>
            value.type === 'Identifier' &&
            addIfNew(`${node.property}: ${value.name}`, `css.properties.${node.property}.${value.name}`),
        );
      if (
        node.property === 'content' &&
        node.value.type === 'Value' &&
        node.value.children.some((value) => value.type === 'Operator' && value.value === '/')
      )
        found.add('content: … / alternative text');
    }
    if (node.type === 'Atrule') addIfNew(`@${node.name}`, `css.at-rules.${node.name}`);
    if (node.type === 'Feature') addIfNew(`@${node.kind} (${node.name})`, `css.at-rules.${node.kind}.${node.name}`);
    if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector')
      addIfNew(`:${node.name}`, `css.selectors.${node.name}`);
    if (node.type === 'Function' && !node.name.startsWith('-') && isWidelyAvailable(node.name, /^css\./) === false)
      found.add(`${node.name}()`);
    if (node.type === 'Dimension') addIfNew(`1${node.unit}`, `css.types.length.${node.unit}`);
  });
  return found;
}

/** Fields of this project whose names new web features use too. */
const ownFields = ['.features', '.level', '.lines', '.removed'];

/** Names in scripts that no widely available web feature has. */
const newInScripts = (script: string): string[] =>
  [...new Set([...script.matchAll(/\.([A-Za-z]\w+)/g)].map(([, name = '']) => name))]
    .filter((name) => isWidelyAvailable(name, /^(?:api|javascript)\./) === false)
    .map((name) => `.${name}`)
    .filter((name) => !ownFields.includes(name));

const newInPages = (): string[] =>
  pages
    .flatMap((tree) => all(tree, () => true))
    .flatMap(({ tagName, properties }) => [
      ...(known.get(`html.elements.${tagName}`) === false ? [`<${tagName}>`] : []),
      ...Object.keys(properties)
        .map((name) => name.toLowerCase())
        .filter(
          (name) =>
            (known.get(`html.elements.${tagName}.${name}`) ?? known.get(`html.global_attributes.${name}`)) === false,
        )
        .map((name) => `<${tagName} ${name}>`),
    ]);

const used = [
  ...new Set([...styles.flatMap((css) => [...newInStyles(css)]), ...scripts.flatMap(newInScripts), ...newInPages()]),
].sort();
const section =
  readFileSync('docs/browsers.md', 'utf8')
    .split(/^## /m)
    .find((it) => it.startsWith('What browsers need')) ?? '';
const listed = [...section.matchAll(/^\| `(.+?)` \| (.+?) \|$/gm)].map(([, what = '', without = '']) => ({
  what,
  without,
}));

test('every web feature that the site uses is widely available or listed in docs/browsers.md', () => {
  assert.ok(styles.length > 0 && scripts.length > 0 && pages.length > 40);
  assert.deepEqual(used, listed.map(({ what }) => what).sort());
  for (const { what, without } of listed) assert.ok(without.length > 5, what);
});

test('the scan finds a new property, at-rule, selector, function and script API', () => {
  const css =
    'a { anchor-name: --a; color: contrast-color(red) } a:open { display: flex } @view-transition { navigation: auto }';
  assert.deepEqual([...newInStyles(css)].sort(), [':open', '@view-transition', 'anchor-name', 'contrast-color()']);
  const script = 'document.startViewTransition(); document.querySelector("a").closest("b")';
  assert.deepEqual(newInScripts(script), ['.startViewTransition']);
});

// If a variable held the alternative text, a browser without support for it would show no sign at all.
test('every sign with alternative text has a fallback for browsers without support for it', () => {
  const [always, inSupports] = [new Set<string>(), new Set<string>()];
  for (const css of styles) {
    walk(parse(css), function (this: WalkContext, node: CssNode) {
      if (node.type !== 'Declaration' || node.property !== 'content' || !generate(node.value).includes('var(--sign)'))
        return;
      const isInSupports = this.atrule?.name === 'supports';
      assert.equal(generate(node.value).includes('/'), isInSupports);
      (isInSupports ? inSupports : always).add(this.rule ? generate(this.rule.prelude) : '');
    });
  }
  assert.ok(inSupports.size > 0);
  assert.deepEqual(always, inSupports);
});
