import { address } from '../../domain/addresses/address.ts';
import type { PlainFeature, PlainMissing, PlainCatalogue, PlainRequirement } from '../../domain/plain-catalogue.ts';
import { pairGuarantee, pairGuarantees, pairs } from '../../domain/stack/pairs.ts';
import { combine, gaps, coverage, writeChoice, type Choice, type Coverage } from '../../domain/stack/stack.ts';
import { switchesFor } from '../../domain/how-to-enable.ts';
import { labelAt, tierWords } from '../../domain/tier.ts';
import { longDate, nameRuns, runs } from '../../domain/text.ts';
import { howToEnable } from '../words/page-words.ts';
import { enumerate, spans, type Block, type Span } from './answer-blocks.ts';

type Members = readonly PlainFeature[];

const heading = (text: string): Block => ({ kind: 'heading', text });
const says = (...parts: Parameters<typeof spans>): Block => ({ kind: 'says', spans: spans(...parts) });
const list = (items: Span[][]): Block => ({ kind: 'list', items });
const code = (text: string): Span => ({ text, code: true });
const name = (feature: PlainFeature): Span[] =>
  nameRuns(feature.name).map((run) => ({ ...run, path: address.feature(feature) }));
const names = (features: Members): Span[] => enumerate(features.map(name));
const title = (it: PlainRequirement): Span => ({ text: it.title, code: false, path: address.requirement(it) });

/** What a status lists as missing. Each item links to the requirement that it names, or says that it names none. */
const lacks = (missing: readonly PlainMissing[]): Span[] =>
  missing.length === 0
    ? spans('nothing is listed')
    : enumerate(
        missing.map(({ as, requirement: id }) =>
          id === undefined
            ? spans(runs(as), ' (listed as missing, though the policy has no such requirement)')
            : runs(as).map((run) => ({ ...run, path: address.requirement({ id }) })),
        ),
      );

/** The answer in a sentence or two: the tier of the combination, its weakest members, and unknown ids. */
export function verdict({ tiers }: PlainCatalogue, { members, unknown }: Choice): Span[] {
  const ignored = unknown.length > 0 ? spans('. Unknown feature: ', enumerate(unknown.map((id) => [code(id)]))) : [];
  const combined = combine(members);
  if (!combined) return spans('Select what you use to see the result', ignored);
  const { weakest } = combined;
  const tier = tiers.find((it) => it.level === combined.level);
  if (!tier)
    return spans(
      'In no tier, because ',
      names(weakest),
      weakest.length > 1 ? ' are' : ' is',
      weakest.every((it) => it.unsupported) ? ' not supported' : ' no longer tracked',
      ignored,
    );
  const because = weakest.length < members.length ? spans(', because of ', names(weakest)) : [];
  return spans(tierWords(tier), because, ignored);
}

/** The members of a combination, with a link to the page that checks it. */
export const question = (members: Members): Block =>
  says(
    names(members),
    ': ',
    [{ text: 'check this combination', code: false, path: address.stack + writeChoice(members) }],
    '.',
  );

/** The full answer for at least one member, under headings; warnings and what is not covered come first. */
export const stackAnswer = (catalogue: PlainCatalogue, members: Members): Block[] =>
  [warnings, uncovered, needed, covered, switches].flatMap((part) => part(catalogue, members));

/** A heading and a list, or nothing if the list is empty. */
const section = (title: string, items: Span[][]): Block[] => (items.length > 0 ? [heading(title), list(items)] : []);

const warnings = (_: PlainCatalogue, members: Members): Block[] =>
  section(
    'Warnings',
    members.flatMap((member) => (member.warning === undefined ? [] : [spans(name(member), `: ${member.warning}`)])),
  );

/** Requirements grouped by tier and by the members that they cover, the lowest tier first. */
function requirementLines(
  { tiers }: PlainCatalogue,
  coverages: readonly Coverage[],
  about: (coveredMembers: Members) => string | Span[],
): Span[][] {
  const lines = new Map<string, { at: number; coveredMembers: Members; titles: Span[][] }>();
  for (const { requirement, coveredMembers } of coverages.toSorted(
    (a, b) => b.requirement.level - a.requirement.level,
  )) {
    const key = [requirement.level, ...coveredMembers.map(({ id }) => id)].join();
    const { titles } = lines.get(key) ?? { titles: [] };
    lines.set(key, { at: requirement.level, coveredMembers, titles: [...titles, [title(requirement)]] });
  }
  return [...lines.values()].map(({ at, coveredMembers, titles }) =>
    spans(`Required by ${labelAt(tiers, at)}`, about(coveredMembers), ': ', enumerate(titles)),
  );
}

