import type { TaskContext } from '../base/progress';
import { AppFailure } from '../base/result';
import type { ReadHelp } from '../ingest/parallel/types';
import { pairConstraints } from '../journal/constraints';
import type { ClusterDecision, ProjectState } from '../journal/types';
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
import { defaultSurvivorship, surviveRecords } from '../survive/survive';
import type { GoldenSet, SurvivorshipRules } from '../survive/types';
import type { TargetSystem } from '../target/types';
import type { ValidationResult } from '../validate/types';
import { goldenIssues, recordIssues } from './issues';
import { labelsOf } from './labels';
import { type MappedObject, mappedObjects } from './mapped-objects';
import { fillFromParents, isCompanyOfPerson } from './parent-names';
import { projectTarget } from './project-target';
import { doubtOf } from './queue';
import { RecordStages } from './record-stages';
import { type Stages, stageKey } from './stages';
import { TableStages } from './table-stages';
import type { EngineDeps } from './types';

/**
 * The derived data of one project state, computed when asked for: tables, records, pairs, clusters, golden records.
 * Every method is a stage: a pure function of the state, remembered under the hash of what it depends on.
 */
export class Model extends TableStages {
  readonly target: TargetSystem | null;
  /** Objects with at least one mapped table, in load order. */
  readonly objects: readonly MappedObject[];
  private readonly recordStages: RecordStages;

  constructor(state: ProjectState, deps: EngineDeps, stages: Stages, task: TaskContext) {
    super(state, deps, stages, task);
    this.target = projectTarget(state, deps.target);
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

  /** Help with reading large files, where there is any. */
  get readHelp(): ReadHelp | null {
    return this.deps.readHelp ?? null;
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
    return this.keys.of(['matchInput', object], () => {
      const parents = this.recordStages
        .parentsOf(object)
        .map((parent) => this.recordsKey(parent.object.name));
      return stageKey('matchInput', 5, { records: this.recordsKey(object), parents });
    });
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
    return stageKey('match', 13, { input: this.matchInputKey(object), scoring });
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
    return this.stages.run(this.judgedKey('labels', object), async () => {
      const index = await this.keyIndex(object);
      return labelsOf(this.decisions(object), object, (key) => index.get(key));
    });
  }

  /** Key of a stage that depends on the records of an object and on what was decided about them. */
  private judgedKey(stage: string, object: string): string {
    return this.keys.of([stage, object], () =>
      stageKey(stage, 1, {
        records: this.recordsKey(object),
        decisions: this.decisions(object).map(({ seq, groups }) => ({ seq, groups })),
      }),
    );
  }

  private learnKey(object: string, settings: MatchSettings): string {
    const inputs = { match: this.matchKey(object, settings), labels: this.judgedKey('labels', object) };
    return stageKey('learn', 1, inputs);
  }

  /** The pairs with weights that people's decisions were counted into; the values are not compared again. */
  learned(object: string, settings = this.matchSettings(object)): Promise<MatchResult> {
    return this.stages.run(this.learnKey(object, settings), async () =>
      learnFromLabels(await this.matches(object, settings), await this.labels(object)),
    );
  }

  /** What the decisions demand of the clusters. */
  constraints(object: string): Promise<Constraints> {
    return this.stages.run(this.judgedKey('constraints', object), async () => {
      const index = await this.keyIndex(object);
      const toIndices = (pairs: readonly (readonly [string, string])[]): [number, number][] =>
        pairs.flatMap(([a, b]): [number, number][] => {
          const left = index.get(a);
          const right = index.get(b);
          return left === undefined || right === undefined ? [] : [[left, right]];
        });
      const { mustLink, cannotLink } = pairConstraints(this.state.decisions, object, (key) => index.has(key));
      return { mustLink: toIndices(mustLink), cannotLink: toIndices(cannotLink) };
    });
  }

  clusterKey(object: string): string {
    return this.keys.of(['cluster', object], () => {
      const settings = this.matchSettings(object);
      return stageKey('cluster', 2, { learned: this.learnKey(object, settings), settings });
    });
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
      const { clusters } =
        this.decisions(object).length === 0
          ? await this.clusters(object)
          : clusterRecords(await this.matches(object, settings), await this.matchInput(object), settings, {
              mustLink: [],
              cannotLink: [],
            });
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
    return this.keys.of(['survive', object], () =>
      stageKey('survive', 1, {
        records: this.recordsKey(object),
        clusters: this.clusterKey(object),
        rules: this.state.survivorship[object] ?? null,
        choices: this.state.choices.filter((choice) => choice.object === object),
      }),
    );
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

function isMatchResult(value: unknown): value is MatchResult {
  return typeof value === 'object' && value !== null && 'comparisons' in value && 'foundBy' in value;
}
