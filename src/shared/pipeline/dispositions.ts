import type { ProjectState } from '../journal/types';
import { keyIndex } from '../mapping/link';
import { ORPHAN, type RecordSet } from '../mapping/types';
import type { ClusterResult } from '../match/types';
import type { RuleOutcome } from '../rules/types';
import type { GoldenSet } from '../survive/types';
import type { TargetObject, TargetSystem } from '../target/types';
import type { ValidationResult } from '../validate/types';
import type { Model } from './model';
import { profileMark } from './project-target';
import { undecidedClusters } from './queue';
import { type Fate, ReasonBook } from './reason-book';
import { DISPOSITIONS } from './types';
import { goldenTargets, verdicts } from './verdicts';

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

/** Everything the fates of golden records are decided by, for the keys of stages built on them. */
export function fateInputs(model: Model): unknown {
  return {
    golden: model.objects.map(({ object }) => model.goldenKey(object.name)),
    rules: model.state.rules,
    settled: model.state.settled,
    lists: model.listKeys(),
    accepted: model.state.acceptedIssues,
    held: model.state.heldIssues,
    orphans: model.state.orphanChoices,
    checks: model.state.checks,
    profile: profileMark(model.state),
  };
}

/** What becomes of every golden record, object by object in load order, so that parents are settled before children. */
export async function fates(model: Model): Promise<ReadonlyMap<string, ObjectFates>> {
  return model.stage('fates', 2, fateInputs(model), async () => {
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
          held: model.state.heldIssues.filter((item) => item.object === object.name),
          orphans: model.state.orphanChoices.filter((item) => item.object === object.name),
          earlier: done,
        }),
      );
    }
    return done;
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
  readonly held: ProjectState['heldIssues'];
  readonly orphans: ProjectState['orphanChoices'];
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
  holdIssues(input, disposition, set);
  settleOrphans(input, disposition, set);
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

/** Records a person set aside on the Validate screen: they wait instead of being refused. */
function holdIssues(
  { held, issues, golden, raw }: FateInput,
  disposition: Uint8Array,
  set: (i: number, fate: Fate) => void,
): void {
  for (const { issueId, keys, reason } of held) {
    const group = issues.groups.find((item) => item.id === issueId);
    if (!group) continue;
    const chosen = keys && goldenOfKeys(keys, raw, golden);
    const fate: Fate = {
      disposition: 'held',
      reason: `Held on the Validate screen: ${reason}`,
      code: issueId,
    };
    for (const index of group.records)
      if (disposition[index] === EXPORTED && (!chosen || chosen.has(index))) set(index, fate);
  }
}

/** The golden records that records with these keys became part of. */
function goldenOfKeys(keys: readonly string[], raw: RecordSet, golden: GoldenSet): ReadonlySet<number> {
  const index = keyIndex(raw);
  return new Set(
    keys.flatMap((key) => {
      const record = index.get(key);
      return record === undefined ? [] : [golden.goldenOf[record]!];
    }),
  );
}

/** Records without their parent, where a person said they wait or stay behind. */
function settleOrphans(
  { orphans, golden, object }: FateInput,
  disposition: Uint8Array,
  set: (i: number, fate: Fate) => void,
): void {
  for (const { field, choice } of orphans) {
    if (choice.kind !== 'hold' && choice.kind !== 'exclude') continue;
    const label = object.fields.find((item) => item.api === field)?.label ?? field;
    const targets = golden.records.references.filter((item) => item.field === field);
    const fate: Fate = {
      disposition: choice.kind === 'hold' ? 'held' : 'excluded',
      reason: `Its ${label} is nowhere to be found: ${choice.reason}`,
      code: `orphan-${field}`,
    };
    for (let index = 0; index < disposition.length; index++) {
      if (disposition[index] !== EXPORTED) continue;
      const lost = targets.some((item) => item.target[index] === ORPHAN);
      if (lost && !targets.some((item) => item.target[index]! >= 0)) set(index, fate);
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
