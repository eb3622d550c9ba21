import type { Difference, FeatureChange } from '../../domain/diff/diff.ts';
import type { PolicyChange } from '../../domain/diff/policy-changes.ts';
import { plain } from '../../domain/words.ts';
import { subject } from './commit-subject.ts';

/** What a change of the content means, as Markdown for a pull request; nothing in it can be more than text. */
export function diffMarkdown(difference: Difference): string {
  const { features, policy, broken } = difference;
  const of = (...kinds: FeatureChange['kind'][]) =>
    features.filter(({ kind }) => kinds.includes(kind)).map(featureLine);
  const sections = [
    section('Promoted', of('promoted')),
    section('Demoted', of('demoted')),
    section('Added', of('added', 'returned')),
    section('Removed', of('removed')),
    section('Renamed', of('renamed', 'recategorised')),
    section('Requirements met or newly missing', of('requirements-changed', 'clarified', 'waivers-changed')),
    section('The policy', policy.map(policyLine)),
    section(
      'Addresses that would break',
      broken.map((path) => code(`/${path}`)),
    ),
    section('History rewritten rather than added to', of('rewritten', 'deleted')),
    section('Facts', of('described')),
  ].filter((it) => it !== '');
  return `${sections.join('\n') || 'No change of meaning.\n'}\nSubject for the squash commit: ${code(subject(difference))}\n`;
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length > 0 ? `### ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}` : '';

function featureLine(change: FeatureChange): string {
  const name = `**${escape(plain(change.feature.name))}**`;
  switch (change.kind) {
    case 'promoted':
    case 'demoted':
      return `${name}: Tier ${change.from} → Tier ${change.to}${cells('no longer missing', change.met)}${cells('missing', change.missing)}`;
    case 'added':
    case 'returned':
      return `${name}: ${change.kind === 'returned' ? 'again ' : ''}${placeOf(change.feature.tier)}${cells('missing', change.missing)}`;
    case 'removed':
      return `${name}: was Tier ${change.from}${change.note ? `; ${escape(change.note)}` : ''}`;
    case 'renamed':
      return `${name}: was ${escape(plain(change.from))}`;
    case 'recategorised':
      return `${name}: category ${escape(change.from)} → ${escape(change.to)}`;
    case 'requirements-changed':
      return `${name}: ${placeOf(change.feature.tier)}${cells('met', change.met)}${cells('newly missing', change.missing)}`;
    case 'clarified':
      return `${name}${cells('another requirement is named, or none, by', change.words)}`;
    case 'waivers-changed':
      return `${name}${cells('newly waived', change.added)}${cells('waived no longer', change.ended)}`;
    case 'rewritten':
      return `${name}: ${change.dates.length === 1 ? 'the entry' : 'the entries'} of ${change.dates.join(', ')}`;
    case 'deleted':
      return `${name}: its file is gone; an entry with \`removed: true\` would keep its page`;
    case 'described':
      return `${name}: ${change.fields.join(', ')}`;
  }
}

const placeOf = (tier: number | null): string => (tier === null ? 'not tracked' : `Tier ${tier}`);

const cells = (label: string, words: readonly string[]): string =>
  words.length > 0 ? `; ${label}: ${words.map((it) => escape(plain(it))).join(', ')}` : '';

function policyLine(change: PolicyChange): string {
  const what = escape(change.what);
  switch (change.kind) {
    case 'requirement-added':
      return `Tier ${change.tier} has a new requirement, **${what}**${changedSentences('', change.words)}`;
    case 'requirement-dropped':
      return `Tier ${change.tier} no longer requires **${what}**${changedSentences(change.words, '')}`;
    case 'requirement-moved':
      return `Requirement **${what}** moves from Tier ${change.from} to Tier ${change.to}`;
    case 'requirement-scope':
      return `Requirement **${what}** applied to ${escape(change.from.join(', '))}; it now applies to ${escape(change.to.join(', '))}`;
    case 'words':
      return `The words of ${what} change${changedSentences(change.from, change.to)}`;
    case 'renamed':
      return `${what} is now called ${escape(change.to)}`;
    case 'added':
      return `New: ${what}`;
    case 'dropped':
      return `Gone: ${what}`;
  }
}

/** The sentences that only one of two texts has, as a block that GitHub colours and in which nothing is markup. */
function changedSentences(from: string, to: string): string {
  const sentences = (text: string) =>
    text
      .trim()
      .replace(/\s+/g, ' ')
      .replaceAll('```', "'''")
      .split(/(?<=[.:;]) /)
      .filter((it) => it !== '');
  const [then, now] = [sentences(from), sentences(to)];
  const only = (list: string[], others: string[], mark: string) =>
    list.filter((it) => !others.includes(it)).map((it) => `  ${mark} ${it}\n`);
  return `:\n  \`\`\`diff\n${[...only(then, now, '-'), ...only(now, then, '+')].join('')}  \`\`\``;
}

/** Content as text: no markup, and nothing that GitHub would make a link to a person, an issue or a page. */
const escape = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()!|~]/g, '\\$&')
    .replace(/[@#]|:(?=\/\/)|\bwww(?=\.)/g, '$&\u200b');

const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;
