// Code that leaves a trace if it runs: a file in the build, a request or a variable in the browser.

const js = "window.canary=1;fetch('/canary')";
const node = 'globalThis.process.getBuiltinModule("fs").writeFileSync("CANARY","ran")';

/** Bodies that are programs, or that a parser could read as one. `CANARY` stands for the path of a file. */
export const programs: Record<string, string> = {
  'an expression': `{${node}}`,
  'an expression in a sentence': `The {${node}} lamp.`,
  'an import for its effects': 'import "data:text/javascript,1"',
  'an import of a style sheet': 'import "./x.css"',
  'an export': `export const lamp = ${node}`,
  'an export below words': `Words.\n\nexport const lamp = ${node}`,
  'an attribute that computes': `<Requirements a={${node}} />`,
  'a spread attribute': `<Requirements {...${node}} />`,
  'a component of Astro': '<Astro.self />',
  'a component with its own name': '<Lamp />',
  'a script element': `<script>${js}</script>`,
  'a script in mixed case': `<ScRiPt>${js}</ScRiPt>`,
  'an image that fails': `<img src="x" onerror="${js}" />`,
  'a frame': '<iframe srcdoc="&lt;script&gt;" />',
  'a link to a script': `[a](javascript:${encodeURIComponent(js)})`,
  'a link to a script with an entity': '[a](javascript&#58;1)',
  'a reference to a script': '[a]\n\n[a]: javascript:1',
  'a picture from elsewhere': '![a](https://evil.example/a.png)',
  'a fence that is indented below a paragraph': `Words.\n\n    ~~~\nSee <script>${js}</script> here.\n    ~~~`,
  'a fence that is indented below a line': `Words.\n    ~~~\nSee <script>${js}</script> here.\n    ~~~`,
  'a fence that is indented in a list': `- a\n\n          ~~~\n  See <script>${js}</script> here.\n          ~~~`,
  'a fence that is indented in a quote': `> a\n>\n>     ~~~\n> See <script>${js}</script> here.\n>     ~~~`,
  'a fence that ends with a lone CR': `Words.\r\r    ~~~\rSee <script>${js}</script> here.\r    ~~~`,
  'a fence of two kinds': `\`\`\`\n~~~\n\`\`\`\n<script>${js}</script>\n~~~`,
  'a comment that ends early': `<!-- --> <script>${js}</script> -->`,
};

/** Text that Astro or Vite would replace as a placeholder, by what it would be replaced with. */
export const placeholders: Record<string, string> = {
  'a module of the project': '__ASTRO_IMAGE_../../tests/hostile/canaries.ts?x.svg',
  'a file of the machine': '__ASTRO_IMAGE_/etc/passwd?raw&x.svg',
  'variables of the environment': `He said "so" of HOME: __astro_import_meta_env${'_'.repeat(600)} and import.meta.env here.`,
  'a variable of the environment': 'import.meta.env.HOME',
  'a file of the build': '__VITE_ASSET__aaaaaaaaaaaaaaaaaaaaaa__',
  'an image of the build': '__ASTRO_ASSET_IMAGE__foo__',
  'islands of the build': '$$server-islands-map$$',
  'the manifest of the build': '@@ASTRO_MANIFEST_REPLACE@@',
  'a hash of the build': '!~{000}~',
};

/** Texts that look like programs and must be shown as text. */
export const harmlessTexts: Record<string, string> = {
  'a fence': `\`\`\`html\n<script>${js}</script>\n{${node}}\n\`\`\``,
  'a fence of tildes in a quote': `> ~~~\n> <script>${js}</script>\n> ~~~`,
  'a code run': `See \`<script>${js}</script>\` and \`{${node}}\`.`,
  'escaped signs': `\\<script>${js}\\</script> \\{${node}\\}`,
  entities: `&lt;script&gt;${js}&lt;/script&gt; &#123;1&#125;`,
  'a title of a link': `[a](https://a.example "<script>${js}</script>")`,
  'a table': `| \`<script>${js}</script>\` | b |\n|-|-|\n| \\{1\\} | d |`,
  'the list of requirements as code': 'Write `<Requirements />` there.',
};

/** Words for names, descriptions and notes that look like markup. */
export const markupNames: readonly string[] = [
  'simd <style>.zz{',
  'The <style> and <script> elements',
  `</title><script>${js}</script>`,
  `</script><script>${js}</script>`,
  `"><img src=x onerror="${js}">`,
  `{${js}} \${${js}}`,
  '<!--<script>',
  ']]><script>',
  `[a](javascript:${js})`,
  '&lt;script&gt;',
  'a `<b>` *c* _d_',
];
