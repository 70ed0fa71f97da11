import type { TaskContext } from '../base/progress';
import { AppFailure, unwrap } from '../base/result';
import type { CleanedTable, ClusterMethod, Recipe } from '../clean/types';
import { type FoundClusters, foundClusters } from '../clean/value-clusters';
import { readTable } from '../ingest/read';
import { applyRepairs } from '../ingest/repair-rows';
import { stackTables } from '../ingest/stack';
import type { IngestedTable, RejectedRow } from '../ingest/types';
import { pairConstraints } from '../journal/constraints';
import type { ClusterDecision, ProjectState, RowRepair, TablePart, TableState } from '../journal/types';
import type { RecordSet } from '../mapping/types';
import { clusterRecords } from '../match/cluster';
import { matchInputOfRecords, PARENT_NAME } from '../match/input';
import type { Labels } from '../match/learning/labels';
import { learnFromLabels } from '../match/learning/learn';
import { matchRecords } from '../match/match-records';
import {
  type ClusterResult,
  type Constraints,
  DEFAULT_MATCH_SETTINGS,
  type MatchInput,
  type MatchResult,
  type MatchSettings,
} from '../match/types';
import { profileTableIn } from '../profile/profile-table';
import type { TableProfile } from '../profile/types';
import { defaultSurvivorship, surviveRecords } from '../survive/survive';
import type { GoldenSet, SurvivorshipRules } from '../survive/types';
import { needColumn } from '../table/filter-rows';
import type { Table } from '../table/types';
import type { TargetSystem } from '../target/types';
import type { ValidationResult } from '../validate/types';
import { cleanedKey, cleanTable } from './clean-tables';
import { goldenIssues, recordIssues } from './issues';
import { labelsOf } from './labels';
import { type MappedObject, mappedObjects } from './mapped-objects';
import { fillFromParents, isCompanyOfPerson } from './parent-names';
import { projectTarget } from './project-target';
import { doubtOf } from './queue';
import { namedParts, partInputs, partsOf, tableInputs } from './read-parts';
import { RecordStages } from './record-stages';
import { type Stages, stageKey } from './stages';
import type { EngineDeps } from './types';

/**
 * The derived data of one project state, computed when asked for: tables, records, pairs, clusters, golden records.
 * Every method is a stage: a pure function of the state, remembered under the hash of what it depends on.
 */
export class Model {
  readonly target: TargetSystem | null;
  /** Objects with at least one mapped table, in load order. */
  readonly objects: readonly MappedObject[];
  private readonly recordStages: RecordStages;
  private readonly tableById: ReadonlyMap<string, TableState>;

