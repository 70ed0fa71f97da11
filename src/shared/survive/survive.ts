import type { RecordSet } from '../mapping/types';
import { parseDate } from '../profile/values';
import { gather } from '../table/column';
import type { Column } from '../table/types';
import type { TargetField, TargetObject } from '../target/types';
import { chooseValue, type Evidence, mostRecent, mostTrusted, REASON, REASONS } from './choose';
import { byTrust, completeness, type Grouping, grouping, sourceRanks } from './order';
import type { GoldenSet, SurvivorChoice, SurvivorshipMethod, SurvivorshipRules } from './types';

/** Words in field names that mean "do not": the safe value is yes as soon as one record says so. */
const OPT_OUT = /opt.?out|do.?not|unsubscri|no.?(call|mail|email|contact|fax)|bounce|erase|suppress|block/i;
/** Words that mean consent was given: the safe value is yes only when every record says so. */
const OPT_IN = /opt.?in|consent|subscri|agreed|permission|einwillig|newsletter/i;
/** Dates that say how fresh a record is, best first. */
const RECENCY = [
  /last.?modif/i,
  /last.?activity/i,
  /updated|changed|geaendert|geändert/i,
  /modified/i,
  /created/i,
];

/**
 * Survivorship to begin with: source rank in table order, consent flags by the safe value, address groups whole, and
 * freshness from the first date field that tells it.
 */
export function defaultSurvivorship(records: RecordSet, object: TargetObject): SurvivorshipRules {
  const mapped = new Set(records.columns.map((column) => column.name));
  const fields: Record<string, SurvivorshipMethod> = {};
  const groups = new Map<string, string[]>();
  for (const field of object.fields) {
    if (!mapped.has(field.api)) continue;
    const method = field.working ? workingMethod(field) : flagMethod(field);
    if (method) fields[field.api] = method;
    if (field.group !== null) groups.set(field.group, [...(groups.get(field.group) ?? []), field.api]);
  }
  const dates = object.fields.filter(
    (field) => mapped.has(field.api) && (field.type === 'date' || field.type === 'datetime'),
  );
  const recencyField =
    RECENCY.flatMap((pattern) => dates.filter((field) => pattern.test(`${field.api} ${field.label}`)))[0]
      ?.api ?? null;
  return {
    sourceRank: [...records.tables],
    recencyField,
    fields,
    groups: [...groups].map(([name, list]) => ({ name, fields: list })),
  };
}

/** Working fields feed rules: the latest date, the largest balance, the longest note is the safe one. */
function workingMethod(field: TargetField): SurvivorshipMethod {
  return field.type === 'text' ? 'longest' : 'max';
}

function flagMethod(field: TargetField): SurvivorshipMethod | null {
  if (field.type !== 'boolean') return null;
  const text = `${field.api} ${field.label}`;
  if (OPT_OUT.test(text)) return 'anyTrue';
  return OPT_IN.test(text) ? 'allTrue' : null;
}

/**
 * One golden record per group. Every value comes from a member, with its reason; groups of fields (an address) come
 * from one member as a whole; a person's choice stands above every rule and carries its group along. The master record
 * is the most trusted, then most complete, then first member. Linear in records × fields.
 */
export function surviveRecords(
  records: RecordSet,
  groupOf: Uint32Array,
  rules: SurvivorshipRules,
  choices: readonly SurvivorChoice[],
): GoldenSet {
  const groups = grouping(groupOf);
  const trust = { rank: sourceRanks(records, rules), filled: completeness(records) };
  const evidence: Evidence = { trust, recency: recencyOf(records, rules.recencyField) };
  const master = masters(groups, (a, b) => byTrust(trust, a, b));
  const manual = manualChoices(records, groups, choices);
  const indexOf = new Map(records.columns.map((column, index) => [column.name, index]));
  const origin = records.columns.map(() => new Uint32Array(groups.count));
  const reason = records.columns.map(() => new Uint8Array(groups.count));
  const fieldGroups = rules.groups
    .map(({ fields }) => fields.flatMap((field) => indexOf.get(field) ?? []))
    .filter((list) => list.length > 1);
  const inGroup = new Set(fieldGroups.flat());
  for (let golden = 0; golden < groups.count; golden++) {
    const members = Array.from(groups.rows.subarray(groups.starts[golden]!, groups.starts[golden + 1]!));
    const set = (column: number, from: number, why: number): void => {
      origin[column]![golden] = from;
      reason[column]![golden] = why;
    };
    records.columns.forEach((column, index) => {
      if (inGroup.has(index)) return;
      const chosen = manual?.get(golden * records.columns.length + index);
      if (chosen !== undefined) set(index, chosen, REASON.manual);
      else {
        const { from, reason: why } = chooseValue(column, members, methodOf(rules, column.name), evidence);
        set(index, from, why);
      }
    });
    for (const list of fieldGroups) {
      const choice = list
        .map((index) => manual?.get(golden * records.columns.length + index))
        .find((from) => from !== undefined);
      const { from, reason: why } =
        choice === undefined
          ? chooseGroup(records.columns, list, members, rules, evidence)
          : { from: choice, reason: REASON.manual };
      for (const index of list) set(index, from, why);
    }
  }
  return goldenSet(records, groups, master, origin, reason);
}

