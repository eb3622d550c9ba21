import type { FeatureOutline, Outline } from './stack/outline.ts';

/** What to set so that every member of a combination is on. */
export interface Switches {
  /** The members that are on when nothing is set. */
  on: FeatureOutline[];
  /** One statement a line; Rust where the content names the calls as Rust does. */
  code: string[];
  isRust: boolean;
  /** One command line, or nothing where no flag is needed. */
  command: string;
  /** Cargo features, without which the rest is not there. */
  cargo: string[];
}

const rustMethod = /^(\w+)::(\w+)$/;

/** Collects the switches of a combination from the features' own fields; what is on by default needs none. */
export function switchesFor(
  { commandLine }: Pick<Outline, 'commandLine'>,
  members: readonly FeatureOutline[],
): Switches {
  const off = members.filter(({ use }) => use.default !== 'on').map(({ use }) => use);
  const calls = distinct(off.map(({ api }) => api));
  const flags = groupFlags(distinct(off.map(({ cli }) => cli)), commandLine?.listSeparator);
  return {
    on: members.filter(({ use }) => use.default === 'on'),
    code: calls.map(statement),
    isRust: calls.every((call) => rustMethod.test(call)),
    command: flags.length === 0 ? '' : distinct([commandLine?.program, ...flags]).join(' '),
    cargo: distinct(off.map(({ cargo }) => cargo)),
  };
}

const distinct = (words: readonly (string | undefined)[]): string[] => [
  ...new Set(words.filter((word) => word !== undefined)),
];

/** `Type::method` is called on a value that has its type's name; any other words stay as they are. */
function statement(call: string): string {
  const [, type = '', method = ''] = rustMethod.exec(call) ?? [];
  const value = type.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
  return method === '' ? call : `${value}.${method}(true);`;
}

/** Flags in their order; where one takes a list, its values stand together after its first place. */
function groupFlags(flags: readonly string[], separator: string | undefined): string[] {
  if (separator === undefined) return [...flags];
  const values = new Map<string, string[]>();
  for (const words of flags) {
    const [flag = '', ...rest] = words.split(' ');
    values.set(flag, [...(values.get(flag) ?? []), ...(rest.length > 0 ? [rest.join(' ')] : [])]);
  }
  return [...values].map(([flag, of]) => (of.length > 0 ? `${flag} ${of.join(separator)}` : flag));
}
