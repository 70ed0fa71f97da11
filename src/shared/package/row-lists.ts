import type { ChecklistItem } from '../govern/types';
import { DISPOSITION_WORDS, type DispositionWord } from './disposition-words';
import type { WrittenFile } from './load-files';
import { uniqueStems } from './paths';
import { type ReportColumn, reportCsv } from './report-csv';
import type { TableDispositions } from './types';

/** Some rows of some tables, in table and row order. */
class RowPlaces {
  readonly count: number;
  private readonly tableOf: Uint32Array;
  private readonly rowOf: Uint32Array;

  constructor(
    private readonly tables: readonly TableDispositions[],
    wanted: (table: TableDispositions, row: number) => boolean,
  ) {
    const most = tables.reduce((sum, table) => sum + table.rows, 0);
    this.tableOf = new Uint32Array(most);
    this.rowOf = new Uint32Array(most);
    let count = 0;
    tables.forEach((table, index) => {
      for (let row = 0; row < table.rows; row++) {
        if (!wanted(table, row)) continue;
        this.tableOf[count] = index;
        this.rowOf[count] = row;
        count++;
      }
    });
    this.count = count;
  }

  column(header: string, text: (table: TableDispositions, row: number) => string): ReportColumn {
    return { header, text: (place) => text(this.tables[this.tableOf[place]!]!, this.rowOf[place]!) };
  }
}

const dispositionOf = (table: TableDispositions, row: number): DispositionWord =>
  DISPOSITION_WORDS[table.disposition[row]!]!;

/** The file or sheet a row comes from, where its table has several. */
const partOf = ({ parts }: TableDispositions, row: number): string => parts?.names[parts.of[row]!] ?? '';

/**
 * `crosswalk.csv`: every row of every source with what became of it and under which key and in which file it is loaded.
 *
 * @param fileOf Load file of an exported record of an object, by record key.
 */
export function crosswalk(
  tables: readonly TableDispositions[],
  fileOf: ReadonlyMap<string, ReadonlyMap<string, string>>,
): WrittenFile {
  const rows = new RowPlaces(tables, () => true);
  const columns = [
    rows.column('source', (table) => table.sourceName),
    rows.column('table', (table) => table.tableName),
    rows.column('part', partOf),
    rows.column('line', (table, row) => String(table.lines[row]!)),
    rows.column('record_key', (table, row) => table.keys[row]!),
    rows.column('disposition', dispositionOf),
    rows.column('target_object', (table) => table.object ?? ''),
    rows.column('surviving_key', (table, row) => table.survivors[row]!),
    rows.column(
      'load_file',
      (table, row) => fileOf.get(table.object ?? '')?.get(table.survivors[row]!) ?? '',
    ),
    rows.column('table_id', (table) => table.tableId),
  ];
  return {
    path: 'crosswalk.csv',
    bytes: reportCsv(columns, rows.count),
    role: 'crosswalk',
    rows: rows.count,
  };
}

/** Dispositions with a list of their own in the package. */
export const LISTED = ['excluded', 'rejected', 'held'] as const;

/**
 * `excluded/…`, `rejected/…`, `held/…`: the rows that are not loaded, one file per object (or per table, where a table
 * fills no object), each row with its reason. A disposition without rows writes no file.
 */
export function rowLists(
  tables: readonly TableDispositions[],
  stems: ReadonlyMap<string, string>,
  items: readonly ChecklistItem[],
): readonly WrittenFile[] {
  const groups = new Map<string, TableDispositions[]>();
  for (const table of tables) {
    const name = table.object === null ? `table ${table.tableId}` : `object ${table.object}`;
    groups.set(name, [...(groups.get(name) ?? []), table]);
  }
  const members = [...groups.values()];
  const names = uniqueStems(
    members.map(([table]) =>
      table!.object === null ? table!.tableName : (stems.get(table!.object) ?? table!.object),
    ),
  );
  return LISTED.flatMap((word) =>
    members.flatMap((group, index): WrittenFile[] => {
      const rows = new RowPlaces(group, (table, row) => dispositionOf(table, row) === word);
      if (rows.count === 0) return [];
      const columns = [
        rows.column('source', (table) => table.sourceName),
        rows.column('table', (table) => table.tableName),
        rows.column('part', partOf),
        rows.column('line', (table, row) => String(table.lines[row]!)),
        rows.column('record_key', (table, row) => table.keys[row]!),
        rows.column('title', (table, row) => table.titles[row]!),
        rows.column('reason_code', (table, row) => table.reasonCodes[table.reason[row]!] ?? ''),
        rows.column('reason', (table, row) => table.reasons[table.reason[row]!] ?? ''),
        ...(word === 'excluded'
          ? [rows.column('checklist_item', (table) => ruleItem(items, table.object))]
          : []),
        rows.column('table_id', (table) => table.tableId),
      ];
      const path = `${word}/${names[index]}.csv`;
      return [{ path, bytes: reportCsv(columns, rows.count), role: word, rows: rows.count }];
    }),
  );
}

/** Checklist item that decided on the active rule of an object. */
function ruleItem(items: readonly ChecklistItem[], object: string | null): string {
  return items.find(({ artefact }) => artefact.kind === 'activeRule' && artefact.object === object)?.id ?? '';
}
