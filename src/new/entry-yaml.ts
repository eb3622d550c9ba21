import { stringify } from 'yaml';

/** A new status. Fields that are undefined are left out of the file. */
export interface NewEntry {
  date: string;
  tier?: number | string;
  removed?: true;
  successor?: string;
  missing?: { as: string; requirement?: string }[];
  waived?: { requirement: string; reason: string; source: string }[];
  source: string;
  release?: string;
  note?: string;
}

/** The retirement of a requirement or a tier. */
export interface NewRetirement {
  date: string;
  source: string;
  reason: string;
  successor?: string;
}

/** The fields of a new feature's file. */
export interface NewFeature {
  name: string;
  category: string;
  description: string;
  history: NewEntry[];
}

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0 });

/** Returns the text of a new feature's file, without a note. */
export const newFeatureFile = (feature: NewFeature): string => `---\n${yaml(feature)}---\n`;

/** Adds a retirement at the end of a file's frontmatter; undefined if the frontmatter has no closing line. */
export function withRetirement(text: string, retired: NewRetirement): string | undefined {
  const [opening] = /^---[ \t]*\r?\n[^]*?(?=^---[ \t]*\r?$)/m.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const end = opening.endsWith('\r\n') ? '\r\n' : '\n';
  return opening + yaml({ retired }).replaceAll('\n', end) + text.slice(opening.length);
}

/**
 * Inserts an entry above the newest one, whose line is counted from 1; the rest of the text is unchanged. Undefined if
 * that line does not start a list item.
 */
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
