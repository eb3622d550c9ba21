import type { Size } from './workspace.ts';

/** What was asked for; each part has sizes and a number of repeats of its own where none are. */
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
