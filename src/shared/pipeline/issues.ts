import type { RecordSet } from '../mapping/types';
import { countText } from '../profile/text';
import { checkSentence } from '../rules/check-sentence';
import type { OwnCheck } from '../rules/check-types';
import type { World } from '../rules/conditions';
import { brokenBy } from '../rules/own-checks';
import { issueId, loaderCode } from '../validate/codes';
import { fieldContext, fieldsLookedAt } from '../validate/field-context';
import { valueCounts } from '../validate/findings';
import type { IssueGroup, ValidationResult } from '../validate/types';
import { checkField, checkKeys, validateRecords } from '../validate/validate-records';
import {
  allNamedParents,
  namedParents,
  outsideGolden,
  outsideRecords,
  usersMark,
  usersMarkOf,
} from './issue-outside';
import type { Model } from './model';
import { profileMark } from './project-target';
import type { RecordStages } from './record-stages';
import { ruleLabels } from './rule-labels';
import { goldenTargets } from './verdicts';

/**
 * Issues of the records of an object as mapped, duplicates not yet merged. Each field is a stage of its own: a change of
 * one transform checks the fields that look at it and no other.
 */
export function recordIssues(model: Model, stages: RecordStages, object: string): Promise<ValidationResult> {
  const checks = checksOf(model, object);
  const others = checks.length > 0 ? model.allRecordsKeys() : [];
  const mapped = model.mapped(object);
  const inputs = {
    records: model.recordsKey(object),
    checks,
    others,
    profile: profileMark(model.state),
    users: usersMarkOf(model, mapped.object),
    parents: allNamedParents(model, mapped).map(({ parent, name }) => stages.linkedFieldKey(parent, name)),
  };
  return model.stage('validate', 3, inputs, async () => {
    const records = await model.records(object);
    const system = model.requireTarget();
    const outside = await outsideRecords(model, stages, mapped);
    const context = fieldContext(records, mapped.object, system, false, outside);
    const groups: IssueGroup[] = [];
    for (const field of mapped.object.fields) {
      if (field.api === mapped.object.legacyKeyField) continue;
      const looked = new Set(fieldsLookedAt(field, mapped.object));
      const columns = mapped.object.fields
        .filter((other) => looked.has(other.api) && context.columns.has(other.api))
        .map((other) => stages.linkedFieldKey(mapped, other));
      const of = {
        rows: stages.rowsKey(mapped),
        field: field.api,
        columns,
        profile: profileMark(model.state),
        users: usersMark(model, field),
        parents: namedParents(model, field).map(({ parent, name }) => stages.linkedFieldKey(parent, name)),
      };
      groups.push(...(await model.stage('validateField', 2, of, () => checkField(field, context))));
    }
    groups.push(...checkKeys(context));
    const related = await recordsOfAll(model, checks);
    groups.push(...ownIssues(model, checks, records, { related, lists: await listsOf(model, checks) }));
    return { object, checked: records.count, groups };
  });
}

/** Issues of the golden records of an object: what would be said to the files as they would be written. */
export function goldenIssues(model: Model, object: string): Promise<ValidationResult> {
  const checks = checksOf(model, object);
  const others = checks.length > 0 ? model.objects.map((item) => model.goldenKey(item.object.name)) : [];
  const mapped = model.mapped(object);
  const inputs = {
    golden: model.goldenKey(object),
    checks,
    others,
    profile: profileMark(model.state),
    users: usersMarkOf(model, mapped.object),
    parents: allNamedParents(model, mapped).map(({ parent }) => model.goldenKey(parent.object.name)),
  };
  return model.stage('goldenIssues', 3, inputs, async () => {
    const { records } = await model.golden(object);
    const outside = await outsideGolden(model, mapped);
    const result = validateRecords(records, mapped.object, model.requireTarget(), true, outside);
    if (checks.length === 0) return result;
    const related: { object: string; records: RecordSet }[] = [];
    for (const other of model.objects)
      related.push({ object: other.object.name, records: await goldenRecords(model, other.object.name) });
    const world = { related, lists: await listsOf(model, checks) };
    const own = ownIssues(model, checks, await goldenRecords(model, object), world);
    return { ...result, groups: [...result.groups, ...own] };
  });
}

/** Records of an object, as mapped, that break a check that is not saved. */
export async function brokenByDraft(model: Model, check: OwnCheck): Promise<Uint32Array> {
  const world = { related: await recordsOfAll(model, [check]), lists: await listsOf(model, [check]) };
  return brokenBy(check, await model.records(check.object), world);
}

function checksOf(model: Model, object: string): readonly OwnCheck[] {
  return model.state.checks.filter((check) => check.object === object);
}

async function recordsOfAll(model: Model, checks: readonly OwnCheck[]): Promise<World['related']> {
  if (checks.length === 0) return [];
  const related: { object: string; records: RecordSet }[] = [];
  for (const { object } of model.objects)
    related.push({ object: object.name, records: await model.records(object.name) });
  return related;
}

function listsOf(model: Model, checks: readonly OwnCheck[]): Promise<World['lists']> | World['lists'] {
  return checks.length > 0 ? model.lists() : new Map();
}

/** Golden records whose references point to golden parents. */
async function goldenRecords(model: Model, object: string): Promise<RecordSet> {
  const { records } = await model.golden(object);
  const references: RecordSet['references'][number][] = [];
  for (const reference of records.references) {
    const parent = await model.golden(reference.object);
    references.push({ ...reference, target: goldenTargets(reference.target, parent) });
  }
  return { ...records, references };
}

function ownIssues(
  model: Model,
  checks: readonly OwnCheck[],
  records: RecordSet,
  world: World,
): readonly IssueGroup[] {
  return checks.flatMap((check) => {
    const broken = brokenBy(check, records, world);
    if (broken.length === 0) return [];
    const system = model.requireTarget();
    const { object } = model.mapped(check.object);
    const column = records.columns.find((item) => item.name === check.field);
    const one = broken.length === 1;
    const who = `${countText(broken.length)} ${(one ? object.label : object.labelPlural).toLowerCase()} ${one ? 'breaks' : 'break'}`;
    return [
      {
        id: `${issueId(system.system, 'ownRule', check.field)}:${check.id}`,
        object: object.name,
        field: check.field,
        rule: 'ownRule',
        code: loaderCode(system.system, 'ownRule'),
        severity: check.severity,
        sentence: `${who} your rule “${check.label}”: ${checkSentence(check, ruleLabels(model, check.object))}`,
        count: broken.length,
        values: column ? valueCounts(column, broken) : [],
        records: broken,
      },
    ];
  });
}
