import type { SiteData } from '../schema/site.ts';
import type { Catalogue, Feature, Tier } from './catalogue/catalogue.ts';
import { currentEntry } from './history.ts';
import { missingHead, tierAbove } from './tier.ts';

/** The columns of every project's tables, with the heads that they have where the content says nothing. */
const heads = { category: 'Category', name: 'Description', tier: 'Tier', missing: 'Missing' };
type BuiltIn = keyof typeof heads;
const isBuiltIn = (id: string): id is BuiltIn => Object.hasOwn(heads, id);

/** A column of a project's own. */
export interface OwnColumn {
  id: string;
  label: string;
  kind: 'text' | 'yes/no' | 'date' | 'version';
  isInTables: boolean;
  isFilter: boolean;
}

/** What a feature says in a column. */
export interface Cell {
  /** Without marks but those of code; "yes" or "no" where the column asks for that. */
  words: string;
  /** The same as the content has it, in Markdown within the line. */
  written: string;
}

/** The columns of a project's own, in its order. */
export const ownColumns = ({ columns }: Pick<SiteData, 'columns'>): OwnColumn[] =>
  columns
    .filter(({ id }) => !isBuiltIn(id))
    .map(({ id, label = id, kind = 'text', shown = 'tables', filter = false }) => ({
      id,
      label,
      kind,
      isInTables: shown === 'tables',
      isFilter: filter,
    }));

/** What a feature says in the columns of the project's own, in their order; nothing of those that it leaves out. */
export const cellsOf = (site: Pick<SiteData, 'columns'>, { columns }: Pick<Feature, 'columns'>) =>
  ownColumns(site).flatMap((column) => {
    const cell = columns[column.id];
    return cell ? [{ column, cell }] : [];
  });

/** What a feature says in a column, in Markdown within the line; empty where it says nothing. */
export function columnWords({ columns }: Pick<Feature, 'columns'>, { id, kind }: OwnColumn): string {
  const { written = '' } = columns[id] ?? {};
  return kind === 'yes/no' ? (yesAndNo[written] ?? '') : written;
}

const yesAndNo: Record<string, string> = { yes: 'Yes', no: 'No' };

/** A column of one of the document's tables. */
export type DocumentColumn = { label: string } & ({ is: BuiltIn } | { is: 'own'; column: OwnColumn });

/**
 * The columns of the document's table of a tier, or of all tiers, in its order; none of the project's own that no row
 * fills.
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
    if (column)
      return column.isInTables && rows.some(({ columns }) => columns[id])
        ? [{ is: 'own', label: column.label, column }]
        : [];
    if (!isBuiltIn(id) || (id === 'tier' && place !== 'all')) return [];
    if (id !== 'missing') return [{ is: id, label: label ?? heads[id] }];
    const isThere = above ?? rows.some((row) => currentEntry(row).missing.length > 0);
    return isThere ? [{ is: id, label: label ?? (above ? missingHead(above) : heads.missing) }] : [];
  });
}
