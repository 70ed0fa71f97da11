import { type Analysis, analyse, combine, type RuleContext } from './analysis';
import { dayOf, minusMonths } from './calendar';
import { cutoffOf, missingTruth } from './evaluate';
import { WINDOW_LINE } from './reasons';
import { NO, UNKNOWN, YES } from './truth';
import { type ActiveRule, NO_DATE, type RuleOutcome, type WhatIfPoint } from './types';

/** Share of the window's length around its cut that counts as borderline. */
const BORDERLINE_SHARE = 0.1;

/** Line id of records settled by a person; they stay on the borderline list as settled. */
const SETTLED_LINE = 'settled';

/** Ways in which a verdict can hang on the window: (excludes unknown?, includes unknown?). */
const KINDS = [
  { include: NO, exclude: NO },
  { include: NO, exclude: UNKNOWN },
  { include: UNKNOWN, exclude: NO },
  { include: UNKNOWN, exclude: UNKNOWN },
] as const;

/**
 * Kept, excluded and unknown records for each window length, before parents of kept children. The lines are evaluated
 * once, whatever the number of lengths.
 */
export function whatIf(rule: ActiveRule, context: RuleContext, months: readonly number[]): WhatIfPoint[] {
  return curveOf(rule, analyse(rule, context), months);
}

/** The same from an analysis already made: one pass counts the records by the shortest window that holds them. */
export function curveOf(rule: ActiveRule, analysis: Analysis, months: readonly number[]): WhatIfPoint[] {
  const { include, exclude, lastActivity } = analysis;
  const reference = dayOf(rule.referenceDate);
  // From the shortest window (latest cutoff) on.
  const lengths = [...new Set(months)].sort((a, b) => a - b);
  const cutoffs = Int32Array.from(lengths, (length) => minusMonths(reference, length));
  const fixed = { kept: 0, excluded: 0, unknown: 0 };
  const noDate = rule.window ? missingTruth(rule) : rule.otherwise === 'keep' ? YES : NO;
  // counts[kind][i]: records whose shortest window is lengths[i]; the last column holds those outside all windows.
  const counts = KINDS.map(() => new Float64Array(lengths.length + 1));
  for (let golden = 0; golden < lastActivity.length; golden++) {
    const includes = include.truth[golden]!;
    const excludes = exclude.truth[golden]!;
    const day = lastActivity[golden]!;
    if (includes === YES || excludes === YES || day === NO_DATE) {
      count(fixed, combine(includes, excludes, noDate), 1);
    } else {
      const kind = (includes === UNKNOWN ? 2 : 0) + (excludes === UNKNOWN ? 1 : 0);
      counts[kind]![shortestWindow(cutoffs, day)]!++;
    }
  }
  const curve = new Map(lengths.map((length, i) => [length, pointAt(length, i, fixed, counts)]));
  return months.map((length) => curve.get(length)!);
}

interface Tally {
  kept: number;
  excluded: number;
  unknown: number;
}

function count(tally: Tally, truth: number, by: number): void {
  if (truth === YES) tally.kept += by;
  else if (truth === NO) tally.excluded += by;
  else tally.unknown += by;
}

function pointAt(months: number, index: number, fixed: Tally, counts: readonly Float64Array[]): WhatIfPoint {
  const tally = { ...fixed };
  KINDS.forEach(({ include, exclude }, kind) => {
    counts[kind]!.forEach((records, shortest) => {
      count(tally, combine(include, exclude, shortest <= index ? YES : NO), records);
    });
  });
  return { months, ...tally };
}

/** Index of the first (latest) cutoff that the day is not before; the number of cutoffs when it is before all. */
function shortestWindow(cutoffs: Int32Array, day: number): number {
  let low = 0;
  let high = cutoffs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cutoffs[middle]! <= day) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Golden records whose last activity lies within 10 % of the window's length around the cut, nearest first: those a
 * slightly different rule would decide the other way. Only records that the window decided, or a person settled.
 */
export function borderline(rule: ActiveRule, outcome: RuleOutcome): Uint32Array {
  const cutoff = cutoffOf(rule);
  if (cutoff === null) return new Uint32Array();
  const reach = (dayOf(rule.referenceDate) - cutoff) * BORDERLINE_SHARE;
  const movable = outcome.reasons.map(({ lineId }) => lineId === WINDOW_LINE || lineId === SETTLED_LINE);
  const found: number[] = [];
  const { lastActivity, reason } = outcome;
  for (let golden = 0; golden < lastActivity.length; golden++) {
    const day = lastActivity[golden]!;
    if (day !== NO_DATE && movable[reason[golden]!] && Math.abs(day - cutoff) <= reach) found.push(golden);
  }
  const distance = (golden: number): number => Math.abs(lastActivity[golden]! - cutoff);
  return Uint32Array.from(found.sort((a, b) => distance(a) - distance(b) || a - b));
}
