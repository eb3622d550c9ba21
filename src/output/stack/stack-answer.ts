import { address } from '../../domain/addresses/address.ts';
import type {
  FeatureOutline,
  MissingOutline,
  Outline,
  RequirementOutline,
  TierOutline,
} from '../../domain/stack/outline.ts';
import { pairGuarantee, pairGuarantees, pairs, platformOf } from '../../domain/stack/pairs.ts';
import { combine, gaps, promises, writeChoice, type Choice, type Promised } from '../../domain/stack/stack.ts';
import { switchesFor } from '../../domain/switches.ts';
import { missingFor, tierName, tierWords } from '../../domain/tier.ts';
import { longDate, nameRuns, runs } from '../../domain/words.ts';
import { joined, spans, type Block, type Span } from './answer-blocks.ts';

type Members = readonly FeatureOutline[];

const heading = (text: string): Block => ({ kind: 'heading', text });
const says = (...parts: Parameters<typeof spans>): Block => ({ kind: 'says', spans: spans(...parts) });
const list = (items: Span[][]): Block => ({ kind: 'list', items });
const code = (text: string): Span => ({ text, code: true });
const level = (at: number): string => tierName({ level: at });
const name = (feature: FeatureOutline): Span[] =>
  nameRuns(feature.name).map((run) => ({ ...run, path: address.feature(feature) }));
const names = (features: Members): Span[] => joined(features.map(name));
const title = (it: RequirementOutline): Span => ({ text: it.title, code: false, path: address.requirement(it) });

/** What a status lists as missing, each leading to the written requirement that it names, or with the remark that it names none. */
const lacks = (missing: readonly MissingOutline[]): Span[] =>
  missing.length === 0
    ? spans('nothing that is listed')
    : joined(
        missing.map(({ as, requirement: id }) =>
          id === undefined
            ? spans(runs(as), ' (no written requirement)')
            : runs(as).map((run) => ({ ...run, path: address.requirement({ id }) })),
        ),
      );

/** What follows for pairs from a requirement that guarantees them, from the tier that asks for it. */
export const pairRule = (tier: Pick<TierOutline, 'level'>): string =>
  `So a pair is promised when one of the two is in ${level(1)} and the other has to meet this: it is in ${tierName(tier)}${tier.level > 1 ? ' or a higher one' : ''}, and its status does not say that it lacks it. Of any other pair the policy promises nothing, which does not mean that it fails.`;

/** The answer in a sentence or two: the tier of the whole, who holds it there, and which ids mean nothing. */
export function verdict({ tiers }: Outline, { members, unknown }: Choice): Span[] {
  const ignored =
    unknown.length > 0
      ? spans(' Left out, since no feature has such an id: ', joined(unknown.map((id) => [code(id)])), '.')
      : [];
  const standing = combine(members);
  if (!standing) return spans('Nothing is chosen yet.', ignored);
  const { weakest } = standing;
  const tier = tiers.find((it) => it.level === standing.level);
  if (!tier)
    return spans('In no tier: ', names(weakest), weakest.length > 1 ? ' are' : ' is', ' no longer tracked.', ignored);
  const status = tierWords(tier);
  if (weakest.length === members.length)
    return spans(status, members.length > 1 ? ', like every member.' : '.', ignored);
  return spans(status, `, like the weakest member${weakest.length > 1 ? 's' : ''}: `, names(weakest), '.', ignored);
}

/** The members of a combination, and where it can be asked about again. */
export const question = (members: Members): Block =>
  says(
    names(members),
    ': ',
    [{ text: 'asked together', code: false, path: address.stack + writeChoice(members) }],
    '.',
  );

/** Everything that follows for a combination of at least one member, under headings. */
export const stackAnswer = (outline: Outline, members: Members): Block[] =>
  [why, whole, pairwise, missing, switches].flatMap((part) => part(outline, members));

