// The procedures in CONTRIBUTING, each as an edit of the content from the date of the source document.
import assert from 'node:assert/strict';
import { addressList, withAddresses } from '../src/check/address-list.ts';
import { memory } from '../src/check/files.ts';
import type { NewEntry } from '../src/new/entry-yaml.ts';
import { proposeChange, proposeFeature } from '../src/new/propose-file.ts';
import { everyAddress } from '../src/domain/addresses/every-address.ts';
import { documented } from './sites.ts';
import { check, filesIn, linesOf } from './unit/content-in-memory.ts';

type Files = Map<string, string>;
type Edit = (files: Files) => void;
const pathOf = (path: string) => `content/${path}.mdx`;
const document = pathOf('policy/document');

/** Replaces text in a file, which must contain that text. */
function replaceIn(files: Files, path: string, from: string | RegExp, to: string): void {
  const [before = '', after] = [files.get(path), files.get(path)?.replace(from, to)];
  assert.notEqual(after, before, `${path} has no ${from}`);
  files.set(path, after ?? '');
}

/** Renames a file, which changes the id. */
function rename(files: Files, from: string, to: string): void {
  files.set(pathOf(to), files.get(pathOf(from)) ?? '');
  files.delete(pathOf(from));
  replaceIn(files, pathOf(to), /^(?:name|title): .*$/m, `$&\nformerIds: [${from.split('/')[1]}]`);
}

/** What `npm run new` writes. */
const newEntry = (id: string, entry: Omit<NewEntry, 'source'>) => (files: Files) => {
  const { path, text } = proposeChange('content', id, { source: 'https://git.example/1', ...entry }, memory(files));
  files.set(path, text);
};
const newFeature = (id: string, category: string) => (files: Files) => {
  const history = [{ date: '2022-08-04', tier: 3, source: 'https://git.example/1' }];
  const feature = { name: id, category, description: `What ${id} is.`, history };
  files.set(pathOf(`features/${id}`), proposeFeature('content', id, feature, memory(files)).text);
};

const newTier: Edit = (files) => {
  const change = '{ date: 2022-08-05, source: https://git.example/1, note: It is new. }';
  const fields = `level: 4\ntitle: A Sketch\nsince: 2022-08-05\nchanges: [${change}]`;
  files.set(pathOf('tiers/tier-4'), `---\n${fields}\n---\n\nNobody promises anything.\n`);
  replaceIn(files, document, '<TierTable tier="3" />\n', '$&\n#### Tier 4\n\n<TierTable tier="4" />\n');
  replaceIn(files, document, '<Tier tier="3" />', '<Tier tier="4" />\n\n$&');
};

const retiredFile = pathOf('requirements/broadly-maintainable');
const retire: Edit = (files) => {
  const retired = '{ date: 2022-08-06, source: https://git.example/1, reason: It is a matter of course. }';
  replaceIn(files, retiredFile, 'title:', `retired: ${retired}\ntitle:`);
};

