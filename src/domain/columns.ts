import { isBuiltInColumn, type BuiltInColumn } from '../schema/column-ids.ts';
import type { SiteData } from '../schema/site.ts';
import type { Catalogue, Feature, Tier } from './catalogue/catalogue.ts';
import { currentEntry } from './history.ts';
import { tierAbove } from './tier.ts';
import { missingHead } from './missing.ts';

/** The default headings of the standard columns. */
const heads: Record<BuiltInColumn, string> = {
  category: 'Category',
  name: 'Description',
  tier: 'Tier',
  missing: 'Missing',
};

/** A column that a project adds. */
export interface OwnColumn {
  id: string;
  label: string;
  kind: 'text' | 'yes/no' | 'date' | 'version';
  isInTables: boolean;
  isFilter: boolean;
}

/** A feature's cell in a column. */
export interface Cell {
  /** The text with backticks around code, without other Markdown; "yes" or "no" in a yes/no column. */
  text: string;
  /** The text in the content, as inline Markdown. */
  written: string;
}

/** Returns the project's own columns, in order. */
export const ownColumns = ({ columns }: Pick<SiteData, 'columns'>): OwnColumn[] =>
  columns
    .filter(({ id }) => !isBuiltInColumn(id))
    .map(({ id, label = id, kind = 'text', shown = 'tables', filter = false }) => ({
      id,
      label,
      kind,
      isInTables: shown === 'tables',
      isFilter: filter,
    }));

/** Returns a feature's cells in the project's own columns, in order, without empty ones. */
export const cellsOf = (site: Pick<SiteData, 'columns'>, { columns }: Pick<Feature, 'columns'>) =>
  ownColumns(site).flatMap((column) => {
    const cell = columns[column.id];
    return cell ? [{ column, cell }] : [];
  });

/** Returns a feature's cell in a column, as inline Markdown; an empty string without a cell. */
export function columnMarkdown({ columns }: Pick<Feature, 'columns'>, { id, kind }: OwnColumn): string {
  const { written = '' } = columns[id] ?? {};
  return kind === 'yes/no' ? (yesAndNo[written] ?? '') : written;
}

const yesAndNo: Record<string, string> = { yes: 'Yes', no: 'No' };

export type DocumentColumn = { label: string } & ({ is: BuiltInColumn } | { is: 'own'; column: OwnColumn });

/**
 * Returns the columns of the document's table of a tier, or of all tiers, in order. The project's own columns are left
 * out where they are empty.
 */
export function documentColumns(
  { site, tiers }: Pick<Catalogue, 'site' | 'tiers'>,
  place: Tier | 'all',
  rows: readonly Feature[],
): DocumentColumn[] {
  const above = place === 'all' ? undefined : tierAbove(tiers, place);
  const own = new Map(ownColumns(site).map((column) => [column.id, column]));
  const listed = site.columns.map(({ id }) => id);
  const ids = listed.includes('name') ? listed : ['category', 'name', 'tier', ...own.keys(), 'missing'];
  return ids.flatMap((id): DocumentColumn[] => {
    const label = site.columns.find((it) => it.id === id)?.label;
    const column = own.get(id);
    if (column) {
      const isFilled = rows.some(({ columns }) => columns[id]);
      return column.isInTables && isFilled ? [{ is: 'own', label: column.label, column }] : [];
    }
    if (!isBuiltInColumn(id) || (id === 'tier' && place !== 'all')) return [];
    if (id !== 'missing') return [{ is: id, label: label ?? heads[id] }];
    if (above) return [{ is: id, label: label ?? missingHead(above) }];
    const isFilled = rows.some((row) => currentEntry(row).missing.length > 0);
    return isFilled ? [{ is: id, label: label ?? heads.missing }] : [];
  });
}
