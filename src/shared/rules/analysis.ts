import type { RecordSet } from '../mapping/types';
import type { GoldenSet } from '../survive/types';
import { dayOf } from './calendar';
import { type Rows, recordTruths, relatedRecords, type World } from './conditions';
import { NO, type TruthCode, UNKNOWN, YES } from './truth';
import { type ActiveRule, NO_DATE, type RuleLine } from './types';

/** What a rule is evaluated against. */
export interface RuleContext extends World {
  /** The records of the rule's object as mapped, before merging. */
  readonly raw: RecordSet;
  readonly golden: GoldenSet;
}

/** What the lines of a list say about every golden record. */
export interface LineTruths {
  /** Three-valued "or" over the lines. */
  readonly truth: Uint8Array;
  /** First line that says yes; without one, first line that is unknown; else 0. */
  readonly line: Uint16Array;
}

/** Everything a verdict depends on but the length of the window; per golden record. */
export interface Analysis {
  readonly include: LineTruths;
  readonly exclude: LineTruths;
  /** Latest activity day over members and their related records; NO_DATE when there is none. */
  readonly lastActivity: Int32Array;
}

/**
 * Evaluates the lines of a rule on the raw records of each golden group: any member yes gives yes, else any member
 * unknown gives unknown. Time is linear in records and lines; conditions run once per distinct value.
 */
export function analyse(rule: ActiveRule, context: RuleContext): Analysis {
  return {
    include: lineTruths(rule.includes, rule, context),
    exclude: lineTruths(rule.excludes, rule, context),
    lastActivity: lastActivity(rule, context),
  };
}

function lineTruths(lines: readonly RuleLine[], rule: ActiveRule, context: RuleContext): LineTruths {
  const count = context.golden.records.count;
  const truth = new Uint8Array(count);
  const line = new Uint16Array(count);
  lines.forEach((item, index) => {
    const truths = goldenTruths(item, rule, context);
    for (let golden = 0; golden < count; golden++) {
      if (truths[golden]! > truth[golden]!) {
        truth[golden] = truths[golden]!;
        line[golden] = index;
      }
    }
  });
  return { truth, line };
}

/** The truth of one line for every golden record. */
function goldenTruths(line: RuleLine, rule: ActiveRule, context: RuleContext): Uint8Array {
  const truths = lineRecordTruths(line, rule, null, context);
  const { goldenOf } = context.golden;
  const out = new Uint8Array(context.golden.records.count);
  for (let raw = 0; raw < truths.length; raw++) {
    const golden = goldenOf[raw]!;
    if (truths[raw]! > out[golden]!) out[golden] = truths[raw]!;
  }
  return out;
}

/** The truth of one line for raw records; null = all. */
export function lineRecordTruths(
  line: RuleLine,
  rule: ActiveRule,
  rows: Rows,
  context: RuleContext,
): Uint8Array {
  const missing: TruthCode = line.missing === 'unknown' ? UNKNOWN : NO;
  const referenceDay = dayOf(rule.referenceDate);
  return recordTruths(line.condition, context.raw, rows, context, { missing, referenceDay });
}

/** Latest activity per golden record; all NO_DATE where the rule has no window. */
function lastActivity(rule: ActiveRule, context: RuleContext): Int32Array {
  const latest = new Int32Array(context.golden.records.count).fill(NO_DATE);
  const { goldenOf } = context.golden;
  for (const days of ownDays(rule, context.raw)) {
    for (let raw = 0; raw < days.length; raw++) {
      const golden = goldenOf[raw]!;
      if (days[raw]! > latest[golden]!) latest[golden] = days[raw]!;
    }
  }
  for (const { target, days } of relatedDays(rule, context)) {
    for (let row = 0; row < days.length; row++) {
      const parent = target[row]!;
      if (parent < 0) continue;
      const golden = goldenOf[parent]!;
      if (days[row]! > latest[golden]!) latest[golden] = days[row]!;
    }
  }
  return latest;
}

function ownDays(rule: ActiveRule, raw: RecordSet): Int32Array[] {
  return (rule.window?.fields ?? []).flatMap((field) => daysOf(raw, field) ?? []);
}

function relatedDays(rule: ActiveRule, context: RuleContext): { target: Int32Array; days: Int32Array }[] {
  return (rule.window?.related ?? []).flatMap((source) => {
    const children = relatedRecords(source, context.raw, context);
    const days = children && daysOf(children.records, source.date);
    return days ? [{ target: children.target, days }] : [];
  });
}

/** Day per record of a date field; null when the field is not mapped. */
function daysOf(records: RecordSet, field: string): Int32Array | null {
  const column = records.columns.find((item) => item.name === field);
  if (!column) return null;
  const byCode = Int32Array.from(column.values, dayOf);
  const out = new Int32Array(records.count);
  for (let row = 0; row < out.length; row++) out[row] = byCode[column.codes[row]!]!;
  return out;
}

/**
 * The verdict from its three parts, each no, unknown or yes: includes win, then excludes, then the window (or the
 * default in its place). Unknown only where the answer could change the verdict.
 */
export function combine(include: number, exclude: number, window: number): number {
  if (include === YES) return YES;
  if (exclude === YES) return include === UNKNOWN ? UNKNOWN : NO;
  const withoutInclude = exclude === UNKNOWN && window !== NO ? UNKNOWN : window;
  if (include === UNKNOWN && withoutInclude !== YES) return UNKNOWN;
  return withoutInclude;
}
