// Text in an address or a variable is ignored and reported, read as text, or rejected with one line.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Link } from 'mdast';
import { visit } from 'unist-util-visit';
import { EnvironmentError, readEnvironment } from '../../src/check/environment.ts';
import { matchAndCount, needles, noCounts, readQuery, writeQuery } from '../../src/domain/filter/filter.ts';
import { searchable } from '../../src/domain/filter/searched-text.ts';
import { readChoice, writeChoice } from '../../src/domain/stack/stack.ts';
import { readSubject, writeSubject } from '../../src/domain/propose/subject.ts';
import { markdownOf } from '../../src/output/stack/answer-blocks.ts';
import { proposalVerdict } from '../../src/output/propose/proposal-answer.ts';
import { verdict } from '../../src/output/stack/stack-answer.ts';
import { editAddress, repositoryOf } from '../../src/site/repository.ts';
import { texts } from './texts.ts';
import { branches, variables } from './variables.ts';
import { lanternCatalogue } from '../unit/domain/plain-catalogues.ts';
import { parseMarkdown } from '../unit/output/markdown/mdast.ts';
import { textOf } from '../unit/output/stack/spans.ts';

const catalogue = lanternCatalogue();
const ids = catalogue.features.map(({ id }) => id);
const options = { tier: ['1', '2'], category: ['board'], missing: ['night-watch'] };
const row = {
  has: { tier: ['1'], category: ['board'], missing: [] },
  seen: searchable(['oak-board'], ['An oak case.']),
  unseen: searchable(['fog']),
};

/** Queries with the text as the whole query, as a value and as a key. */
const queries = (keys: readonly string[], text: string) => [
  `?${text}`,
  `?${new URLSearchParams([...keys.map((key) => [key, text]), [text, 'x'], [text, text]])}`,
];
const linksIn = (markdown: string): string[] => {
  const found: string[] = [];
  visit(
    parseMarkdown(markdown),
    ['link', 'image', 'definition', 'html', 'heading'],
    (node) => void found.push((node as Link).url),
  );
  return found;
};

describe('Hostile text in a query string', () => {
  test('any text in a query is ignored and reported, or read as text', () => {
    for (const [what, text] of texts) {
      for (const query of queries(['tier', 'category', 'missing', 'q'], text)) {
        const { filter } = readQuery(query, options);
        assert.deepEqual(Object.values(filter.chosen), [[], [], []], what);
        assert.ok(!matchAndCount(row, { ...filter, q: '' }, needles(`${filter.q} zzz`), noCounts(options)));
        assert.deepEqual(readQuery(writeQuery(filter), options), { filter, ignored: [] });
      }
      for (const query of queries(['f'], text)) {
        const choice = readChoice(catalogue.features, `${query}&f=oak-board`);
        assert.deepEqual(
          choice.members.map(({ id }) => id),
          ['oak-board'],
        );
        assert.equal(writeChoice(choice.members), '?f=oak-board');
        const spans = verdict(catalogue, choice);
        assert.deepEqual(
          spans.filter(({ path }) => path !== undefined && !ids.includes(path.split('/')[1] ?? '')),
          [],
          'it leads nowhere',
        );
        assert.deepEqual(
          linksIn(markdownOf([{ kind: 'says', spans }], (path) => path)).filter(
            (url) => url !== 'features/oak-board/',
          ),
          [],
        );
        assert.ok(choice.unknown.every((id) => textOf(spans).includes(id)));
      }
      for (const query of queries(['feature', 'category'], text)) {
        const subject = readSubject(catalogue, query);
        assert.equal(subject.feature, undefined);
        assert.equal(writeSubject(subject), `?category=${catalogue.categories[0]?.id}`);
        assert.ok(
          proposalVerdict(catalogue, subject, { level: null, next: 1, obstacles: [] }).includes(subject.unknown ?? ''),
        );
      }
    }
  });

  test('a query with 100,000 keys of each kind is read', () => {
    const query = Array.from({ length: 100_000 }, (_, at) => `f=${at}&tier=${at + 3}&k${at}=1`).join('&');
    assert.equal(readQuery(query, options).ignored.length, 300_000);
    assert.equal(readChoice(catalogue.features, query).unknown.length, 100_000);
    assert.equal(readSubject(catalogue, query).unknown, undefined);
  });
});

describe('Hostile text in an environment variable', () => {
  /** Whether a text is a valid value: a visible folder name, a plain base path, or empty. */
  const isHarmless = (name: string, text: string) =>
    /_DIR$/.test(name)
      ? !/\p{Cc}/u.test(text) &&
        text.trim() !== '' &&
        !/^\/+$/.test(text) &&
        text.length <= 4096 &&
        !(name === 'CONTENT_DIR' && /[#?*%]/.test(text))
      : (name === 'BASE_PATH' && /^(?!.*\.\.)[\w./]+$/.test(text)) || text === '';
  const line = /^[A-Z_]+ is (?:empty|"[\P{C}]{1,800}"); [^;\n]+(?:; name a separate one)?$/u;

  test('an invalid variable is rejected in one line with its name', () => {
    for (const [name, values] of Object.entries(variables)) {
      for (const value of values) assert.match(refusalOf({ [name]: value }) ?? 'understood', line, `${name}=${value}`);
      for (const [what, text] of texts) {
        const refusal = refusalOf({ [name]: text });
        if (isHarmless(name, text)) assert.equal(refusal, undefined, `${name}: ${what}`);
        else assert.match(refusal ?? 'understood', line, `${name}: ${what}`);
      }
    }
  });

  test('an invalid branch name does not become part of an address', () => {
    for (const name of [...branches, ...texts.map(([, text]) => text)]) {
      const env = { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: name };
      const { url, branch } = repositoryOf({ repository: 'https://git.example/a/b' }, env) ?? assert.fail();
      assert.match(
        new URL(editAddress({ url, branch }, 'content/site.yaml') ?? '').href,
        /^https:\/\/git\.example\/a\/b\/edit\/[^?#"<>]+\/content\/site\.yaml$/,
      );
      if (branches.includes(name)) assert.equal(branch, 'main', name);
    }
  });
});

/** The message that rejects an environment, or undefined if it is valid. */
function refusalOf(env: Record<string, string>): string | undefined {
  try {
    readEnvironment(env);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof EnvironmentError);
    return error.message;
  }
}
