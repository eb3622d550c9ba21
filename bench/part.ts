import type { Size } from './workspace.ts';

/** The options of the command line. Each part has defaults for `sizes` and `repeat`. */
export interface BenchOptions {
  sizes?: readonly Size[];
  repeat?: number;
  /** Whether to build the same content with Starlight for comparison. */
  peer: boolean;
  /** Reports progress. */
  note: (text: string) => void;
}

/** A row of a result table, by column heading. */
export type Row = Record<string, string | number>;
