import type { RecordSet } from '../mapping/types';
import { valueAt } from '../table/column';
import { combine, lineRecordTruths, type RuleContext } from './analysis';
import { dayOf, isoDay, monthsAndDaysBefore } from './calendar';
import { childrenOf, relatedRecords } from './conditions';
import { decidingPart, windowTruth } from './evaluate';
import { DEFAULT_LINE, monthsText } from './reasons';
import { NO, TRUTHS } from './truth';
import { type ActiveRule, type Condition, NO_DATE, type RuleLine, type RuleTrace } from './types';

/** Values shown per line; the rest is counted. */
const SHOWN_VALUES = 3;

/** Longest value shown in a line, in characters. */
const SHOWN_CHARACTERS = 60;

/**
 * Every line of the rule with what it says about one golden record and the values it saw: "open balance (0)",
 * "last activity 2024-11-10, 24 months and 4 days". Exactly one line is decisive.
 */
export function traceRecord(rule: ActiveRule, context: RuleContext, golden: number): RuleTrace[] {
  const members = membersOf(context, golden);
  const truthOf = (line: RuleLine): number =>
    lineRecordTruths(line, rule, members, context).reduce((most, truth) => Math.max(most, truth), NO);
  const includes = rule.includes.map(truthOf);
  const excludes = rule.excludes.map(truthOf);
  const day = lastActivityOf(rule, members, context);
  const inWindow = windowTruth(rule, day);

  const include = Math.max(NO, ...includes);
  const exclude = Math.max(NO, ...excludes);
  const part = decidingPart(include, exclude, inWindow, combine(include, exclude, inWindow));
  const traceLine = (line: RuleLine, truth: number | undefined, decisive: boolean): RuleTrace => ({
    label: line.label,
    truth: TRUTHS[truth ?? NO] ?? 'no',
    detail: `${line.label} (${seen(line.condition, members, context)})`,
    decisive,
  });
  const firstInclude = part === 'include' ? includes.indexOf(include) : -1;
  const firstExclude = part === 'exclude' ? excludes.indexOf(exclude) : -1;
  return [
    ...rule.includes.map((line, i) => traceLine(line, includes[i], i === firstInclude)),
    ...rule.excludes.map((line, i) => traceLine(line, excludes[i], i === firstExclude)),
    rule.window ? windowLine(rule, day, inWindow, part === 'window') : defaultLine(rule, part === 'window'),
  ];
}

function windowLine(rule: ActiveRule, day: number, truth: number, decisive: boolean): RuleTrace {
  return {
    label: 'last activity',
    // A missing date is unknown as a fact, whatever the rule makes of it.
    truth: day === NO_DATE ? 'unknown' : (TRUTHS[truth] ?? 'no'),
    detail: activityText(day, dayOf(rule.referenceDate)),
    decisive,
  };
}

function defaultLine(rule: ActiveRule, decisive: boolean): RuleTrace {
  return rule.otherwise === 'keep'
    ? { label: DEFAULT_LINE, truth: 'yes', detail: 'everything else is kept', decisive }
    : { label: DEFAULT_LINE, truth: 'no', detail: 'everything else is dropped', decisive };
}

/** Raw records of a golden one. */
function membersOf(context: RuleContext, golden: number): Uint32Array {
  const members: number[] = [];
  context.golden.goldenOf.forEach((of, raw) => {
    if (of === golden) members.push(raw);
  });
  return Uint32Array.from(members);
}

/** Latest activity of a few records and what points to them; the same as the analysis of all gives. */
function lastActivityOf(rule: ActiveRule, members: Uint32Array, context: RuleContext): number {
  const wanted = new Set(members);
  const days = (rule.window?.fields ?? []).flatMap((field) => daysIn(context.raw, field, members));
  for (const source of rule.window?.related ?? []) {
    const children = relatedRecords(source, context.raw, context);
    if (children) days.push(...daysIn(children.records, source.date, childrenOf(children.target, wanted)));
  }
  return days.reduce((latest, day) => Math.max(latest, day), NO_DATE);
}

function daysIn(records: RecordSet, field: string, rows: Uint32Array): number[] {
  const column = records.columns.find((item) => item.name === field);
  return column ? Array.from(rows, (row) => dayOf(valueAt(column, row))) : [];
}

/** "last activity 2024-11-10, 24 months and 4 days". */
function activityText(day: number, reference: number): string {
  if (day === NO_DATE) return 'no activity date';
  const date = `last activity ${isoDay(day)}`;
  if (day > reference) return `${date}, after the reference date`;
  if (day === reference) return `${date}, the reference date itself`;
  const ago = monthsAndDaysBefore(day, reference);
  const days = ago.days === 1 ? '1 day' : `${ago.days} days`;
  if (ago.months === 0) return `${date}, ${days}`;
  return ago.days === 0
    ? `${date}, ${monthsText(ago.months)}`
    : `${date}, ${monthsText(ago.months)} and ${days}`;
}

/** The values a condition looked at, most frequent first. */
function seen(condition: Condition, members: Uint32Array, context: RuleContext): string {
  if (condition.kind !== 'related') return listed(context.raw, condition.field, members, false);
  const children = relatedRecords(condition, context.raw, context);
  if (!children) return 'not loaded';
  const rows = childrenOf(children.target, new Set(members));
  if (rows.length === 0) return 'none';
  const shown = condition.where.find((part) => part.kind !== 'related');
  return shown ? listed(children.records, shown.field, rows, true) : `${rows.length}`;
}

/** Distinct values of a field in some rows: "Closed Won, empty", or with counts "2 Closed Won, 1 empty". */
function listed(records: RecordSet, field: string, rows: Uint32Array, counted: boolean): string {
  const column = records.columns.find((item) => item.name === field);
  if (!column) return 'not mapped';
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = shortened(valueAt(column, row).trim());
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const order = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const texts = order.slice(0, SHOWN_VALUES).map(([value, count]) => (counted ? `${count} ${value}` : value));
  const more = order.length - texts.length;
  return more > 0 ? `${texts.join(', ')} and ${more} more` : texts.join(', ');
}

function shortened(value: string): string {
  if (value === '') return 'empty';
  const characters = [...value];
  return characters.length > SHOWN_CHARACTERS
    ? `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`
    : value;
}
