import { type Analysis, analyse, combine, type RuleContext } from './analysis';
import { dayOf, minusMonths } from './calendar';
import { type ReasonTable, reasonTable } from './reasons';
import { NO, UNKNOWN, YES } from './truth';
import { type ActiveRule, NO_DATE, type RuleOutcome, VERDICT_CODES, type Verdict } from './types';

export type { RuleContext } from './analysis';

/** Verdict codes by truth of "is active": no → exclude, unknown → unknown, yes → keep. */
const VERDICT_OF_TRUTH = (['exclude', 'unknown', 'keep'] as const).map((verdict: Verdict) =>
  VERDICT_CODES.indexOf(verdict),
);

/**
 * Which golden records are active, and why. Every record gets exactly one verdict with the line that decided it.
 * Linear in records, related records and lines.
 */
export function evaluateRule(rule: ActiveRule, context: RuleContext): RuleOutcome {
  return outcomeOf(rule, analyse(rule, context));
}

/** The outcome of an analysis already made. */
export function outcomeOf(rule: ActiveRule, analysis: Analysis): RuleOutcome {
  const { include, exclude, lastActivity } = analysis;
  const count = lastActivity.length;
  const verdict = new Uint8Array(count);
  const reason = new Uint16Array(count);
  const table = reasonTable(rule);
  const cutoff = cutoffOf(rule);
  const missing = missingTruth(rule);
  const byDefault = rule.otherwise === 'keep' ? YES : NO;
  for (let golden = 0; golden < count; golden++) {
    const day = lastActivity[golden]!;
    const window = cutoff === null ? byDefault : day === NO_DATE ? missing : day >= cutoff ? YES : NO;
    const includes = include.truth[golden]!;
    const excludes = exclude.truth[golden]!;
    const truth = combine(includes, excludes, window);
    verdict[golden] = VERDICT_OF_TRUTH[truth]!;
    const decided = decidingPart(includes, excludes, window, truth);
    reason[golden] =
      decided === 'include'
        ? table.include(include.line[golden]!, includes === YES)
        : decided === 'exclude'
          ? table.exclude(exclude.line[golden]!, excludes === YES)
          : cutoff === null
            ? table.byDefault
            : windowReason(table, day, window);
  }
  return { object: rule.object, verdict, reason, reasons: table.reasons, lastActivity };
}

/** First day inside the window, or null without one. A record last active on that very day is inside. */
export function cutoffOf(rule: ActiveRule): number | null {
  return rule.window ? minusMonths(dayOf(rule.referenceDate), rule.window.months) : null;
}

/** What a record without any date counts as in the window. */
export function missingTruth(rule: ActiveRule): number {
  const missing = rule.window?.missing ?? 'unknown';
  return missing === 'yes' ? YES : missing === 'no' ? NO : UNKNOWN;
}

/** Whether a day lies inside the rule's window; without a window, what its default says. */
export function windowTruth(rule: ActiveRule, day: number): number {
  const cutoff = cutoffOf(rule);
  if (cutoff === null) return rule.otherwise === 'keep' ? YES : NO;
  return day === NO_DATE ? missingTruth(rule) : day >= cutoff ? YES : NO;
}

/** Which part of the rule a verdict is told by. An unknown is told by the part that would have to be settled. */
export function decidingPart(
  include: number,
  exclude: number,
  window: number,
  truth: number,
): 'include' | 'exclude' | 'window' {
  if (include === YES) return 'include';
  if (exclude === YES) return truth === UNKNOWN ? 'include' : 'exclude';
  if (truth !== UNKNOWN) return 'window';
  if (exclude === UNKNOWN && window !== NO) return 'exclude';
  return window === UNKNOWN ? 'window' : 'include';
}

function windowReason(table: ReasonTable, day: number, window: number): number {
  if (day === NO_DATE) return table.windowMissing;
  return window === YES ? table.windowKeep : table.windowExclude;
}
