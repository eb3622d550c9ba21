import type { Built } from './workspace.ts';

/** What was asked for, for a part to measure by. */
export interface BenchOptions {
  /** How many features, or the project's own; each part has sizes of its own where none are asked for. */
  sizes: readonly Size[] | undefined;
  /** The kinds of page to paint, as a result names them; all where none is asked for. */
  kinds: readonly string[] | undefined;
  /** How often each thing is run; each part has a number of its own where none is asked for. */
  repeat: number | undefined;
  /** Whether Starlight builds the same content beside it. */
  peer: boolean;
  /** Tells what is being measured now. */
  note: (text: string) => void;
}

/** So many features, made up; or those of the project's own content. */
export type Size = number | 'own';

/** A line of a result: names and figures. */
export type Row = Record<string, string | number>;

/** Measures one thing; `bench/PART.ts` exports one under the part's name. */
export type Part = (options: BenchOptions) => Promise<Row[]>;

/** Our builds of one content: with nothing from before, with the caches but no site, with both, and with both after an edit. */
export type Runs = Record<'cold' | 'kept' | 'unchanged' | 'edited', Built[]>;

/** Something else that is built in turns with ours. */
export interface Peer {
  build(): Promise<void>;
  /** Its figures beside ours. */
  columns(ours: Runs): Row;
}
