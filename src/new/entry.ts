import { stringify } from 'yaml';

/** A status as an editor gives it; what is empty is left out of the file. */
export interface NewEntry {
  date: string;
  tier?: number | string;
  removed?: true;
  successor?: string;
  missing?: { as: string; requirement?: string }[];
  waived?: { requirement: string; reason: string; source: string }[];
  source: string;
  note?: string;
}

/** A feature as an editor first describes it. */
export interface NewFeature {
  name: string;
  category: string;
  description: string;
  history: NewEntry[];
}

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0 });

/** A feature's file without a note. */
export const newFeatureFile = (feature: NewFeature): string => `---\n${yaml(feature)}---\n`;

/** A file's text with an entry added above the newest, whose line counts from 1; nothing else of it changes. */
export function withEntry(text: string, line: number, entry: NewEntry): string | undefined {
  const rows = text.split('\n');
  const indent = /^( *)- /.exec(rows[line - 1] ?? '')?.[1];
  if (indent === undefined) return undefined;
  const end = rows[line - 1]?.endsWith('\r') ? '\r' : '';
  const added = yaml([entry])
    .trimEnd()
    .split('\n')
    .map((row) => `${indent}${row}${end}`);
  return rows.toSpliced(line - 1, 0, ...added).join('\n');
}
