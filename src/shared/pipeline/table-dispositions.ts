import type { RejectedRow } from '../ingest/types';
import type { TableState } from '../journal/types';
import type { TableDispositions } from '../package/types';
import { EXPORTED, fates, type ObjectFates } from './dispositions';
import type { Model } from './model';
import { type Fate, ReasonBook } from './reason-book';
import { titlesOf } from './titles';
import { DISPOSITIONS } from './types';

/** What happened to every row of every table: the ground of the ledger, the crosswalk and every list. */
export async function tableDispositions(model: Model): Promise<readonly TableDispositions[]> {
  const inputs = {
    tables: model.state.tables.map(({ id, name, sourceId, role, roleReason, file, options }) => ({
      id,
      name,
      sourceId,
      role,
      roleReason,
      file: file.sha256,
      options,
    })),
    sources: model.state.sources,
    mappings: model.state.mappings,
    target: model.state.target,
    golden: model.objects.map(({ object }) => model.goldenKey(object.name)),
    rules: model.state.rules,
    settled: model.state.settled,
    accepted: model.state.acceptedIssues,
  };
  return model.stage('dispositions', 1, inputs, async () => {
    const all = await fates(model);
    const out: TableDispositions[] = [];
    for (const table of model.state.tables) {
      const ingested = await model.ingested(table.id);
      const mapped = model.objects.find((item) => item.mappings.some((m) => m.tableId === table.id));
      const rows = new TableRows(
        model,
        table,
        mapped?.object.name ?? null,
        ingested.lines,
        ingested.rejected,
      );
      const objectFate = mapped ? all.get(mapped.object.name) : undefined;
      if (table.role === 'records' && objectFate) rows.fromRecords(objectFate);
      else rows.whole(table);
      out.push(rows.finish());
    }
    return out;
  });
}

class TableRows {
  private readonly rows: number;
  private readonly keys: string[];
  private readonly titles: string[];
  private readonly survivors: string[];
  private readonly disposition: Uint8Array;
  private readonly reason: Uint32Array;
  private readonly book = new ReasonBook();

  constructor(
    private readonly model: Model,
    private readonly table: TableState,
    private readonly object: string | null,
    private readonly lines: Uint32Array,
    private readonly rejected: readonly RejectedRow[],
  ) {
    this.rows = lines.length;
    const read = this.rows + rejected.length;
    this.keys = new Array<string>(read).fill('');
    this.titles = new Array<string>(read).fill('');
    this.survivors = new Array<string>(read).fill('');
    this.disposition = new Uint8Array(read);
    this.reason = new Uint32Array(read);
    rejected.forEach((row, i) => {
      this.keys[this.rows + i] = `${table.id}:line ${row.line}`;
      this.titles[this.rows + i] = row.raw.slice(0, 80);
      this.set(this.rows + i, { disposition: 'rejected', reason: row.reason, code: 'MALFORMED_ROW' });
    });
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
      this.keys[row] = `${table.id}:line ${this.lines[row]!}`;
      this.titles[row] = `Line ${this.lines[row]!}`;
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
      read: lines.length,
      lines,
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
