import type { TargetField, TargetObject } from '../target/types';
import type { ActiveRule, Condition, RuleLine } from './types';

/** An object whose records point to the rule's object, with the fields of it that are mapped. */
export interface RelatedObject {
  readonly object: TargetObject;
  /** Reference field that points here. */
  readonly field: string;
  readonly mapped: readonly string[];
}

/** A reference list: a value of `field` standing in `column` of the table means an erasure request. */
export interface ErasureList {
  readonly tableId: string;
  readonly column: string;
  readonly field: string;
}

/** Months of the window proposed first; GDPR practice and most CRM scopes meet here. */
const DEFAULT_MONTHS = 24;

const TRUE_VALUES = ['true', 'yes', 'y', '1', 'x', 'ja', 'oui', 'si', 'sim'];

/** Words and phrases that stand in the names of records made for trying things out. */
const TEST_WORDS = [
  'test',
  'tests',
  'testing',
  'testaccount',
  'testfirma',
  'testkunde',
  'testkontakt',
  'dummy',
  'asdf',
  'zzz',
  'xxx',
  'mustermann',
  'musterfrau',
  'musterfirma',
  'demo account',
  'training account',
  'schulung account',
  'do not use',
  'nicht verwenden',
  'please delete',
  'to be deleted',
];

/** Stages and states that mean "over", for targets whose fields have no list of values. */
const CLOSED_VALUES = ['closed won', 'closed lost', 'closed', 'won', 'lost', 'cancelled', 'canceled'];

const IS_DEAL = /opportunit|deal/i;
/** Objects whose names are names of people and organisations; a deal may well be about a test bench. */
const IS_PARTY = /account|contact|lead|compan|organi[sz]ation|person/i;
const IS_CASE = /^(case|ticket|incident)s?$/i;

/**
 * The rule Winnow proposes while none is agreed, made only of what is mapped: keep what has a legal hold, money
 * outstanding, a contract in force or open business; drop erasure requests and test records; keep what was active in
 * the last 24 months; hold what has no date. Without any date it keeps the rest.
 */
export function defaultRule(
  object: TargetObject,
  mapped: readonly string[],
  related: readonly RelatedObject[],
  lists: readonly ErasureList[],
  referenceDate: string,
): ActiveRule {
  const fields = mappedFields(object, mapped);
  const window = proposedWindow(fields, related);
  return {
    object: object.name,
    includes: [...ownIncludes(object, fields), ...related.flatMap(relatedInclude)],
    excludes: [...lists.map(erasureLine), ...testLines(object, fields)],
    window,
    otherwise: window ? 'exclude' : 'keep',
    referenceDate,
    keepParents: true,
  };
}

function mappedFields(object: TargetObject, mapped: readonly string[]): TargetField[] {
  const wanted = new Set(mapped);
  return object.fields.filter((field) => wanted.has(field.api));
}

function ownIncludes(object: TargetObject, fields: readonly TargetField[]): RuleLine[] {
  const lines: RuleLine[] = [];
  for (const field of fields) {
    if (named(field, /legal ?hold|litigation ?hold/)) {
      lines.push(line(`legal-hold:${field.api}`, 'legal hold', isSet(field)));
    } else if (
      isNumeric(field) &&
      named(field, /open ?balance|outstanding|receivable|amount ?due|\bbalance\b/)
    ) {
      const condition = { kind: 'compare', field: field.api, op: '>', value: 0 } as const;
      lines.push(line(`open-balance:${field.api}`, 'open balance', condition));
    } else if (isDate(field) && named(field, /contract ?(end|expir|until)|valid ?until/)) {
      // A date within no months before the reference date is that date or later.
      const condition = { kind: 'within', field: field.api, months: 0 } as const;
      lines.push(line(`contract:${field.api}`, 'contract in force', condition));
    } else if (field.type === 'boolean' && named(field, /strategic|key ?account/)) {
      lines.push(line(`strategic:${field.api}`, 'strategic mark', isSet(field)));
    }
  }
  const open = openCondition(object, fields);
  if (open)
    lines.push(line(`open:${open.field}`, IS_CASE.test(object.name) ? 'open status' : 'open stage', open));
  return lines;
}