function why({ features }: Outline, members: Members): Block[] {
  const items = (combine(members)?.weakest ?? []).map((member) => {
    const at = member.level;
    if (at === 1) return spans(name(member), ` is in ${level(1)}, the highest.`);
    if (at !== null)
      return spans(name(member), ` is in ${level(at)}. For ${level(at - 1)} it lacks: `, lacks(member.missing), '.');
    const next = features.find(({ id }) => id === member.removal?.successor);
    const since = member.removal ? `, since ${longDate(member.removal.date)}: ${member.removal.note}` : '.';
    return spans(name(member), ` is no longer tracked${since}`, next ? spans(' ', name(next), ' took its place.') : []);
  });
  return [heading('Why'), list(items)];
}

/** Requirements in a line for each tier and each set of members that are held to them, the nearest tier first. */
function promisedOf(promised: readonly Promised[], about: (held: Members) => Span[]): Span[][] {
  const lines = new Map<string, { at: number; held: Members; titles: Span[][] }>();
  for (const { requirement, held } of promised.toSorted((a, b) => b.requirement.level - a.requirement.level)) {
    const key = [requirement.level, ...held.map(({ id }) => id)].join();
    const { titles } = lines.get(key) ?? { titles: [] };
    lines.set(key, { at: requirement.level, held, titles: [...titles, [title(requirement)]] });
  }
  return [...lines.values()].map(({ at, held, titles }) => spans(level(at), about(held), ': ', joined(titles)));
}

function whole({ requirements }: Outline, members: Members): Block[] {
  const all = promises(requirements, members);
  const kept = promisedOf(
    all.filter((it) => it.whole).map((it) => ({ ...it, held: [] })),
    () => [],
  );
  const open = promisedOf(
    all.filter((it) => !it.whole),
    (held) => (held.length > 0 ? spans(', only of ', names(held)) : spans(', of no member')),
  );
  return [
    heading('Promised for the whole'),
    kept.length > 0 ? list(kept) : says('Nothing.'),
    heading('Not promised for the whole'),
    open.length > 0 ? list(open) : says('Nothing that the policy asks of a member is left open.'),
  ];
}

function pairwise(outline: Outline, members: Members): Block[] {
  const { requirements, categories } = outline;
  const platform = platformOf(categories);
  if (!platform || pairGuarantees(requirements).length === 0) return [];
  const items = pairs(outline, members).map(([on, other]) => {
    const by = pairGuarantee(requirements, on, other);
    return spans(
      name(other),
      ' on ',
      name(on),
      by ? spans(': promised, by “', title(by), '”') : ': the policy promises nothing',
    );
  });
  const none = says(`There is no pair: choose one of ${platform.plural}, and something that runs on it.`);
  return [heading('Pair by pair'), items.length > 0 ? list(items) : none];
}

function missing(outline: Outline, members: Members): Block[] {
  const items = gaps(outline, members).map(({ member, listed, later }) => {
    const next = level((member.level ?? 1) - 1);
    const above = [...new Set(later.map((it) => it.level))].map((at) =>
      spans(
        `. Not assessed yet, for ${level(at)}: `,
        joined(later.filter((it) => it.level === at).map((it) => [title(it)])),
      ),
    );
    return spans(name(member), `, for ${next}: `, lacks(listed), above.flat());
  });
  return items.length > 0 ? [heading(missingFor({ level: 1 })), list(items)] : [];
}

function switches(outline: Outline, members: Members): Block[] {
  const { on, code: lines, isRust, command, cargo } = switchesFor(outline, members);
  const blocks: Block[] = [];
  if (on.length > 0) blocks.push(says('On by default: ', names(on), '.'));
  if (lines.length > 0)
    blocks.push({
      kind: 'code',
      label: isRust ? 'Rust code' : 'calls',
      language: isRust ? 'rust' : '',
      text: lines.join('\n'),
    });
  if (command !== '') blocks.push({ kind: 'code', label: 'command line', language: 'sh', text: command });
  if (cargo.length > 0)
    blocks.push(says('Compiled in by Cargo features: ', joined(cargo.map((it) => [code(it)])), '.'));
  return blocks.length > 0 ? [heading('Switches'), ...blocks] : [];
}
