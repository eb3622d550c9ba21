import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPlaceholderIn } from '../../../src/schema/build-placeholders.ts';
import { markdown } from '../../../src/site/markdown.ts';
import { placeholders, programs, harmlessTexts } from '../../hostile/canaries.ts';
import { bodies } from '../../hostile/bodies-and-addresses.ts';

const renderer = await markdown('/').createMdxRenderer?.(
  { syntaxHighlight: false } as never,
  { sourcemap: false } as never,
);
const compile = (body: string) => renderer!.process(body, '/content/features/a.mdx', {}).then(({ code }) => code);

test('the compiler rejects every program or makes it inert, even without the check', async () => {
  for (const [what, body] of [...Object.entries(programs), ...bodies]) {
    const code = await compile(body).catch(() => 'refused');
    assert.ok(code === 'refused' || isInert(code), `${what}: ${code}`);
  }
});

test('the compiler lets no placeholder of the build through, in any notation', async () => {
  for (const [what, mark] of Object.entries(placeholders)) {
    const escaped = mark.replaceAll(/[_{]/g, '\\$&');
    const entities = mark.replaceAll(/[_.@$!{]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    for (const body of [`\`${mark}\``, escaped, entities])
      assert.equal(buildPlaceholderIn(await compile(body).catch(() => '')), undefined, `${what}: ${body}`);
    await assert.rejects(compile(`\`${mark}\``), /because it is a placeholder/, what);
  }
});

test('the compiler keeps text that looks like a program as text', async () => {
  for (const [what, body] of Object.entries(harmlessTexts)) assert.ok(isInert(await compile(body)), what);
});

/** Whether compiled code creates only elements of Markdown. */
function isInert(code: string): boolean {
  const elements = [...code.matchAll(/_components\.(\w+)|_jsxs?\((\w+)/g)].map(([, tag, other]) => tag ?? other);
  const known =
    /^(?:_components|_Fragment|MDXContent|MDXLayout|_createMdxContent|a|blockquote|br|code|del|em|hr|li|ol|p|pre|strong|table|tbody|td|th|thead|tr|ul)$/;
  return elements.every((name) => known.test(name ?? '')) && !/^import (?!.*jsx-runtime)/m.test(code);
}