/** "Any open opportunity" or "any open case" among the records that point here. */
function relatedInclude({ object, field, mapped }: RelatedObject): RuleLine[] {
  const open = openCondition(object, mappedFields(object, mapped));
  if (!open) return [];
  const condition = { kind: 'related', object: object.name, field, where: [open] } as const;
  return [line(`open:${object.name}:${field}`, `open ${object.label.toLowerCase()}`, condition)];
}

/** "The stage is none of the closed ones", for objects that are opened and closed. */
function openCondition(
  object: TargetObject,
  fields: readonly TargetField[],
): Extract<Condition, { kind: 'isNot' }> | null {
  const pattern = IS_DEAL.test(object.name) ? /stage/ : IS_CASE.test(object.name) ? /status|stage/ : null;
  const field = pattern && fields.find((item) => named(item, pattern) && item.references === null);
  if (!field) return null;
  const closed = field.picklist.filter((value) => /closed|\bwon\b|\blost\b|resolved|cancel/i.test(value));
  if (field.picklist.length > 0 && closed.length === 0) return null;
  return { kind: 'isNot', field: field.api, values: closed.length > 0 ? closed : CLOSED_VALUES };
}

function erasureLine({ tableId, column, field }: ErasureList): RuleLine {
  const condition = { kind: 'inList', field, table: tableId, column } as const;
  return line(`erasure:${tableId}:${field}`, 'erasure request', condition);
}

function testLines(object: TargetObject, fields: readonly TargetField[]): RuleLine[] {
  if (!IS_PARTY.test(object.name)) return [];
  return fields.filter(isName).map((field) => {
    const condition = { kind: 'hasWord', field: field.api, words: TEST_WORDS } as const;
    return line(`test:${field.api}`, 'test record', condition);
  });
}

/** Dates that say most about activity: what people did, else what was changed, else when it was made. */
const DATE_TIERS = [
  /last ?(activity|contact|order|purchase|visit|invoice|payment|meeting|call|used)|letzte|close ?date|closing ?date|activity ?date|due ?date|^date$/,
  /modified|changed|updated/,
  /created|add ?time|entered/,
];

function proposedWindow(
  fields: readonly TargetField[],
  related: readonly RelatedObject[],
): ActiveRule['window'] {
  const dates = fields.filter(isDate);
  const own =
    DATE_TIERS.map((pattern) => dates.filter((field) => named(field, pattern))).find(
      (found) => found.length > 0,
    ) ?? [];
  const others = related.flatMap(({ object, field, mapped }) => {
    // Of related records only what people did counts; a case was opened by somebody.
    const pattern = DATE_TIERS[IS_CASE.test(object.name) ? 2 : 0]!;
    return mappedFields(object, mapped)
      .filter((item) => isDate(item) && named(item, pattern))
      .map((item) => ({ object: object.name, field, date: item.api }));
  });
  if (own.length + others.length === 0) return null;
  return {
    fields: own.map((field) => field.api),
    related: others,
    months: DEFAULT_MONTHS,
    missing: 'unknown',
  };
}

function line(id: string, label: string, condition: Condition): RuleLine {
  return { id, label, condition, missing: 'no' };
}

/** A flag is set; any other field counts as set when something stands in it. */
function isSet(field: TargetField): Condition {
  return field.type === 'boolean'
    ? { kind: 'is', field: field.api, values: TRUE_VALUES }
    : { kind: 'filled', field: field.api };
}

function isDate(field: TargetField): boolean {
  return field.type === 'date' || field.type === 'datetime';
}

function isNumeric(field: TargetField): boolean {
  return field.type === 'currency' || field.type === 'number' || field.type === 'integer';
}

/** The field that carries the name of the record, or of the person. */
function isName(field: TargetField): boolean {
  return (
    field.type === 'text' &&
    /^(?:(?:account|company|last|first|full|deal|opportunity) ?)?name$/.test(words(field.api))
  );
}

/** True when the API name or the label fits; synonyms are left out, they are too many to mean one thing. */
function named(field: TargetField, pattern: RegExp): boolean {
  return pattern.test(words(field.api)) || pattern.test(words(field.label));
}

/** `LastActivityDate`, `last_activity_date` and "Last activity date" as "last activity date". */
function words(name: string): string {
  return name
    .replace(/__c$/i, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
