import { type FieldFill, fieldFill } from '../mapping/field-report';
import { isUserField, ownerValues } from '../mapping/owners';
import type { RememberedChoice } from '../mapping/remember';
import { sampleField, unmappedValues } from '../mapping/samples';
import { suggestMapping } from '../mapping/suggest';
import type { FieldMapping, MappingSuggestion, TableMapping } from '../mapping/types';
import { ruleSentence } from '../rules/sentence';
import { traceRecord } from '../rules/trace';
import { type ActiveRule, NO_DATE, type RuleOutcome, type RuleTrace, VERDICT_CODES } from '../rules/types';
import { borderline, whatIf } from '../rules/what-if';
import type { Table } from '../table/types';
import type { TargetField } from '../target/types';
import type { Model } from './model';
import { ruleLabels } from './rule-labels';
import { titlesOf } from './titles';
import type { BorderlineRow, MappingReport, RuleReport } from './types';
import { evaluateWithSettled, ruleContext, ruleOrProposal, SETTLED_LINE } from './verdicts';

const SAMPLES_PER_FIELD = 8;
const LISTED_RECORDS = 200;
const WHAT_IF_MONTHS = Array.from({ length: 60 }, (_, i) => i + 1);

/** Suggested mapping of one table, to a chosen object or to the likeliest one. */
export async function suggestion(
  model: Model,
  tableId: string,
  object: string | null,
  referenceDate: string,
  choices: readonly RememberedChoice[] = [],
): Promise<MappingSuggestion> {
  const system = model.requireTarget();
  const remembered = choices.filter((choice) => choice.system === system.system);
  const inputs = {
    tableId,
    object,
    referenceDate,
    system: system.system,
    tables: model.state.tables.map((table) => [
      table.id,
      model.tableKey(table.id),
      table.keyColumn,
      table.role,
    ]),
    objects: model.state.mappings.map((mapping) => [mapping.tableId, mapping.object]),
    ...(remembered.length > 0 ? { remembered } : {}),
  };
  return model.stage('suggest', 2, inputs, async () => {
    const others = await Promise.all(
      model.state.tables
        .filter((table) => table.id !== tableId && table.role === 'records')
        .map(async (table) => ({
          tableId: table.id,
          table: await model.table(table.id),
          keyColumn: table.keyColumn,
          object: model.state.mappings.find((mapping) => mapping.tableId === table.id)?.object ?? null,
        })),
    );
    return suggestMapping({
      tableId,
      tableName: model.tableState(tableId).name,
      table: await model.table(tableId),
      profile: await model.profile(tableId, referenceDate),
      system,
      object,
      others,
      remembered,
    });
  });
}

/** The mapping of a table with its suggestion, samples and unmapped picklist values. */
export async function mappingReport(
  model: Model,
  tableId: string,
  mapping: TableMapping | null,
  referenceDate: string,
): Promise<MappingReport> {
  const system = model.requireTarget();
  const table = await model.table(tableId);
  const object = system.objects.find((item) => item.name === mapping?.object);
  const fields: [string, FieldReport][] = [];
  for (const item of mapping && object ? mapping.fields : []) {
    const target = object?.fields.find((field) => field.api === item.field);
    if (mapping && target) fields.push([item.field, await fieldReport(model, table, mapping, item, target)]);
  }
  const of = <T>(part: (report: FieldReport) => T | null): Record<string, T> =>
    Object.fromEntries(
      fields.flatMap(([field, report]): [string, T][] => {
        const found = part(report);
        return found === null ? [] : [[field, found]];
      }),
    );
  return {
    tableId,
    mapping,
    suggestion: await suggestion(model, tableId, mapping?.object ?? null, referenceDate),
    samples: of((report) => report.samples),
    unmapped: of((report) => report.unmapped),
    owners: of((report) => report.owners),
    fills: of((report) => report.fill),
  };
}

interface FieldReport {
  readonly samples: MappingReport['samples'][string];
  readonly unmapped: MappingReport['unmapped'][string] | null;
  readonly owners: MappingReport['owners'][string] | null;
  readonly fill: FieldFill;
}

