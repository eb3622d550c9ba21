import type { Feature } from './catalogue/catalogue.ts';
import type { PlainFeature, PlainCatalogue } from './plain-catalogue.ts';

/** How to turn on every member of a combination. */
export interface Switches {
  /** The members that are on by default. */
  on: PlainFeature[];
  /** One call or Rust statement for each line. */
  code: string[];
  isRust: boolean;
  /** The members that the code does not turn on, although something else does. */
  notInCode: PlainFeature[];
  /** One command line; empty if no flag is needed. */
  command: string;
  /** The members that the command does not turn on, although something else does. */
  notInCommand: PlainFeature[];
  /** The Cargo features, not on by default, that compile the members in. */
  cargo: string[];
}

const rustMethod = /^(\w+)::(\w+)$/;

/** Collects the switches of a combination from the features' own fields, without members that are on by default. */
export function switchesFor(
  { commandLine }: Pick<PlainCatalogue, 'commandLine'>,
  members: readonly PlainFeature[],
): Switches {
  const switched = members.filter(({ use }) => use.default !== 'on');
  const off = switched.map(({ use }) => use);
  const calls = distinct(off.map(({ api }) => api));
  const flags = groupFlags(distinct(off.map(({ cli }) => cli)), commandLine?.listSeparator);
  return {
    on: members.filter(({ use }) => use.default === 'on'),
    code: calls.map(statement),
    isRust: calls.every((call) => rustMethod.test(call)),
    notInCode: switched.filter(({ use }) => !use.api && isSwitched(use)),
    command: flags.length === 0 ? '' : distinct([commandLine?.program, ...flags]).join(' '),
    notInCommand: switched.filter(({ use }) => !use.cli && isSwitched(use)),
    cargo: distinct(off.map(neededCargoFeature)),
  };
}

/** Whether readers must do something that is recorded to turn a feature on. */
const isSwitched = (use: Feature['use']): boolean =>
  [use.api, use.cli, use.cApi, neededCargoFeature(use)].some((it) => it !== undefined);

/** Whether it is recorded how to turn a feature on or off. */
export const hasSwitches = ({ use: { api, cli, cApi, cargo } }: Pick<Feature, 'use'>): boolean =>
  [api, cli, cApi, cargo].some((it) => it !== undefined);

/** Returns the Cargo feature that a build must name; undefined if none is needed, or if it is on by default. */
export const neededCargoFeature = ({ cargo, cargoDefault }: Feature['use']): string | undefined =>
  cargoDefault === 'on' ? undefined : cargo;

const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((it) => it !== undefined)),
];

/**
 * Turns `Type::method` into a statement that calls it on a variable named after the type; other text stays as it is.
 */
function statement(call: string): string {
  const [, type = '', method = ''] = rustMethod.exec(call) ?? [];
  const value = type.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
  return method === '' ? call : `${value}.${method}(true);`;
}

/** Returns the flags in order; the values of a repeated flag are joined where it first appears. */
function groupFlags(flags: readonly string[], separator: string | undefined): string[] {
  if (separator === undefined) return [...flags];
  const values = new Map<string, string[]>();
  for (const setting of flags) {
    const [flag = '', ...rest] = setting.split(' ');
    values.set(flag, [...(values.get(flag) ?? []), ...(rest.length > 0 ? [rest.join(' ')] : [])]);
  }
  return [...values].map(([flag, of]) => (of.length > 0 ? `${flag} ${of.join(separator)}` : flag));
}
