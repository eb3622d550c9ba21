import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { invisibleCharacters, joinedWords } from '../../hostile/invisible-characters.ts';
import { checkBody } from '../../../src/check/check-body.ts';
import { parseFile } from '../../../src/check/parse-file.ts';
import { placeholders } from '../../hostile/canaries.ts';
import { check, lanternFile, lanternFiles, linesOf } from '../content-in-memory.ts';
import { excessIn, mistakeIn, refusedIn } from '../../../src/check/raw-text.ts';
import { escapeInvisible } from '../../../src/domain/invisible.ts';

describe('Text that is rejected before it is parsed', () => {
  test('a placeholder of the build is reported', () => {
    for (const mark of Object.values(placeholders)) {
      const { problems } = check(
        lanternFiles({ 'site.yaml': `${lanternFile('site.yaml')}\nrepository: ${JSON.stringify(mark)}\n` }),
      );
      assert.match(
        linesOf(problems).join('\n'),
        /^site\.yaml:\d+:\d+: the build would replace ".*", because it is a placeholder/m,
        mark,
      );
    }
    const escaped = lanternFile('site.yaml').replace(/^title: .*/m, 'title: "\\x5f\\x5fASTRO_IMAGE_/etc/passwd"');
    assert.match(
      linesOf(check(lanternFiles({ 'site.yaml': escaped })).problems).join(),
      /would replace "__ASTRO_", because it is a placeholder/,
    );
    for (const word of ['astro', '__init__', 'import.meta.url', 'vite', '!~'])
      assert.equal(refusedIn(word), undefined, word);
  });

  test('ordinary text is accepted in any script, with tabs and CRLF line endings', () => {
    for (const text of ['', 'a\tb\r\nc', '灯台 φάρος नमस्ते 👩‍🚀', '    - a\n      - b\n'.repeat(20)])
      assert.equal(mistakeIn(text), undefined, text);
  });

  test('an invisible character is reported, alone or in a word', () => {
    for (const code of invisibleCharacters) {
      const character = String.fromCodePoint(code);
      const message = `there is an invisible character (U+${code.toString(16).toUpperCase().padStart(4, '0')}) here; delete it`;
      assert.deepEqual(refusedIn(`ab${character}`), { offset: 2, message });
      for (const text of [character, `a${character}b`, `é${character}é`, `1${character} `, `灯${character}台`])
        assert.equal(refusedIn(text)?.message, message, JSON.stringify(text));
    }
  });

  test('an invisible character that belongs to a word or an emoji is accepted', () => {
    for (const word of joinedWords) assert.equal(refusedIn(`a ${word} b`), undefined, word);
  });

  test('an escaped invisible character is reported in a field, a key and anywhere in a body', () => {
    const bodiesWith = (it: string) => [
      `a${it}b`,
      `*${it}*`,
      `[${it}](https://a.example)`,
      `[a](https://a.example/${it})`,
      `[a](https://a.example "${it}")`,
      `[b]: https://a.example '${it}'`,
      `\`\`\`${it}\na\n\`\`\``,
      `| a |\n|-|\n| ${it} |`,
      `x/www.a.example ${it} y`,
    ];
    const messages = (yaml: string, body: string) => {
      const read = { text: `---\n${yaml}\n---\n${body}\n`, isLink: false };
      const { file, problems } = parseFile('features/a.mdx', 'a', true, read);
      return [...problems, ...checkBody(file, 'text')].map(({ message }) => message);
    };
    for (const code of invisibleCharacters) {
      const hex = code.toString(16);
      const message = `there is an invisible character (U+${hex.toUpperCase().padStart(4, '0')}) here; delete it`;
      const escape = `\\U${hex.padStart(8, '0')}`;
      assert.deepEqual(messages(`a: "${escape}"`, ''), [message]);
      assert.deepEqual(messages(`"a${escape}": b`, ''), [message]);
      // HTML decodes a reference to a control character or a noncharacter as another character, or as none.
      if (/^\p{Cc}|\p{NChar}$/u.test(String.fromCodePoint(code))) continue;
      const body = bodiesWith(`&#x${hex};`).join('\n\n');
      const found = messages('a: b', body).filter((it) => it === message);
      assert.equal(found.length, bodiesWith('').length, `U+${hex}: ${messages('a: b', body).join('\n')}`);
    }
  });

  test('a character that is not UTF-8 is reported', () =>
    assert.deepEqual(mistakeIn('a\uFFFD'), {
      offset: 1,
      message: 'a character here is not valid UTF-8; write it again, and save the file as UTF-8',
    }));

  test('text above a limit is reported with the limit', () => {
    const limits: [text: string, most: number, what: string][] = [
      ['a', 32_768, 'characters'],
      ['\n', 1000, 'lines'],
      ['*', 1000, 'of the characters * _ ~ [ ] < > { } & @'],
      ['`', 2000, 'of the characters ` | \\ : , ( ) !'],
      ['- ', 500, 'markers that begin an item'],
      ['[^]', 100, 'references to footnotes'],
    ];
    for (const [text, most, what] of limits) {
      const message = (times: number, count: number) => ({
        offset: 0,
        message: `the file has ${count} ${what}; write at most ${most * times}`,
      });
      assert.ok(!mistakeIn(text.repeat(most))?.message.startsWith('the file has'), what);
      assert.deepEqual(mistakeIn(text.repeat(most + 1)), message(1, most + 1));
      assert.deepEqual(excessIn(text.repeat(4 * most + 1), 4), message(4, 4 * most + 1));
    }
    assert.equal(mistakeIn(`a\n${'|'.repeat(64)}\n|`), undefined);
    assert.deepEqual(mistakeIn(`a\n${'|'.repeat(65)}`), {
      offset: 2,
      message: 'this line has more than 64 "|"; write fewer columns',
    });
  });

  test('nesting deeper than 32 levels is reported, and a row of markers is not', () => {
    const message = 'this is nested more than 32 levels deep; write fewer levels';
    assert.deepEqual(mistakeIn('['.repeat(40)), { offset: 32, message });
    for (const mark of ['- ', '> ', '>', '1. ', '? ', '  ', '\t', '- > '])
      assert.deepEqual(mistakeIn(`a\n${mark.repeat(40)}b`), { offset: 2, message }, mark);
    for (const text of ['[]'.repeat(40), '-'.repeat(80), '='.repeat(80), '>'.repeat(32), `${' '.repeat(64)}a`])
      assert.equal(mistakeIn(text), undefined, text);
  });
});

test('an invisible character is shown as its code point', () => {
  assert.equal(escapeInvisible('a\u202Eb\nc'), 'a<U+202E>b<U+000A>c');
  assert.equal(escapeInvisible('灯台 b'), '灯台 b');
});
