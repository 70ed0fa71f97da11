import type { ActiveRule, RuleReason } from './types';

/** Line ids of reasons that are not lines of the rule. */
export const WINDOW_LINE = 'window';
export const DEFAULT_LINE = 'default';
export const PARENT_LINE = 'parent';

/**
 * Every reason a rule can give, in rule order, and where each stands. Lines come first, two reasons a line (what it
 * decides, and what it leaves open), so that a reason is found by arithmetic.
 */
export interface ReasonTable {
  readonly reasons: readonly RuleReason[];
  /** Index of "this include line says yes" / "is not known". */
  readonly include: (line: number, known: boolean) => number;
  readonly exclude: (line: number, known: boolean) => number;
  readonly windowKeep: number;
  readonly windowExclude: number;
  /** For records without any activity date. */
  readonly windowMissing: number;
  readonly byDefault: number;
}

/** Sentences begin with what became of the record, so that a list of them reads by itself. */
export function reasonTable(rule: ActiveRule): ReasonTable {
  const reasons: RuleReason[] = [];
  for (const { id, label } of rule.includes) {
    reasons.push({ lineId: id, verdict: 'keep', sentence: `kept: ${label}` });
    reasons.push({ lineId: id, verdict: 'unknown', sentence: `held: ${label} is not known` });
  }
  for (const { id, label } of rule.excludes) {
    reasons.push({ lineId: id, verdict: 'exclude', sentence: `excluded: ${label}` });
    reasons.push({ lineId: id, verdict: 'unknown', sentence: `held: ${label} is not known` });
  }
  const first = reasons.length;
  const span = `in the last ${monthsText(rule.window?.months ?? 0)} before ${rule.referenceDate}`;
  reasons.push({ lineId: WINDOW_LINE, verdict: 'keep', sentence: `kept: active ${span}` });
  reasons.push({ lineId: WINDOW_LINE, verdict: 'exclude', sentence: `excluded: no activity ${span}` });
  reasons.push(missingReason(rule));
  reasons.push(
    rule.otherwise === 'keep'
      ? { lineId: DEFAULT_LINE, verdict: 'keep', sentence: 'kept: no line excludes it' }
      : { lineId: DEFAULT_LINE, verdict: 'exclude', sentence: 'excluded: no line keeps it' },
  );
  const excludesAt = 2 * rule.includes.length;
  return {
    reasons,
    include: (line, known) => 2 * line + (known ? 0 : 1),
    exclude: (line, known) => excludesAt + 2 * line + (known ? 0 : 1),
    windowKeep: first,
    windowExclude: first + 1,
    windowMissing: first + 2,
    byDefault: first + 3,
  };
}

function missingReason(rule: ActiveRule): RuleReason {
  switch (rule.window?.missing) {
    case 'yes':
      return { lineId: WINDOW_LINE, verdict: 'keep', sentence: 'kept: no activity date' };
    case 'no':
      return { lineId: WINDOW_LINE, verdict: 'exclude', sentence: 'excluded: no activity date' };
    default:
      return { lineId: WINDOW_LINE, verdict: 'unknown', sentence: 'held: no activity date' };
  }
}

/** "1 month", "24 months". */
export function monthsText(months: number): string {
  return months === 1 ? '1 month' : `${months} months`;
}