/** What becomes of the values of one field; a stage of its own, so that a change of one field counts one field anew. */
function fieldReport(
  model: Model,
  table: Table,
  mapping: TableMapping,
  item: FieldMapping,
  target: TargetField,
): Promise<FieldReport> {
  const { tableId, keyColumn } = mapping;
  const inputs = { table: model.tableKey(tableId), tableId, keyColumn, item, target };
  const one: TableMapping = { ...mapping, fields: [item] };
  return model.stage('fieldReport', 2, inputs, () => ({
    samples: sampleField(table, one, target, SAMPLES_PER_FIELD),
    unmapped: target.picklist.length > 0 ? unmappedValues(table, one, target) : null,
    owners: isUserField(target) ? ownerValues(table, one, target) : null,
    fill: fieldFill(table, one, item, target),
  }));
}

/** Counts, curve and lists for a rule: the agreed one, a draft, or the proposal. */
export async function ruleReport(
  model: Model,
  object: string,
  draft: ActiveRule | null,
  referenceDate: string,
): Promise<RuleReport> {
  const { rule, saved } = draft
    ? { rule: draft, saved: false }
    : await ruleOrProposal(model, object, referenceDate);
  const inputs = {
    rule,
    saved,
    golden: model.goldenKey(object),
    linked: model.allRecordsKeys(),
    lists: model.listKeys(),
    settled: model.state.settled,
  };
  return model.stage('ruleReport', 1, inputs, async () => {
    const context = await ruleContext(model, object);
    const outcome = await evaluateWithSettled(model, rule);
    const byVerdict = [0, 0, 0];
    const byReason = new Uint32Array(outcome.reasons.length);
    for (let i = 0; i < outcome.verdict.length; i++) {
      byVerdict[outcome.verdict[i]!] = byVerdict[outcome.verdict[i]!]! + 1;
      byReason[outcome.reason[i]!] = byReason[outcome.reason[i]!]! + 1;
    }
    const row = borderlineRow(model, object, outcome, context.golden.records);
    const unknown = [...outcome.verdict.keys()]
      .filter((i) => outcome.verdict[i] === 2)
      .slice(0, LISTED_RECORDS);
    return {
      object,
      label: model.mapped(object).object.labelPlural,
      rule,
      saved,
      sentence: sentenceOf(model, rule),
      total: outcome.verdict.length,
      kept: byVerdict[0]!,
      excluded: byVerdict[1]!,
      unknown: byVerdict[2]!,
      reasons: outcome.reasons
        .map((reason, i) => ({ sentence: reason.sentence, verdict: reason.verdict, count: byReason[i]! }))
        .filter((reason) => reason.count > 0),
      whatIf: rule.window ? whatIf(rule, context, WHAT_IF_MONTHS) : [],
      borderline: [...borderline(rule, outcome)].slice(0, LISTED_RECORDS).map(row),
      waiting: unknown.map(row),
    };
  });
}

function borderlineRow(
  model: Model,
  object: string,
  outcome: RuleOutcome,
  records: Parameters<typeof titlesOf>[0],
): (index: number) => BorderlineRow {
  const title = titlesOf(records, model.mapped(object).object);
  return (index) => {
    const reason = outcome.reasons[outcome.reason[index]!]!;
    const days = outcome.lastActivity[index]!;
    return {
      key: records.keys[index]!,
      title: title(index),
      activity: days === NO_DATE ? null : isoDay(days),
      verdict: VERDICT_CODES[outcome.verdict[index]!]!,
      reason: reason.sentence,
      settled: reason.lineId === SETTLED_LINE,
    };
  };
}

/** ISO date of a day number counted from 1970-01-01. */
export function isoDay(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** The rule as a sentence in the words of the target's labels. */
export function sentenceOf(model: Model, rule: ActiveRule): string {
  return ruleSentence(rule, ruleLabels(model, rule.object));
}

/** The lines of the rule for one golden record, by record key of the record or of any record merged into it. */
export async function traceByKey(
  model: Model,
  object: string,
  key: string,
  referenceDate: string,
): Promise<readonly RuleTrace[]> {
  const raw = (await model.keyIndex(object)).get(key);
  if (raw === undefined) return [];
  const { rule } = await ruleOrProposal(model, object, referenceDate);
  const context = await ruleContext(model, object);
  return traceRecord(rule, context, context.golden.goldenOf[raw]!);
}
