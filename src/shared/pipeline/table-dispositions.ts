import type { IngestedTable, RejectedRow } from '../ingest/types';
import type { TableState } from '../journal/types';
import type { TableDispositions } from '../package/types';
import { EXPORTED, fateInputs, fates, type ObjectFates } from './dispositions';
import type { Model } from './model';
import { type Fate, ReasonBook } from './reason-book';
import { titlesOf } from './titles';
import { DISPOSITIONS } from './types';

/** What happened to every row of every table: the ground of the ledger, the crosswalk and every list. */
export async function tableDispositions(model: Model): Promise<readonly TableDispositions[]> {
  const inputs = {
    tables: model.state.tables.map((table) => ({
      id: table.id,
      name: table.name,
      sourceId: table.sourceId,
      role: table.role,
      roleReason: table.roleReason,
      read: model.readKey(table.id),
      ...(model.isMade(table.id) && { made: true }),
    })),
    sources: model.state.sources,
    mappings: model.state.mappings,
    target: model.state.target,
    fates: fateInputs(model),
  };
  return model.stage('dispositions', 3, inputs, async () => {
    const all = await fates(model);
    const out: TableDispositions[] = [];
    for (const table of model.state.tables) {
      const ingested = await model.ingested(table.id);
      const mapped = model.objects.find((item) => item.mappings.some((m) => m.tableId === table.id));
      const rows = new TableRows(model, table, mapped?.object.name ?? null, ingested);
      const objectFate = mapped ? all.get(mapped.object.name) : undefined;
      if (table.role === 'records' && objectFate) rows.fromRecords(objectFate);
      else rows.whole(table);
      out.push(rows.finish());
    }
    return out;
  });
}

/** Which part each row comes from, rejected lines at the end; null for a table of one piece. */
function partsOfRows({ parts, lines, rejected }: IngestedTable): TableDispositions['parts'] {
  if (!parts) return null;
  const of = new Uint16Array(lines.length + rejected.length);
  parts.forEach(({ firstRow }, part) => {
    of.fill(part, firstRow, parts[part + 1]?.firstRow ?? lines.length);
  });
  rejected.forEach((row, i) => {
    of[lines.length + i] = row.part ?? 0;
  });
  return { names: parts.map(({ name }) => name), of };
}

class TableRows {
  private readonly rows: number;
  private readonly keys: string[];
  private readonly titles: string[];
  private readonly survivors: string[];
  private readonly disposition: Uint8Array;
  private readonly reason: Uint32Array;
  private readonly book = new ReasonBook();
  private readonly lines: Uint32Array;
  private readonly rejected: readonly RejectedRow[];
  private readonly parts: TableDispositions['parts'];

  constructor(
    private readonly model: Model,
    private readonly table: TableState,
    private readonly object: string | null,
    ingested: IngestedTable,
  ) {
    const { lines, rejected } = ingested;
    this.lines = lines;
    this.rejected = rejected;
    this.rows = lines.length;
    const read = this.rows + rejected.length;
    this.parts = partsOfRows(ingested);
    this.keys = new Array<string>(read).fill('');
    this.titles = new Array<string>(read).fill('');
    this.survivors = new Array<string>(read).fill('');
    this.disposition = new Uint8Array(read);
    this.reason = new Uint32Array(read);
    rejected.forEach((row, i) => {
      this.keys[this.rows + i] = `${table.id}:${this.placeWords(this.rows + i, row.line)}`;
      this.titles[this.rows + i] = row.raw.slice(0, 80);
      this.set(this.rows + i, { disposition: 'rejected', reason: row.reason, code: 'MALFORMED_ROW' });
    });
  }

  /** "line 34", or "Customers 2020, line 34" in a table of several parts. */
  private placeWords(row: number, line: number): string {
    const part = this.parts?.names[this.parts.of[row]!];
    return part === undefined ? `line ${line}` : `${part}, line ${line}`;
  }

  private set(row: number, fate: Fate): void {
    this.disposition[row] = DISPOSITIONS.indexOf(fate.disposition);
    this.reason[row] = this.book.index(fate);
  }

  /** Tables whose rows do not become records share one fate. */
  whole(table: TableState): void {
    const fate: Fate =
      table.role === 'list'
        ? {
            disposition: 'excluded',
            reason: 'Reference list: used by rules, not migrated.',
            code: 'reference-list',
          }
        : table.role === 'ignored'
          ? {
              disposition: 'excluded',
              reason: `Left behind: ${table.roleReason || 'the table is not migrated.'}`,
              code: 'table-ignored',
            }
          : {
              disposition: 'held',
              reason: 'Its table is not mapped to a target object yet.',
              code: 'not-mapped',
            };
    for (let row = 0; row < this.rows; row++) {
      const words = this.placeWords(row, this.lines[row]!);
      this.keys[row] = `${table.id}:${words}`;
      this.titles[row] = words.charAt(0).toUpperCase() + words.slice(1);
      this.set(row, fate);
    }
  }

  fromRecords(fate: ObjectFates): void {
    const { raw, golden } = fate;
    const tableIndex = raw.tables.indexOf(this.table.id);
    const title = titlesOf(raw, fate.object);
    const goldenTitle = titlesOf(golden.records, fate.object);
    for (let record = 0; record < raw.count; record++) {
      if (raw.table[record] !== tableIndex) continue;
      const row = raw.row[record]!;
      const index = golden.goldenOf[record]!;
      const end = fate.disposition[index]!;
      this.keys[row] = raw.keys[record]!;
      this.titles[row] = title(record);
      if (end !== EXPORTED) {
        this.set(row, fate.reasons[fate.reason[index]!]!);
      } else if (golden.master[index] === record) {
        this.survivors[row] = golden.records.keys[index]!;
        this.set(row, fate.reasons[fate.reason[index]!]!);
      } else {
        this.survivors[row] = golden.records.keys[index]!;
        this.set(row, {
          disposition: 'merged',
          reason: `Merged into ${goldenTitle(index)} (${golden.records.keys[index]!}).`,
          code: 'merged',
        });
      }
    }
  }

  finish(): TableDispositions {
    const source = this.model.state.sources.find((item) => item.id === this.table.sourceId);
    const lines = new Uint32Array(this.rows + this.rejected.length);
    lines.set(this.lines);
    this.rejected.forEach((row, i) => {
      lines[this.rows + i] = row.line;
    });
    return {
      tableId: this.table.id,
      tableName: this.table.name,
      sourceId: this.table.sourceId,
      sourceName: source?.name ?? this.table.sourceId,
      object: this.object,
      rows: lines.length,
      made: this.model.isMade(this.table.id),
      lines,
      parts: this.parts,
      keys: this.keys,
      titles: this.titles,
      disposition: this.disposition,
      reason: this.reason,
      reasons: this.book.all.map((fate) => fate.reason),
      reasonCodes: this.book.all.map((fate) => fate.code),
      survivors: this.survivors,
    };
  }
}