/** Each procedure by its heading in CONTRIBUTING, or by the bold words of its list item. */
export const procedures: Record<string, Record<string, Edit>> = {
  'Change the tier of a feature': {
    'a promotion': newEntry('threads', {
      date: '2022-08-01',
      tier: 2,
      missing: [{ as: 'fuzzing', requirement: 'fuzzed-proposal' }],
      note: 'Tested in CI.',
    }),
    'a demotion': newEntry('s390x-unknown-linux-gnu', {
      date: '2022-08-02',
      tier: 3,
      missing: [{ as: 'CI testing', requirement: 'ci-testing' }],
      note: 'Nobody runs its tests.',
    }),
  },
  'Waived requirement': {
    'a waiver': newEntry('memory64', {
      date: '2022-08-05',
      tier: 1,
      waived: [
        {
          requirement: 'fuzzed-proposal',
          reason: 'No fuzzer has memories of that size.',
          source: 'https://git.example/2',
        },
      ],
      note: 'It is on the way to the standard.',
    }),
  },
  'Wrong entry': {
    'a status that was never decided': (files) =>
      replaceIn(
        files,
        pathOf('features/reference-types'),
        'tier: 1',
        'tier: 2\n    missing: [{ as: fuzzing, requirement: fuzzed-proposal }]',
      ),
  },
  'Remove a feature, or bring it back': {
    'a removal that names what follows': newEntry('wasi_unstable', {
      date: '2022-08-03',
      removed: true,
      successor: 'wasi_snapshot_preview1',
      note: 'Nobody asks for it.',
    }),
    'a removed feature that comes back': (files) => {
      newEntry('wasi-nn', { date: '2022-08-03', removed: true, note: 'Nobody asks for it.' })(files);
      const missing = [{ as: 'CI testing', requirement: 'ci-testing' }];
      newEntry('wasi-nn', { date: '2022-08-10', tier: 3, missing, note: 'Somebody does.' })(files);
    },
  },
  'Add a feature': {
    'a new feature': newFeature('tail-call', 'wasm-proposal'),
    'other words about a feature': (files) => {
      replaceIn(files, pathOf('features/memory64'), /^description: .*/m, 'description: Memories with long addresses.');
      replaceIn(files, pathOf('features/threads'), /$/, '\nIt has a *note* now.\n');
    },
    'a place in the order': (files) => replaceIn(files, document, /^rows:$/m, 'rows:\n  - memory64'),
  },
  'Rename a feature, a requirement or a category': {
    'another id': (files) => rename(files, 'features/simd', 'features/fixed-width-simd'),
    'another id of a requirement': (files) => {
      rename(files, 'requirements/ci-testing', 'requirements/tests-in-ci');
      for (const [path, text] of files)
        if (!path.startsWith('content/requirements/')) files.set(path, text.replace(/\bci-testing$/gm, 'tests-in-ci'));
    },
    'another id of a category': (files) => {
      replaceIn(files, 'content/categories.yaml', '- id: misc', '- id: other\n  formerIds: [misc]');
      for (const [path, text] of files) files.set(path, text.replace(/^category: misc$/m, 'category: other'));
    },
  },
  'Add a category': {
    'a new category': (files) => {
      const category = '- { id: backend, name: Backend, plural: Backends, description: What compiles. }\n';
      replaceIn(files, 'content/categories.yaml', /$/, category);
      newFeature('winch', 'backend')(files);
      replaceIn(files, pathOf('requirements/fuzzed-proposal'), '  - wasm-proposal\n', '$&  - backend\n');
    },
  },
  'Add a column': {
    'a column that one feature fills': (files) => {
      replaceIn(files, 'content/site.yaml', /$/, 'columns: [{ id: machines, label: Machines, filter: true }]\n');
      replaceIn(files, pathOf('features/threads'), 'category:', 'columns: { machines: All of them }\n$&');
    },
  },
  'Change the policy': {
    'reworded headings': (files) => {
      const tier = pathOf('tiers/tier-2');
      replaceIn(files, document, /^## Tier Details$/m, '## What tiers ask for');
      replaceIn(files, document, /^---\n/, '$&formerAnchors: { tier-details: what-tiers-ask-for }\n');
      replaceIn(files, tier, /^title: .*$/m, 'title: Ready\nformerAnchors: [tier-2---almost-production-ready]');
      const change = '{ date: 2022-08-09, source: https://git.example/1, note: It is called by one word. }';
      replaceIn(files, tier, 'level: 2', `$&\nchanges: [${change}]`);
    },
  },
  'New requirement': {
    'a new requirement': (files) => {
      files.set(
        pathOf('requirements/documented'),
        '---\ntitle: Documented\n---\n\nIt is written down how to use it.\n',
      );
      replaceIn(files, pathOf('tiers/tier-1'), /^requirements:\n/m, '$&  - documented\n');
    },
  },
  'Moved requirement': {
    'a requirement moved': (files) => {
      replaceIn(files, pathOf('tiers/tier-1'), '  - security-releases\n', '');
      replaceIn(files, pathOf('tiers/tier-1'), 'level: 1', '$&\nformerAnchors: [security-releases]');
      replaceIn(files, pathOf('tiers/tier-2'), /^requirements:\n/m, '$&  - security-releases\n');
    },
  },
  'New tier': {
    'a new tier': newTier,
  },
  'Name of a tier': {
    'a label and a mark': (files) => {
      if (!files.has(pathOf('tiers/tier-4'))) newTier(files);
      replaceIn(files, pathOf('tiers/tier-4'), 'level: 4', '$&\nlabel: Sketch\nmark: S');
    },
  },
  'Name of the project': {
    'another name of the project': (files) =>
      replaceIn(files, 'content/site.yaml', 'project: Wasmtime\n', 'project: Wasmtide\nfeedId: Wasmtime\n'),
  },
  'Retired requirement or tier': {
    'a requirement that is retired': retire,
    'a tier that is retired': (files) => {
      if (!files.has(pathOf('tiers/tier-4'))) newTier(files);
      const retired = '{ date: 2022-08-07, source: https://git.example/1, reason: It was empty. }';
      replaceIn(files, pathOf('tiers/tier-4'), 'level: 4', `$&\nretired: ${retired}`);
      replaceIn(files, document, '\n#### Tier 4\n\n<TierTable tier="4" />\n', '');
      replaceIn(files, document, '<Tier tier="4" />\n\n', '');
    },
  },
  'Requirement or tier that applies again': {
    'a retired requirement that applies again': (files) => {
      const again = (files.get(retiredFile) ?? '').replace(/^retired: .*\n/m, '');
      if (again === files.get(retiredFile)) retire(files);
      files.set(
        pathOf('requirements/maintained-by-all'),
        again.replace(/^title: .*/m, 'title: Maintained by all\nsince: 2022-08-11'),
      );
      replaceIn(files, pathOf('tiers/tier-1'), /^requirements:\n/m, '$&  - maintained-by-all\n');
    },
  },
  'Feature that is not supported': {
    'what is not supported': (files) => {
      const entry = `  - date: 2022-08-08\n    tier: none\n    source: https://git.example/1\n    note: Nobody wrote it.\n`;
      const feature = `name: i686-linux\ncategory: target\ndescription: Linux on old machines.\nhistory:\n${entry}`;
      files.set(pathOf('features/i686-linux'), `---\n${feature}---\n`);
      replaceIn(files, document, '<TierTable tier="3" />\n', '$&\n#### Not supported\n\n<TierTable tier="none" />\n');
    },
  },
  'Answer a warning': {
    'a warning accepted': (files) => {
      const accepted = '    accepted:\n      - rule: written-requirement\n        reason: Others decide that.\n';
      replaceIn(files, pathOf('features/multi-memory'), /^ {4}source: /m, `${accepted}$&`);
    },
  },
};

export const edits: Record<string, Edit> = Object.assign({}, ...Object.values(procedures));

/** The content of the documented day, with all of its addresses listed. */
export function documentedFiles(): Files {
  const files = filesIn(documented);
  const { catalogue, problems } = check(files);
  assert.ok(catalogue, linesOf(problems).join('\n'));
  return files.set(addressList('content'), withAddresses('', everyAddress(catalogue)));
}

/** All edits, one after another. */
export function filesAfterEveryEdit(): Files {
  const files = documentedFiles();
  for (const edit of Object.values(edits)) edit(files);
  return files;
}
