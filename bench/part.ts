import type { Size } from './workspace.ts';

/** The options of the command line. Each part has defaults for `sizes` and `repeat`. */
export interface BenchOptions {
  sizes?: readonly Size[];
  repeat?: number;
  /** Whether Starlight builds the same content beside it. */
  peer: boolean;
  /** Tells what is being measured now. */
  note: (text: string) => void;
}

/** A line of a result: names and figures. */
export type Row = Record<string, string | number>;
