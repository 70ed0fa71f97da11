import type { RejectedRow } from '../ingest/types';
import type { TableState } from '../journal/types';
import type { RecordSet } from '../mapping/types';
import type { ClusterResult } from '../match/types';
import type { TableDispositions } from '../package/types';
import type { RuleOutcome } from '../rules/types';
import type { GoldenSet } from '../survive/types';
import type { TargetObject, TargetSystem } from '../target/types';
import type { ValidationResult } from '../validate/types';
import type { Model } from './model';
import { titlesOf } from './titles';
import { DISPOSITIONS, type Disposition } from './types';
import { goldenTargets, verdicts } from './verdicts';

/** Why a record ends where it does. Codes are rule line ids, loader error codes, or the words below. */
interface Fate {
  readonly disposition: Disposition;
  readonly reason: string;
  readonly code: string;
}

/** The end of every golden record of one object, and of the raw records behind it. */
export interface ObjectFates {
  readonly object: TargetObject;
  readonly raw: RecordSet;
  readonly golden: GoldenSet;
  /** Index into DISPOSITIONS per golden record; `merged` never occurs here. */
  readonly disposition: Uint8Array;
  readonly reason: Uint32Array;
  readonly reasons: readonly Fate[];
  /** Golden index of the parent per reference field; -1 where the parent is not exported. */
  readonly parents: ReadonlyMap<string, { readonly object: string; readonly target: Int32Array }>;
}

export const EXPORTED = DISPOSITIONS.indexOf('exported');

/** What becomes of every golden record, object by object in load order, so that parents are settled before children. */
export async function fates(model: Model): Promise<ReadonlyMap<string, ObjectFates>> {
  const inputs = {
    golden: model.objects.map(({ object }) => model.goldenKey(object.name)),
    rules: model.state.rules,
    settled: model.state.settled,
    lists: model.listKeys(),
    accepted: model.state.acceptedIssues,
  };
  return model.stage('fates', 1, inputs, async () => {
    const outcomes = await verdicts(model);
    const done = new Map<string, ObjectFates>();
    for (const { object } of model.objects) {
      const golden = await model.golden(object.name);
      done.set(
        object.name,
        objectFates({
          object,
          system: model.requireTarget(),
          raw: await model.records(object.name),
          golden,
          outcome: outcomes.get(object.name)!,
          clusters: await model.clusters(object.name),
          undecided: await undecidedClusters(model, object.name),
          issues: await model.goldenIssues(object.name),
          accepted: new Set(
            model.state.acceptedIssues
              .filter((item) => item.object === object.name)
              .map((item) => item.issueId),
          ),
          earlier: done,
        }),
      );
    }
    return done;
  });
}

/** Ids of clusters that are uncertain and that nobody has decided on. */
export async function undecidedClusters(model: Model, object: string): Promise<ReadonlySet<number>> {
  const { clusters } = await model.clusters(object);
  const decided = await decidedClusters(model, object);
  return new Set(
    clusters.filter((cluster) => cluster.outcome === 'possible' && !decided.has(cluster.id)).map((c) => c.id),
  );
}

/** Decision behind each cluster whose members were all judged in one and the same decision, the latest one. */
export async function decidedClusters(
  model: Model,
  object: string,
): Promise<ReadonlyMap<number, Model['state']['decisions'][number]>> {
  return model.stage('decided', 1, model.clusterKey(object), async () => {
    const { clusters } = await model.clusters(object);
    const { keys } = await model.records(object);
    const latest = new Map<string, Model['state']['decisions'][number]>();
    for (const decision of model.state.decisions) {
      if (decision.object !== object) continue;
      for (const group of decision.groups) for (const key of group) latest.set(key, decision);
    }
    const decided = new Map<number, Model['state']['decisions'][number]>();
    for (const cluster of clusters) {
      const first = latest.get(keys[cluster.members[0]!]!);
      if (first && cluster.members.every((member) => latest.get(keys[member]!) === first)) {
        decided.set(cluster.id, first);
      }
    }
    return decided;
  });
}

interface FateInput {
  readonly object: TargetObject;
  readonly system: TargetSystem;
  readonly raw: RecordSet;
  readonly golden: GoldenSet;
  readonly outcome: RuleOutcome;
  readonly clusters: ClusterResult;
  readonly undecided: ReadonlySet<number>;
  readonly issues: ValidationResult;
  readonly accepted: ReadonlySet<string>;
  readonly earlier: ReadonlyMap<string, ObjectFates>;
}