function methodOf(rules: SurvivorshipRules, field: string): SurvivorshipMethod {
  return Object.hasOwn(rules.fields, field) ? rules.fields[field]! : 'sourceRank';
}

/** The member whose whole group of fields survives: never the street of one and the city of another. */
function chooseGroup(
  columns: readonly Column[],
  list: readonly number[],
  members: readonly number[],
  rules: SurvivorshipRules,
  evidence: Evidence,
): { from: number; reason: number } {
  if (members.length === 1) return { from: members[0]!, reason: REASON.single };
  const filledIn = (row: number): number => list.filter((index) => columns[index]!.codes[row] !== 0).length;
  const some = members.filter((row) => filledIn(row) > 0);
  const trusted = mostTrusted(some.length > 0 ? some : members, evidence.trust);
  if (some.length === 0) return { from: trusted, reason: REASON.empty };
  const first = some[0]!;
  const agree = some.every((row) =>
    list.every((index) => columns[index]!.codes[row] === columns[index]!.codes[first]),
  );
  if (agree) return { from: trusted, reason: some.length === members.length ? REASON.agree : REASON.only };
  if (some.length === 1) return { from: trusted, reason: REASON.only };
  const method = methodOf(rules, columns[list[0]!]!.name);
  if (method === 'mostRecent') return mostRecent(some, trusted, evidence);
  if (method === 'mostComplete' || method === 'longest') {
    const most = Math.max(...some.map(filledIn));
    const from = mostTrusted(
      some.filter((row) => filledIn(row) === most),
      evidence.trust,
    );
    return { from, reason: REASON.mostComplete };
  }
  return { from: trusted, reason: REASON.sourceRank };
}

function masters(groups: Grouping, order: (a: number, b: number) => number): Uint32Array {
  const master = new Uint32Array(groups.count);
  for (let golden = 0; golden < groups.count; golden++) {
    let best = groups.rows[groups.starts[golden]!]!;
    for (let k = groups.starts[golden]! + 1; k < groups.starts[golden + 1]!; k++) {
      if (order(groups.rows[k]!, best) < 0) best = groups.rows[k]!;
    }
    master[golden] = best;
  }
  return master;
}

/** Choices by golden and column; one whose records are gone or no longer together has no effect. The last wins. */
function manualChoices(
  records: RecordSet,
  groups: Grouping,
  choices: readonly SurvivorChoice[],
): ReadonlyMap<number, number> | null {
  if (choices.length === 0) return null;
  const rowOf = new Map(records.keys.map((key, row) => [key, row]));
  const indexOf = new Map(records.columns.map((column, index) => [column.name, index]));
  const out = new Map<number, number>();
  for (const { member, field, from } of choices) {
    const row = rowOf.get(member);
    const source = rowOf.get(from);
    const index = indexOf.get(field);
    if (row === undefined || source === undefined || index === undefined) continue;
    const golden = groups.goldenOf[row]!;
    if (groups.goldenOf[source] === golden) out.set(golden * records.columns.length + index, source);
  }
  return out;
}

/** ISO date per record from the recency field, '' when unknown. */
function recencyOf(records: RecordSet, field: string | null): readonly string[] {
  const column = records.columns.find((item) => item.name === field);
  if (!column) return new Array<string>(records.count).fill('');
  const iso = column.values.map((value) => parseDate(value, 'YMD') ?? parseDate(value, 'DMY') ?? '');
  return Array.from(column.codes, (code) => iso[code]!);
}

function goldenSet(
  records: RecordSet,
  groups: Grouping,
  master: Uint32Array,
  origin: readonly Uint32Array[],
  reason: readonly Uint8Array[],
): GoldenSet {
  const indexOf = new Map(records.columns.map((column, index) => [column.name, index]));
  return {
    records: {
      object: records.object,
      count: groups.count,
      keys: Array.from(master, (row) => records.keys[row]!),
      tables: records.tables,
      table: Uint16Array.from(master, (row) => records.table[row]!),
      row: Uint32Array.from(master, (row) => records.row[row]!),
      columns: records.columns.map((column, index) => gather(column, origin[index]!)),
      references: records.references.map((reference) => {
        const from = origin[indexOf.get(reference.field) ?? -1] ?? master;
        return { ...reference, target: Int32Array.from(from, (row) => reference.target[row]!) };
      }),
    },
    goldenOf: groups.goldenOf,
    master,
    origin,
    reason,
    reasons: REASONS,
  };
}
