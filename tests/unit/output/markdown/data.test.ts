import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiListing } from '../../../../src/output/api/api-files.ts';
import { featureFields } from '../../../../src/output/api/api-schema.ts';
import { examples } from '../../../../src/output/api/examples.ts';
import { apiVersions } from '../../../../src/output/api/api-versions.ts';
import { dataMarkdown } from '../../../../src/output/markdown/data.ts';
import { lantern } from '../../lantern.ts';
import { textMarkdown } from '../../../../src/output/markdown/markdown-syntax.ts';

const url = (name: string) => `https://x.example/api/v1/${name}`;
const lines = (items: string[]) => items.map((item) => `- ${item}`).join('\n');
const [curl, ...others] = examples(url, 'fog-signal');

test('the data page lists every file, every example in full and the meaning of every field', () => {
  assert.equal(
    dataMarkdown(lantern(), (path) => `https://x.example/${path}`),
    `# API and data

Everything on this site as files. No key is needed, and any website may fetch them. Start with [\`index.json\`](https://x.example/api/v1/index.json).

## Files

${lines(apiListing.map(({ name, description }) => `[\`${name}\`](${url(name)}): ${description}`))}

Images of a feature’s status: a badge, \`badges/ID.svg\`, and a card for social media, \`cards/features/ID.png\`.

## Examples

### curl and jq

A question for each file, and its answer.

\`\`\`sh
${curl?.code}\`\`\`

${others.map(({ id, label, says, code }) => `### ${label}\n\n${says}\n\n\`\`\`${id}\n${code}\`\`\``).join('\n\n')}

## Fields of a feature

${lines(featureFields.map(({ name, says }) => `\`${name}\`: ${says}`))}

In the table, each feature is one line. \`id\`, \`tier\` and \`since\` come first and never need quotes. The items of a list are joined with “; ”. If a spreadsheet would read a field as a formula, the field begins with an apostrophe.

Each change has a kind: \`added\`, \`promoted\`, \`demoted\`, \`requirements-changed\`, \`confirmed\`, \`removed\`, \`returned\`, \`not-supported\`. \`from\` and \`to\` are the tiers before and after, or \`null\` if there was none; \`sentence\` describes the change in plain words.

## Feeds and Markdown

- The newest changes of status (at least 500): [Atom](https://x.example/changes.xml), [JSON Feed](https://x.example/changes.json). The page of each feature links to its own two feeds.
- [The full policy as one Markdown file](https://x.example/stability-tiers.md).
- Every page in Markdown: add \`index.md\` to its address. [llms.txt](https://x.example/llms.txt) lists them.

## What may change

Within \`api/v1\`, fields may be added, but never renamed, retyped or removed. The rank of a tier (\`tier\`, \`from\`, \`to\`, \`level\`) may shift when a tier is added, but its slug (\`tierSlug\`, \`fromSlug\`, \`toSlug\`, \`slug\`) does not. Ignore fields that you do not know, and expect new kinds of change. Ids are never reused. A renamed feature lists its former ids, and their files remain. A removed feature remains, with \`"tier": null\`.

${apiVersions.map(({ version, says }) => `- ${version}: ${textMarkdown(says)}`).join('\n')}`,
  );
});
