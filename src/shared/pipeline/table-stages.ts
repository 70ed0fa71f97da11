import type { TaskContext } from '../base/progress';
import { AppFailure, unwrap } from '../base/result';
import type { CleanedTable, ClusterMethod, Recipe } from '../clean/types';
import { type FoundClusters, foundClusters } from '../clean/value-clusters';
import { readTable } from '../ingest/read';
import { applyRepairs } from '../ingest/repair-rows';
import { stackTables } from '../ingest/stack';
import type { IngestedTable, RejectedRow } from '../ingest/types';
import type { ProjectState, RowRepair, TablePart, TableState } from '../journal/types';
import { profileTableIn } from '../profile/profile-table';
import type { TableProfile } from '../profile/types';
import { needColumn } from '../table/filter-rows';
import type { Table } from '../table/types';
import { cleanedKey, cleanTable } from './clean-tables';
import { namedParts, partInputs, partsOf, tableInputs } from './read-parts';
import { type Stages, stageKey } from './stages';
import type { EngineDeps } from './types';

/**
 * The stages from files to tables: read, stacked, repaired, cleaned, profiled. The ground of the model, which knows nothing
 * of targets and records.
 */
export class TableStages {
  private readonly tableById: ReadonlyMap<string, TableState>;

  constructor(
    readonly state: ProjectState,
    protected readonly deps: EngineDeps,
    protected readonly stages: Stages,
    readonly task: TaskContext,
  ) {
    this.tableById = new Map(state.tables.map((table) => [table.id, table]));
  }

  tableState(tableId: string): TableState {
    const table = this.tableById.get(tableId);
    if (!table) {
      throw new AppFailure({
        code: 'TABLE_UNKNOWN',
        message: 'This table is no longer part of the project. Choose another one on the Sources screen.',
        details: { tableId },
      });
    }
    return table;
  }

  /** Covers everything the rows of a table are computed from, its recipe included. */
  tableKey(tableId: string): string {
    return cleanedKey(this.readKey(tableId), this.recipe(tableId));
  }

  private repairs(tableId: string): readonly RowRepair[] {
    return this.state.repairs.filter((repair) => repair.tableId === tableId);
  }

  /** Covers what the rows of a table as read are computed from, before its recipe. */
  readKey(tableId: string): string {
    const inputs = tableInputs(this.tableState(tableId));
    const repairs = this.repairs(tableId);
    return stageKey('table', 1, repairs.length > 0 ? [inputs, repairs] : inputs);
  }

  /** One file as it is read: the costly part, kept between sessions. */
  private readPart(part: TablePart): Promise<IngestedTable> {
    return this.stages.runPersistent(stageKey('ingest', 2, partInputs(part)), isIngested, async () => {
      const bytes = unwrap(await this.deps.readSource(part.file));
      return unwrap(await readTable(bytes, part.file.name, part.options, this.task));
    });
  }

  /** The files of a table as they are read, one after the other. */
  async readParts(tableId: string): Promise<readonly IngestedTable[]> {
    const read: IngestedTable[] = [];
    for (const part of partsOf(this.tableState(tableId))) read.push(await this.readPart(part));
    return read;
  }

  /** The table with nothing repaired: its parts one below the other. */
  asRead(tableId: string): Promise<IngestedTable> {
    const table = this.tableState(tableId);
    return this.stages.run(stageKey('stack', 1, tableInputs(table)), async () => {
      const named = namedParts(partsOf(table), await this.readParts(tableId));
      return named.length === 1 ? named[0]!.ingested : stackTables(named);
    });
  }

  /** The table with the lines people repaired. */
  ingested(tableId: string): Promise<IngestedTable> {
    const repairs = this.repairs(tableId);
    if (repairs.length === 0) return this.asRead(tableId);
    return this.stages.run(this.readKey(tableId), async () =>
      applyRepairs(await this.asRead(tableId), repairs),
    );
  }

  /** The lines that could not be read and are rows now. */
  async repaired(tableId: string): Promise<readonly RejectedRow[]> {
    const repairs = this.repairs(tableId);
    if (repairs.length === 0) return [];
    const { rejected: before } = await this.asRead(tableId);
    const left = new Set((await this.ingested(tableId)).rejected);
    return before.filter((row) => !left.has(row));
  }

  /** The table as read, before its recipe. */
  async raw(tableId: string): Promise<Table> {
    return (await this.ingested(tableId)).table;
  }

  /** The saved cleaning steps of a table. */
  recipe(tableId: string): Recipe {
    return this.state.recipes[tableId] ?? [];
  }

  /** The table under a recipe that may not be saved. */
  cleanedUnder(tableId: string, recipe: Recipe): Promise<CleanedTable> {
    const { name } = this.tableState(tableId);
    const read = { key: this.readKey(tableId), name, ingested: () => this.ingested(tableId) };
    return cleanTable(read, recipe, this.stages, this.task);
  }

  /** The table under its saved recipe, types guessed anew where a step changed them: what everything after it sees. */
  async cleaned(tableId: string): Promise<Omit<CleanedTable, 'outcomes'>> {
    const recipe = this.recipe(tableId);
    if (!recipe.some((step) => step.enabled)) return this.ingested(tableId);
    return this.stages.keep(this.tableKey(tableId), () => this.cleanedUnder(tableId, recipe));
  }

  async table(tableId: string): Promise<Table> {
    return (await this.cleaned(tableId)).table;
  }

  /** Spellings of one value in a column of a table under a recipe; kept while a person looks through them. */
  foundClusters(
    tableId: string,
    recipe: Recipe,
    column: string,
    method: ClusterMethod,
  ): Promise<FoundClusters> {
    const key = [cleanedKey(this.readKey(tableId), recipe), column, method];
    return this.stages.runBrief(stageKey('valueClusters', 1, key), async () => {
      const { table } = await this.cleanedUnder(tableId, recipe);
      return foundClusters(needColumn(table, column), method, this.task);
    });
  }

  /** What is in a table as it is now: under its recipe. */
  profile(tableId: string, referenceDate: string): Promise<TableProfile> {
    return this.profileOf(this.tableKey(tableId), tableId, referenceDate, () => this.cleaned(tableId));
  }

  /** What is in a table as it was read; the very profile of now while nothing was cleaned. */
  profileAsRead(tableId: string, referenceDate: string): Promise<TableProfile> {
    return this.profileOf(this.readKey(tableId), tableId, referenceDate, () => this.ingested(tableId));
  }

  private profileOf(
    table: string,
    tableId: string,
    referenceDate: string,
    read: () => Promise<Pick<IngestedTable, 'table' | 'columns'>>,
  ): Promise<TableProfile> {
    return this.stages.run(stageKey('profile', 2, { table, referenceDate }), async () => {
      const of = await read();
      const label = `Profiling ${this.tableState(tableId).name}`;
      return profileTableIn(of.table, of.columns, referenceDate, label, this.task);
    });
  }

  /** Tables of rows to be looked up by rules, by table id. */
  async lists(): Promise<ReadonlyMap<string, Table>> {
    const lists = this.state.tables.filter((table) => table.role === 'list');
    return new Map(await Promise.all(lists.map(async (t) => [t.id, await this.table(t.id)] as const)));
  }

  listKeys(): readonly string[] {
    return this.state.tables.filter((table) => table.role === 'list').map((table) => this.tableKey(table.id));
  }
}

function isIngested(value: unknown): value is IngestedTable {
  return typeof value === 'object' && value !== null && 'table' in value && 'lines' in value;
}