function uncovered(catalogue: PlainCatalogue, members: Members): Block[] {
  const { features } = catalogue;
  const removed = members
    .filter((member) => member.level === null)
    .map((member) => {
      const next = features.find(({ id }) => id === member.removal?.successor);
      const since = member.removal ? ` since ${longDate(member.removal.date)}: ${member.removal.note}` : '';
      return spans(
        name(member),
        ` is ${member.unsupported ? 'not supported' : 'no longer tracked'}${since}`,
        next ? spans(' ', name(next), ' took its place.') : [],
      );
    });
  const disputed = members.flatMap((member) =>
    (member.disputed ?? []).flatMap((id) => {
      const requirement = catalogue.requirements.find((it) => it.id === id);
      return requirement ? [spans(name(member), ': evidence contradicts ', title(requirement))] : [];
    }),
  );
  const open = requirementLines(
    catalogue,
    coverage(catalogue.requirements, members).filter((it) => !it.isComplete),
    (covering) => {
      if (covering.length > 0) return spans(', but covered only for ', names(covering));
      return members.length > 1 ? ', but not covered for any of them' : '';
    },
  );
  const alone = pairwise(catalogue, members, false);
  return section('Not covered', [...removed, ...alone, ...disputed, ...open]);
}

function covered(catalogue: PlainCatalogue, members: Members): Block[] {
  const required = requirementLines(
    catalogue,
    coverage(catalogue.requirements, members)
      .filter((it) => it.isComplete)
      .map((it) => ({ ...it, coveredMembers: [] })),
    () => '',
  );
  return section(members.length > 1 ? 'Covered for everything you selected' : 'Covered', [
    ...pairwise(catalogue, members, true),
    ...required,
  ]);
}

/** The pairs that the policy guarantees, or those that it does not. */
function pairwise(catalogue: PlainCatalogue, members: Members, guaranteed: boolean): Span[][] {
  const { requirements } = catalogue;
  if (pairGuarantees(requirements).length === 0) return [];
  return pairs(catalogue, members).flatMap(([on, other]) => {
    const by = pairGuarantee(catalogue, on, other);
    if ((by !== undefined) !== guaranteed) return [];
    const pair = spans(name(other), ' on ', name(on));
    return [by ? spans(pair, ', guaranteed by “', title(by), '”') : spans(pair, ': not guaranteed to work together')];
  });
}

function needed(catalogue: PlainCatalogue, members: Members): Block[] {
  const items = gaps(catalogue, members).map(({ member, next, listed, later }) => {
    const above = [...new Set(later.map((it) => it.level))].map((at) =>
      spans(
        `. Not assessed yet for ${labelAt(catalogue.tiers, at)}: `,
        enumerate(later.filter((it) => it.level === at).map((it) => [title(it)])),
      ),
    );
    return spans(name(member), `, for ${labelAt(catalogue.tiers, next)}: `, lacks(listed), above.flat());
  });
  return section(`Still needed for ${catalogue.tiers[0]?.label}`, items);
}

function switches(catalogue: PlainCatalogue, members: Members): Block[] {
  const { on, code: lines, isRust, notInCode, command, notInCommand, cargo } = switchesFor(catalogue, members);
  const blocks: Block[] = [];
  if (on.length > 0) blocks.push(says('On by default: ', names(on)));
  if (lines.length > 0)
    blocks.push({
      kind: 'code',
      label: isRust ? 'Rust code' : 'calls',
      language: isRust ? 'rust' : '',
      text: lines.join('\n'),
    });
  if (lines.length > 0 && notInCode.length > 0) blocks.push(says('Not in this code: ', names(notInCode), '.'));
  if (command !== '') blocks.push({ kind: 'code', label: 'command line', language: 'sh', text: command });
  if (command !== '' && notInCommand.length > 0) blocks.push(says('Not in this command: ', names(notInCommand), '.'));
  if (cargo.length > 0)
    blocks.push(says('Compiled in by Cargo features: ', enumerate(cargo.map((it) => [code(it)])), '.'));
  return blocks.length > 0 ? [heading(howToEnable), ...blocks] : [];
}
