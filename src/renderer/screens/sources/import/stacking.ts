import { compareColumns } from '@shared/ingest/compare-columns';
import { stackable } from '@shared/ingest/stackable';
import type { ColumnDrift, ColumnRename, ColumnsPart, TableProposal } from '@shared/ingest/types';
import { columnOf } from '@shared/table/column';
import type { ImportFile, ImportTable } from './import-model';

/** Tables that look like one table kept in several places, offered to be stacked. */
export interface StackOffer {
  /** Names the offer, so that declining it lasts. */
  readonly key: string;
  /** Suggested name of the whole. */
  readonly name: string;
  readonly reason: string;
  /** In order; the first one leads. */
  readonly members: readonly ImportTable[];
  /** How the columns of the others differ from those of the first, by the rows looked at. */
  readonly drift: ColumnDrift;
}

/** What can be stacked among the tables to be added: migrating ones that are not stacked yet. */
export function stackOffers(
  files: readonly ImportFile[],
  declined: readonly string[],
): readonly StackOffer[] {
  const tables = files
    .filter((file) => file.status === 'ready')
    .flatMap((file) => file.tables)
    .filter(
      (table) =>
        table.include &&
        table.below === null &&
        table.pending === null &&
        table.role !== 'ignored' &&
        !leads(files, table.id),
    );
  return stackable(tables.map(({ proposal }) => proposal)).flatMap(({ name, members, reason }) => {
    const found = members.flatMap((at) => tables[at] ?? []);
    const key = found.map(({ id }) => id).join(' ');
    if (found.length < 2 || declined.includes(key)) return [];
    const drift = compareColumns(found.map(({ proposal }) => sampleOf(proposal)));
    return [{ key, name, reason, members: found, drift }];
  });
}

/** The files with the members of an offer stacked below its first one. `renames` are those a person took over. */
export function stacked(
  files: readonly ImportFile[],
  offer: StackOffer,
  renames: readonly ColumnRename[],
): readonly ImportFile[] {
  const [leader, ...others] = offer.members;
  if (!leader) return files;
  const below = new Set(others.map(({ id }) => id));
  return withTables(files, (table) => {
    if (table.id === leader.id) return { ...table, name: offer.name };
    if (!below.has(table.id)) return table;
    const own = renames.filter(({ part }) => part === table.proposal.name);
    const renamed = Object.fromEntries(own.map(({ from, to }) => [to, from]));
    return { ...table, below: leader.id, renamed };
  });
}

/** The files with a stack taken apart. */
export function unstacked(files: readonly ImportFile[], leaderId: string): readonly ImportFile[] {
  return withTables(files, (table) => {
    if (table.below === leaderId) return { ...table, below: null, renamed: {} };
    return table.id === leaderId ? { ...table, name: table.proposal.name } : table;
  });
}

/** The files with every table on its own whose stack lost its first table: taken away, or not to be added. */
export function withoutOrphans(files: readonly ImportFile[]): readonly ImportFile[] {
  const taken = new Set(
    files.flatMap((file) => file.tables.filter((table) => table.include).map(({ id }) => id)),
  );
  return withTables(files, (table) =>
    table.below === null || taken.has(table.below) ? table : { ...table, below: null, renamed: {} },
  );
}

/** Tables that will stand below this one, with their files, in order. */
export function followersOf(
  files: readonly ImportFile[],
  leaderId: string,
): readonly { readonly file: ImportFile; readonly table: ImportTable }[] {
  return files.flatMap((file) =>
    file.tables
      .filter((table) => table.below === leaderId && table.include)
      .map((table) => ({ file, table })),
  );
}

function leads(files: readonly ImportFile[], id: string): boolean {
  return files.some((file) => file.tables.some((table) => table.below === id));
}

function withTables(
  files: readonly ImportFile[],
  change: (table: ImportTable) => ImportTable,
): readonly ImportFile[] {
  return files.map((file) => ({ ...file, tables: file.tables.map(change) }));
}

/** A proposal as a table of the rows looked at. */
function sampleOf({ name, columns, preview }: TableProposal): ColumnsPart {
  return {
    name,
    columns,
    table: {
      rowCount: preview.length,
      columns: columns.map((column, at) =>
        columnOf(
          column.name,
          preview.map((row) => row[at] ?? ''),
        ),
      ),
    },
  };
}