  constructor(
    readonly state: ProjectState,
    private readonly deps: EngineDeps,
    private readonly stages: Stages,
    readonly task: TaskContext,
  ) {
    this.target = projectTarget(state, deps.target);
    this.tableById = new Map(state.tables.map((table) => [table.id, table]));
    this.objects = this.target ? mappedObjects(state, this.target) : [];
    this.recordStages = new RecordStages({
      state,
      objects: this.objects,
      stages,
      task,
      target: () => this.requireTarget(),
      tableKey: (tableId) => this.tableKey(tableId),
      table: (tableId) => this.table(tableId),
    });
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

  mapped(object: string): MappedObject {
    return this.recordStages.mapped(object);
  }

  requireTarget(): TargetSystem {
    if (!this.target) {
      throw new AppFailure({
        code: 'NO_TARGET',
        message: 'No target system is chosen yet. Choose the CRM you migrate to on the Map screen.',
      });
    }
    return this.target;
  }

  // -- tables -------------------------------------------------------------------------------------------------------

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

  // -- records ------------------------------------------------------------------------------------------------------

  /** Covers what the records of an object are made from. */
  recordsKey(object: string): string {
    return this.recordStages.recordsKey(object);
  }

  /** Covers the records of all objects, for what also looks at those that point to an object. */
  allRecordsKeys(): readonly string[] {
    return this.objects.map((item) => this.recordsKey(item.object.name));
  }

  /** Records with references resolved to parent records. */
  records(object: string): Promise<RecordSet> {
    return this.recordStages.records(object);
  }

  /** Index of every record key. */
  keyIndex(object: string): Promise<ReadonlyMap<string, number>> {
    return this.stages.run(stageKey('keys', 1, this.recordsKey(object)), async () => {
      const { keys } = await this.records(object);
      return new Map(keys.map((key, index) => [key, index]));
    });
  }

  /** What the target's loader and the steward's checks would say to the records as mapped. */
  issues(object: string): Promise<ValidationResult> {
    return recordIssues(this, this.recordStages, object);
  }

  // -- duplicates ---------------------------------------------------------------------------------------------------

  matchSettings(object: string): MatchSettings {
    return this.state.matchSettings[object] ?? DEFAULT_MATCH_SETTINGS;
  }

  /** Covers what is compared: the records, and those of the parents whose names they get. */
  private matchInputKey(object: string): string {
    const parents = this.recordStages.parentsOf(object).map((parent) => this.recordsKey(parent.object.name));
    return stageKey('matchInput', 4, { records: this.recordsKey(object), parents });
  }

  matchInput(object: string): Promise<MatchInput> {
    return this.stages.run(this.matchInputKey(object), async () =>
      matchInputOfRecords(await this.withParentNames(object), this.mapped(object).object),
    );
  }

  /**
   * Records with the name of the organisation they point to: people without a company name get it as theirs, deals and
   * cases as their parent's name.
   */
  private async withParentNames(object: string): Promise<RecordSet> {
    const records = await this.records(object);
    const company = this.mapped(object).object.fields.find(isCompanyOfPerson);
    const parents = await Promise.all(
      records.references.map(async (reference) => ({
        reference,
        records: await this.records(reference.object),
      })),
    );
    return fillFromParents(records, company?.api ?? PARENT_NAME, parents);
  }

  private matchKey(object: string, settings: MatchSettings): string {
    // Thresholds only matter after scoring; leaving them out keeps the pairs when a threshold moves.
    const { matchThreshold: _match, reviewThreshold: _review, ...scoring } = settings;
    return stageKey('match', 6, { input: this.matchInputKey(object), scoring });
  }

  /** Scored pairs, before anything people decided; under settings other than the agreed ones to try them. */
  matches(object: string, settings = this.matchSettings(object)): Promise<MatchResult> {
    return this.stages.runPersistent(this.matchKey(object, settings), isMatchResult, async () => {
      const input = await this.matchInput(object);
      this.task.report({
        label: `Comparing ${this.mapped(object).object.labelPlural}`,
        done: 0,
        total: input.count,
      });
      return matchRecords(input, settings, this.task, this.deps.pool);
    });
  }

  /** Decisions about clusters of an object, in the order they were taken. */
  decisions(object: string): readonly ClusterDecision[] {
    return this.state.decisions.filter((decision) => decision.object === object);
  }

  /** What the decisions say about pairs. */
  labels(object: string): Promise<Labels> {
    const inputs = { records: this.recordsKey(object), decisions: this.judged(object) };
    return this.stages.run(stageKey('labels', 1, inputs), async () => {
      const index = await this.keyIndex(object);
      return labelsOf(this.decisions(object), object, (key) => index.get(key));
    });
  }

  private judged(object: string): readonly unknown[] {
    return this.decisions(object).map(({ seq, groups }) => ({ seq, groups }));
  }

  private learnKey(object: string, settings: MatchSettings): string {
    const inputs = { match: this.matchKey(object, settings), decisions: this.judged(object) };
    return stageKey('learn', 1, inputs);
  }

  /** The pairs with weights that people's decisions were counted into; the values are not compared again. */
  learned(object: string, settings = this.matchSettings(object)): Promise<MatchResult> {
    return this.stages.run(this.learnKey(object, settings), async () =>
      learnFromLabels(await this.matches(object, settings), await this.labels(object)),
    );
  }

  async constraints(object: string): Promise<Constraints> {
    const index = await this.keyIndex(object);
    const toIndices = (pairs: readonly (readonly [string, string])[]): [number, number][] =>
      pairs.flatMap(([a, b]): [number, number][] => {
        const left = index.get(a);
        const right = index.get(b);
        return left === undefined || right === undefined ? [] : [[left, right]];
      });
    const { mustLink, cannotLink } = pairConstraints(this.state.decisions, object, (key) => index.has(key));
    return { mustLink: toIndices(mustLink), cannotLink: toIndices(cannotLink) };
  }

  clusterKey(object: string): string {
    const settings = this.matchSettings(object);
    return stageKey('cluster', 2, { learned: this.learnKey(object, settings), settings });
  }

  clusters(object: string): Promise<ClusterResult> {
    return this.stages.run(this.clusterKey(object), () =>
      this.clustersUnder(object, this.matchSettings(object)),
    );
  }

  /** Clusters under settings that are only tried; computed anew each time. */
  async clustersUnder(object: string, settings: MatchSettings): Promise<ClusterResult> {
    const result = await this.learned(object, settings);
    return clusterRecords(result, await this.matchInput(object), settings, await this.constraints(object));
  }

  /** What answers about the clusters that wait were expected to change before anybody decided anything. */
  doubtBefore(object: string): Promise<number> {
    const settings = this.matchSettings(object);
    const key = stageKey('doubt', 1, { match: this.matchKey(object, settings), settings });
    return this.stages.run(key, async () => {
      const input = await this.matchInput(object);
      const result = await this.matches(object, settings);
      const { clusters } = clusterRecords(result, input, settings, { mustLink: [], cannotLink: [] });
      return doubtOf(clusters.filter(({ outcome }) => outcome === 'possible'));
    });
  }

  // -- golden records -----------------------------------------------------------------------------------------------

  async survivorship(object: string): Promise<SurvivorshipRules> {
    return (
      this.state.survivorship[object] ??
      defaultSurvivorship(await this.records(object), this.mapped(object).object)
    );
  }

  goldenKey(object: string): string {
    return stageKey('survive', 1, {
      records: this.recordsKey(object),
      clusters: this.clusterKey(object),
      rules: this.state.survivorship[object] ?? null,
      choices: this.state.choices.filter((choice) => choice.object === object),
    });
  }

  golden(object: string): Promise<GoldenSet> {
    return this.stages.run(this.goldenKey(object), async () =>
      surviveRecords(
        await this.records(object),
        (await this.clusters(object)).groupOf,
        await this.survivorship(object),
        this.state.choices.filter((choice) => choice.object === object),
      ),
    );
  }

  /** Validation of the golden records: what the loader would say to the files as they would be written. */
  goldenIssues(object: string): Promise<ValidationResult> {
    return goldenIssues(this, object);
  }

  /** Runs a further stage under a key of its own; for what is built on top of the model. */
  stage<T>(name: string, version: number, inputs: unknown, compute: () => Promise<T> | T): Promise<T> {
    return this.stages.run(stageKey(name, version, inputs), compute);
  }
}

function isIngested(value: unknown): value is IngestedTable {
  return typeof value === 'object' && value !== null && 'table' in value && 'lines' in value;
}

function isMatchResult(value: unknown): value is MatchResult {
  return typeof value === 'object' && value !== null && 'comparisons' in value && 'foundBy' in value;
}
