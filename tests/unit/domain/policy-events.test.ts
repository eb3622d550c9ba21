import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { everyAddress } from '../../../src/domain/addresses/every-address.ts';
import { policyEvents, policySentence } from '../../../src/domain/policy-events.ts';
import { documentMarkdown } from '../../../src/output/markdown/document.ts';
import { check, lanternFile as file, lanternFiles, linesOf } from '../content-in-memory.ts';

const source = 'https://git.example/lantern/support/pull/9';
const requirement = (id: string, more: string) => ({
  [`requirements/${id}.mdx`]: file(`requirements/${id}.mdx`).replace('---\n', `---\n${more}`),
});
const edited = (files: Record<string, string>) => {
  const { catalogue, problems } = check(lanternFiles(files));
  return { catalogue, lines: linesOf(problems) };
};

describe('Changes of requirements over time', () => {
  const retired = requirement(
    'night-watch',
    `retired:\n  date: 2030-01-01\n  source: ${source}\n  reason: Nobody wakes.\n`,
  );

  test('a retired requirement leaves the document, keeps its addresses and keeps older entries valid', () => {
    const { catalogue, lines } = edited(retired);
    assert.ok(catalogue, lines.join('\n'));
    assert.ok(!documentMarkdown(catalogue, (path) => path).includes('Somebody is awake'));
    for (const path of ['requirements/night-watch/', 'policy/#night-watch', 'tiers/1/#night-watch'])
      assert.ok(everyAddress(catalogue).includes(path), path);
  });

  test('an entry after the retirement of a requirement cannot name it', () => {
    const early = retired['requirements/night-watch.mdx']?.replace('2030-01-01', '2020-01-01') ?? '';
    assert.match(
      edited({ 'requirements/night-watch.mdx': early }).lines.join('\n'),
      /was retired on 2020-01-01; delete the line/,
    );
  });

  test('a narrower requirement keeps older entries valid once the change is recorded', () => {
    const narrow = 'appliesTo: [board]\n';
    assert.match(
      edited(requirement('night-watch', narrow)).lines.join('\n'),
      /record that under "changes:" in requirements\/night-watch\.mdx$/m,
    );
    const recorded = `${narrow}changes:\n  - date: 2030-01-01\n    source: ${source}\n    note: Of boards alone.\n`;
    const { catalogue, lines } = edited(requirement('night-watch', recorded));
    assert.ok(catalogue, lines.join('\n'));
    assert.deepEqual(
      policyEvents(catalogue).map(({ id, note }) => [id, note]),
      [['policy-requirement-changed-night-watch-2030-01-01', 'Of boards alone.']],
    );
  });

  test('a wording-only change is reported as such and does not exempt entries from the check', () => {
    const reworded =
      'changes:\n  - date: 2030-01-01\n    source: ${source}\n    note: Other words.\n    wordingOnly: true\n'.replace(
        '${source}',
        source,
      );
    const { catalogue } = edited(requirement('night-watch', reworded));
    assert.deepEqual(catalogue && policyEvents(catalogue).map(policySentence), [
      'Requirement “Night watch” was reworded',
    ]);
    assert.match(
      edited(requirement('night-watch', `appliesTo: [board]\n${reworded}`)).lines.join('\n'),
      /applies to board, not to lamp/,
    );
  });

  test('a narrower group of requirements is recorded in its tier', () => {
    const groups = (more: string) => ({
      'tiers/lit.mdx': `---
level: 1
title: Kept Lit
requirements:
  - group: Boards
    appliesTo: [board]
    requirements: [night-watch]
${more}---

<Requirements />
`,
    });
    assert.match(edited(groups('')).lines.join('\n'), /record that under "changes:" in tiers\/lit\.mdx$/m);
    const recorded = `changes:\n  - date: 2030-01-01\n    source: ${source}\n    note: Of boards alone.\n`;
    assert.deepEqual(edited(groups(recorded)).lines, []);
  });

  test('an entry of the same day is checked against the policy before the change', () => {
    const day = '2023-11-05';
    const more = [
      `retired:\n  date: ${day}\n  source: ${source}\n  reason: Nobody wakes.\n`,
      `appliesTo: [board]\nchanges:\n  - date: ${day}\n    source: ${source}\n    note: Of boards alone.\n`,
    ];
    for (const it of more) assert.deepEqual(edited(requirement('night-watch', it)).lines, []);
  });

  test('a missing requirement is not reported if its tier has become the highest', () => {
    const [lit, dark] = [file('tiers/lit.mdx'), file('tiers/dark.mdx')];
    const retired = `retired:\n  date: 2030-01-01\n  source: ${source}\n  reason: Nobody wakes.\n`;
    const files = {
      ...requirement('night-watch', retired),
      'tiers/lit.mdx': lit.replace('level: 1\n', `level: 2\nslug: "1"\n${retired}`),
      'tiers/dark.mdx': dark.replace('level: 2\n', 'level: 1\nslug: "2"\n'),
    };
    assert.doesNotMatch(edited(files).lines.join('\n'), /missing/);
  });

  test('a change below an older one is reported', () => {
    const change = (date: string) => `  - date: ${date}\n    source: ${source}\n    note: x\n`;
    const { lines } = edited(requirement('night-watch', `changes:\n${change('2024-01-01')}${change('2025-01-01')}`));
    assert.match(lines.join('\n'), /2025-01-01 is below 2024-01-01; put the newest change first/);
  });
});