function objectFates(input: FateInput): ObjectFates {
  const { object, golden, outcome } = input;
  const count = golden.records.count;
  const reasons = new ReasonBook();
  const disposition = new Uint8Array(count);
  const reason = new Uint32Array(count);
  const set = (index: number, fate: Fate): void => {
    disposition[index] = DISPOSITIONS.indexOf(fate.disposition);
    reason[index] = reasons.index(fate);
  };

  for (let i = 0; i < count; i++) {
    const why = outcome.reasons[outcome.reason[i]!]!;
    const verdict = outcome.verdict[i]!;
    set(i, {
      disposition: verdict === 0 ? 'exported' : verdict === 1 ? 'excluded' : 'held',
      reason: `${why.sentence.charAt(0).toUpperCase()}${why.sentence.slice(1)}.`.replace('..', '.'),
      code: why.lineId,
    });
  }
  holdUndecided(input, set);
  rejectBroken(input, disposition, set);
  const parents = parentTargets(input, disposition);
  rejectOrphans(input, parents, disposition, set);
  dropSelfReferences(object, parents, disposition);
  return { object, raw: input.raw, golden, disposition, reason, reasons: reasons.all, parents };
}

/** Records of clusters that wait for a person are held, unless a rule excludes them anyway. */
function holdUndecided(
  { clusters, undecided, golden, outcome }: FateInput,
  set: (i: number, fate: Fate) => void,
): void {
  for (const cluster of clusters.clusters) {
    if (!undecided.has(cluster.id)) continue;
    const groups = new Set(cluster.members.map((member) => golden.goldenOf[member]!));
    for (const index of groups) {
      if (outcome.verdict[index] === 1) continue;
      set(index, {
        disposition: 'held',
        reason: 'Waits for a decision: it may be a duplicate of another record.',
        code: 'duplicate-undecided',
      });
    }
  }
}

/** Would-be exports that the loader would refuse. */
function rejectBroken(
  { issues, accepted, object, system }: FateInput,
  disposition: Uint8Array,
  set: (i: number, fate: Fate) => void,
): void {
  const label = new Map(object.fields.map((field) => [field.api, field.label]));
  for (const group of issues.groups) {
    if (group.severity !== 'error' || accepted.has(group.id)) continue;
    const fate: Fate = {
      disposition: 'rejected',
      reason: `${system.label} would refuse it: ${group.code} on ${label.get(group.field) ?? group.field}.`,
      code: group.code,
    };
    for (const index of group.records) if (disposition[index] === EXPORTED) set(index, fate);
  }
}

function parentTargets(
  { golden, earlier, object }: FateInput,
  own: Uint8Array,
): Map<string, { object: string; target: Int32Array }> {
  const parents = new Map<string, { object: string; target: Int32Array }>();
  for (const reference of golden.records.references) {
    const self = reference.object === object.name;
    const parentGolden = self ? golden : earlier.get(reference.object)?.golden;
    const parentFate = self ? own : earlier.get(reference.object)?.disposition;
    const target = parentGolden
      ? goldenTargets(reference.target, parentGolden)
      : new Int32Array(golden.records.count).fill(-1);
    for (let i = 0; i < target.length; i++) {
      const parent = target[i]!;
      if (parent >= 0 && (parentFate?.[parent] !== EXPORTED || (self && parent === i))) target[i] = -1;
    }
    parents.set(reference.field, { object: reference.object, target });
  }
  return parents;
}

/** A required parent that is not in the export makes the child impossible to load. */
function rejectOrphans(
  { object, system, earlier }: FateInput,
  parents: ReadonlyMap<string, { object: string; target: Int32Array }>,
  disposition: Uint8Array,
  set: (i: number, fate: Fate) => void,
): void {
  for (const field of object.fields) {
    const parent = parents.get(field.api);
    if (!parent || !field.required) continue;
    const label = earlier.get(parent.object)?.object.label ?? parent.object;
    for (let i = 0; i < disposition.length; i++) {
      if (disposition[i] !== EXPORTED || parent.target[i]! >= 0) continue;
      set(i, {
        disposition: 'rejected',
        reason: `${system.label} needs its ${label}, and that one is not exported.`,
        code: 'REQUIRED_FIELD_MISSING',
      });
    }
  }
}

/** Self references are settled before the object's own rejections are: look at the final fates once more. */
function dropSelfReferences(
  object: TargetObject,
  parents: ReadonlyMap<string, { object: string; target: Int32Array }>,
  disposition: Uint8Array,
): void {
  for (const parent of parents.values()) {
    if (parent.object !== object.name) continue;
    for (let i = 0; i < parent.target.length; i++) {
      const at = parent.target[i]!;
      if (at >= 0 && disposition[at] !== EXPORTED) parent.target[i] = -1;
    }
  }
}

class ReasonBook {
  readonly all: Fate[] = [];
  private readonly byText = new Map<string, number>();

  index(fate: Fate): number {
    const text = `${fate.disposition}\u0000${fate.code}\u0000${fate.reason}`;
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    this.byText.set(text, this.all.length);
    this.all.push(fate);
    return this.all.length - 1;
  }
}

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
