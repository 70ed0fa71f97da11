import type { TaskContext } from '../base/progress';
import { AppFailure } from '../base/result';
import type { CleanedTable, ClusterMethod, Recipe } from '../clean/types';
import { type FoundClusters, foundClusters } from '../clean/value-clusters';
import { type ApartRows, divideRows, rowsApart, rowsOwned, STAYS } from '../derive/apart';
import { derivedTable, type PlacedTable, tableWithout } from '../derive/derived-table';
import { distinctRows } from '../derive/distinct';
import { listItems } from '../derive/items';
import type { Derivation, RowsApart } from '../derive/types';
import type { IngestedTable, RejectedRow } from '../ingest/types';
import type { ProjectState, ReadTableState, TableState } from '../journal/types';
import { profileTableIn } from '../profile/profile-table';
import type { TableProfile } from '../profile/types';
import { needColumn } from '../table/filter-rows';
import type { Table } from '../table/types';
import { cleanedKey, cleanTable } from './clean-tables';
import { KeyMemo } from './key-memo';
import { ReadStages } from './read-stages';
import { type Stages, stageKey } from './stages';
import type { EngineDeps } from './types';

/** A table that takes rows of another one. */
interface Claim {
  readonly tableId: string;
  readonly derivation: RowsApart;
}

function conditionsOf(claims: readonly Claim[]): readonly RowsApart[] {
  return claims.map(({ derivation }) => derivation);
}

/**
 * The stages from files to tables: read, derived, cleaned, divided, profiled. The ground of the model, which knows nothing
 * of targets and records.
 *
 * A table some of whose rows are set apart is cleaned whole and then divided, since conditions look at cleaned values;
 * `ingested`, `cleaned` and everything after them are the rows that stay.
 */
export class TableStages {
  private readonly tableById: ReadonlyMap<string, TableState>;
  private readonly readStages: ReadStages;
  protected readonly keys = new KeyMemo();

