/** A complete program that uses the API. The tests run each one unchanged. */
export interface Example {
  id: 'curl' | 'javascript' | 'python' | 'rust';
  /** What runs it. */
  label: string;
  /** What the program does and needs, in a sentence or two. */
  says: string;
  code: string;
}

/** A question that each file of the API answers, with the program that finds the answer in it. */
const questions = [
  { file: 'index.json', asks: 'Which files are there?', answer: "jq --raw-output '.files[].name'" },
  {
    file: 'features.json',
    asks: 'Which features are in the highest tier?',
    answer: "jq --raw-output '.features[] | select(.tier == 1) | .id'",
  },
  {
    file: 'features/ID.json',
    asks: 'Since when does a feature have its tier?',
    answer: "jq --raw-output '.since'",
  },
  { file: 'tiers.json', asks: 'What are the tiers called?', answer: "jq --raw-output '.tiers[].label'" },
  {
    file: 'requirements.json',
    asks: 'Which categories does each requirement apply to?',
    answer: 'jq --raw-output \'.requirements[] | "\\(.title): \\(.appliesTo | join(", "))"\'',
  },
  { file: 'categories.json', asks: 'Which categories are there?', answer: "jq --raw-output '.categories[].plural'" },
  { file: 'policy.json', asks: 'Which sections does the policy have?', answer: "jq --raw-output '.policy[].title'" },
  { file: 'changes.json', asks: 'What changed last?', answer: "jq --raw-output '.changes[0].sentence'" },
  { file: 'features.csv', asks: 'Which tier does each feature have, and since when?', answer: 'cut -d , -f 1-3' },
  { file: 'schema.json', asks: 'Which kinds of object are there?', answer: 'jq --raw-output \'."$defs" | keys[]\'' },
] as const;

/**
 * One example per language; the one for the shell reads every file. `fileUrl` returns the absolute address of a file of
 * the API, and `featureId` is a feature to ask about.
 */
export const examples = (fileUrl: (name: string) => string, featureId = 'ID'): Example[] => [
  {
    id: 'curl',
    label: 'curl and jq',
    says: 'A question for each file, and its answer.',
    code: questions
      .map(({ file, asks, answer }) => {
        const url = fileUrl(file.replace('ID', featureId));
        return `# ${asks}\ncurl --fail --silent --show-error ${url} |\n  ${answer}\n`;
      })
      .join('\n'),
  },
  {
    id: 'javascript',
    label: 'JavaScript',
    says: 'What each feature still lacks for the next tier. It runs in Node 18 or newer, in Deno, and in a browser as a module.',
    code: `const answer = await fetch('${fileUrl('features.json')}');
if (!answer.ok) throw new Error(\`\${answer.url}: \${answer.status}\`);
const { features } = await answer.json();
for (const { id, missing } of features) {
  const names = missing.map(({ as }) => as);
  if (names.length > 0) console.log(\`\${id}: \${names.join(', ')}\`);
}
`,
  },
  {
    id: 'python',
    label: 'Python',
    says: 'The newest changes of status. It needs Python 3 and nothing else.',
    code: `import json
from urllib.request import urlopen

with urlopen("${fileUrl('changes.json')}") as answer:
    changes = json.load(answer)["changes"]

for change in changes[:5]:
    print(change["date"], change["sentence"])
`,
  },
  {
    id: 'rust',
    label: 'Rust',
    says: 'The tier of a feature, from a copy of the table compiled into the program. It needs no crate, only features.csv next to it.',
    code: `const TABLE: &str = include_str!("features.csv");

/// The level of a feature's tier; none when it is unknown or no longer tracked.
fn level(id: &str) -> Option<u8> {
    let mut rows = TABLE.lines().skip(1).map(|line| line.split(','));
    let mut row = rows.find_map(|mut row| (row.next() == Some(id)).then_some(row))?;
    row.next()?.parse().ok()
}

fn main() {
    let id = std::env::args().nth(1).expect("the id of a feature");
    match level(&id) {
        Some(level) => println!("{id} is at level {level}"),
        None => println!("{id} has no tier"),
    }
}
`,
  },
];