  constructor(
    readonly state: ProjectState,
    protected readonly deps: EngineDeps,
    protected readonly stages: Stages,
    readonly task: TaskContext,
  ) {
    this.tableById = new Map(state.tables.map((table) => [table.id, table]));
    this.readStages = new ReadStages(state, deps, stages, task);
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

  /** A table that is read from files. Throws `TABLE_DERIVED` for one that is made from another table. */
  readState(tableId: string): ReadTableState {
    const table = this.tableState(tableId);
    if (table.derivation === null) return table;
    const from = this.tableState(table.derivation.from);
    throw new AppFailure({
      code: 'TABLE_DERIVED',
      message: `${table.name} is made from ${from.name} and has no file of its own. Load the newer extract into ${from.name}; ${table.name} follows by itself.`,
      details: { tableId },
    });
  }

  /** The table of a file a table comes from, on whatever way. */
  origin(tableId: string): ReadTableState {
    const table = this.tableState(tableId);
    return table.derivation === null ? table : this.origin(table.derivation.from);
  }

  /**
   * True when the rows of a table are made from rows that also stand in another table. Rows that are only set apart were
   * read from a file like any other, unless they were made before.
   */
  isMade(tableId: string): boolean {
    const { derivation } = this.tableState(tableId);
    if (derivation === null) return false;
    return derivation.kind !== 'apart' || this.isMade(derivation.from);
  }

  // -- keys ---------------------------------------------------------------------------------------------------------

  /** Covers everything the rows of a table are computed from, its recipe included. */
  tableKey(tableId: string): string {
    return this.keyOfRest(tableId, this.wholeCleanedKey(tableId));
  }

  /** Covers what the rows of a table as read are computed from, before its recipe. */
  readKey(tableId: string): string {
    return this.keyOfRest(tableId, this.wholeKey(tableId));
  }

  private wholeKey(tableId: string): string {
    return this.keys.of(['whole', tableId], () => this.makeWholeKey(tableId));
  }

  private makeWholeKey(tableId: string): string {
    const table = this.tableState(tableId);
    const { derivation } = table;
    if (derivation === null) return this.readStages.key(table);
    if (derivation.kind === 'apart')
      return stageKey('apart', 1, [this.dividedKey(derivation.from), this.placeOf(table.id, derivation)]);
    return stageKey('derive', 1, { from: this.tableKey(derivation.from), derivation });
  }

  private wholeCleanedKey(tableId: string): string {
    return this.keys.of(['cleaned', tableId], () => cleanedKey(this.wholeKey(tableId), this.recipe(tableId)));
  }

  private dividedKey(tableId: string): string {
    const where = this.claims(tableId).map(({ derivation }) => derivation.where);
    return stageKey('divide', 1, { of: this.wholeCleanedKey(tableId), where });
  }

  /** Which of the tables set apart it is, from 1. */
  private placeOf(tableId: string, { from }: RowsApart): number {
    return this.claims(from).findIndex((claim) => claim.tableId === tableId) + 1;
  }

  private keyOfRest(tableId: string, whole: string): string {
    if (this.claims(tableId).length === 0) return whole;
    return stageKey('rest', 1, [whole, this.dividedKey(tableId)]);
  }

  // -- rows ---------------------------------------------------------------------------------------------------------

  /** The files of a table as they are read, one after the other. */
  readParts(tableId: string): Promise<readonly IngestedTable[]> {
    return this.readStages.parts(this.readState(tableId));
  }

  /** The lines that could not be read and are rows now. */
  async repaired(tableId: string): Promise<readonly RejectedRow[]> {
    const table = this.tableState(tableId);
    return table.derivation === null ? this.readStages.repaired(table) : [];
  }

  /** The tables some rows of a table are set apart into, in the order they were made. */
  private claims(tableId: string): readonly Claim[] {
    return this.state.tables.flatMap(({ id, derivation }) =>
      derivation?.kind === 'apart' && derivation.from === tableId ? [{ tableId: id, derivation }] : [],
    );
  }

  /** Which rows of a table stay in it, and which stand in another one. */
  private divided(tableId: string): Promise<ApartRows> {
    return this.stages.run(this.dividedKey(tableId), async () =>
      divideRows((await this.wholeCleaned(tableId)).table, conditionsOf(this.claims(tableId))),
    );
  }

  /** All rows of a table before its recipe, those set apart included. */
  whole(tableId: string): Promise<IngestedTable> {
    const table = this.tableState(tableId);
    const { derivation } = table;
    if (derivation === null) return this.readStages.ingested(table);
    return this.stages.run(this.wholeKey(tableId), async () => {
      if (derivation.kind !== 'apart') return this.derived(derivation);
      const place = this.placeOf(table.id, derivation);
      return this.setApart(derivation, await this.divided(derivation.from), place);
    });
  }

  /** What a derivation would make; `tableId` is the table it would replace, or null. Nothing is kept. */
  async draftDerived(tableId: string | null, derivation: Derivation): Promise<IngestedTable> {
    if (derivation.kind !== 'apart') return this.derived(derivation);
    const claims = this.claims(derivation.from);
    const at = claims.findIndex((claim) => claim.tableId === tableId);
    const conditions = conditionsOf(claims);
    const all = at < 0 ? [...conditions, derivation] : conditions.with(at, derivation);
    const { table } = await this.wholeCleaned(derivation.from);
    return this.setApart(derivation, divideRows(table, all), at < 0 ? all.length : at + 1);
  }

  private async derived(derivation: Exclude<Derivation, RowsApart>): Promise<IngestedTable> {
    const from = await this.cleaned(derivation.from);
    return derivedTable(
      from,
      derivation.kind === 'distinct'
        ? distinctRows(from.table, derivation)
        : listItems(from.table, derivation),
    );
  }

  private async setApart({ from }: RowsApart, divided: ApartRows, place: number): Promise<IngestedTable> {
    const whole = await this.wholeCleaned(from);
    return derivedTable(whole, rowsApart(whole.table, divided, place));
  }

  private async rest<T extends PlacedTable>(
    tableId: string,
    key: string,
    whole: () => Promise<T>,
  ): Promise<T> {
    if (this.claims(tableId).length === 0) return whole();
    return this.stages.run(this.keyOfRest(tableId, key), async () =>
      tableWithout(await whole(), rowsOwned(await this.divided(tableId), STAYS)),
    );
  }

  /** The table before its recipe, with the lines people repaired. */
  ingested(tableId: string): Promise<IngestedTable> {
    return this.rest(tableId, this.wholeKey(tableId), () => this.whole(tableId));
  }

  /** The table as read, before its recipe. */
  async raw(tableId: string): Promise<Table> {
    return (await this.ingested(tableId)).table;
  }

  /** The saved cleaning steps of a table. */
  recipe(tableId: string): Recipe {
    return this.state.recipes[tableId] ?? [];
  }

  /** The table with all its rows under a recipe that may not be saved. */
  cleanedUnder(tableId: string, recipe: Recipe): Promise<CleanedTable> {
    const { name } = this.tableState(tableId);
    const read = { key: this.wholeKey(tableId), name, ingested: () => this.whole(tableId) };
    return cleanTable(read, recipe, this.stages, this.task);
  }

  /** All rows under the saved recipe, those set apart included. */
  async wholeCleaned(tableId: string): Promise<PlacedTable> {
    const whole = await this.whole(tableId);
    const recipe = this.recipe(tableId);
    if (!recipe.some((step) => step.enabled)) return whole;
    const { table, columns } = await this.stages.keep(this.wholeCleanedKey(tableId), () =>
      this.cleanedUnder(tableId, recipe),
    );
    return { ...whole, table, columns };
  }

  /** The table under its saved recipe, types guessed anew where a step changed them: what everything after it sees. */
  cleaned(tableId: string): Promise<PlacedTable> {
    return this.rest(tableId, this.wholeCleanedKey(tableId), () => this.wholeCleaned(tableId));
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
    const key = [cleanedKey(this.wholeKey(tableId), recipe), column, method];
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
    return this.stages.run(stageKey('profile', 5, { table, referenceDate }), async () => {
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
