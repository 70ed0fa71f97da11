import { type Activity, countMarked, recentMask } from './activity';
import type { ColumnFacts } from './column-facts';
import { countText, percentText, round4 } from './text';
import type { FieldWorth } from './types';

/** Entropy from which a column counts as fully distinguishing: three bits, as much as eight equally frequent values. */
const FULL_BITS = 3;
/** What counts as recent, in days: three years. */
const RECENT_DAYS = 1_096;

/** Which rows are recent, and the share of them in the whole table. */
export interface RecentRows {
  readonly mask: Uint8Array;
  readonly share: number;
}

/** The rows of the last three years; null when the table has no dates or no row that recent. */
export function recentRowsOf(activity: Activity, referenceDate: string): RecentRows | null {
  if (activity.columns.length === 0) return null;
  const mask = recentMask(activity, referenceDate, RECENT_DAYS);
  const recent = countMarked(mask);
  return recent === 0 ? null : { mask, share: recent / mask.length };
}

/**
 * Field worth = fill × distinctness × recency, each 0..1: the share of rows with a real value; the Shannon entropy of the
 * values over three bits, at most 1 (a constant is worth nothing); how recent the rows with a value are, against all rows
 * (1 when the table has no dates or no recent row).
 */
export function worthOf(facts: ColumnFacts, recentRows: RecentRows | null): FieldWorth {
  const real = facts.filled - facts.placeholderRows;
  if (facts.rows === 0 || real === 0)
    return { score: 0, reason: 'No row has a value here.', fill: 0, distinctness: 0, recency: null };
  const fill = real / facts.rows;
  const distinctness = Math.min(1, entropyBits(facts, real) / FULL_BITS);
  const recency = recentRows ? recencyOf(facts, real, recentRows) : null;
  const values = facts.distinct === 1 ? 'one value only' : `${countText(facts.distinct)} different values`;
  const parts = [`${percentText(fill)} of rows have a value`, values];
  if (recency) parts.push(recency.text);
  return {
    score: round4(fill * distinctness * (recency?.ratio ?? 1)),
    reason: `${capital(parts.join('; '))}.`,
    fill: round4(fill),
    distinctness: round4(distinctness),
    recency: recency ? round4(recency.ratio) : null,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function entropyBits(facts: ColumnFacts, real: number): number {
  let bits = 0;
  let singles = 0;
  for (let code = 1; code < facts.counts.length; code++) {
    const count = facts.counts[code]!;
    if (count === 0 || facts.placeholder[code] === 1) continue;
    if (count === 1) singles++;
    else bits -= (count / real) * Math.log2(count / real);
  }
  return bits + (singles / real) * Math.log2(real);
}

function recencyOf(
  facts: ColumnFacts,
  real: number,
  recentRows: RecentRows,
): { readonly ratio: number; readonly text: string } {
  const { codes } = facts.column;
  const { mask } = recentRows;
  let recent = 0;
  if (facts.filled === facts.rows && facts.placeholderRows === 0) recent = countMarked(mask);
  else if (facts.placeholderRows === 0)
    for (let row = 0; row < codes.length; row++) recent += codes[row] === 0 ? 0 : mask[row]!;
  else
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row]!;
      if (code !== 0 && facts.placeholder[code] === 0) recent += mask[row]!;
    }
  const share = recent / real;
  return {
    ratio: Math.min(1, share / recentRows.share),
    text: `${percentText(share)} of those are from the last three years (all rows: ${percentText(recentRows.share)})`,
  };
}

/** Below this worth, a column is suggested to stay behind. */
export const LEAST_WORTH = 0.1;

/** Whether the numbers speak for carrying a column over. A suggestion: people decide. */
export function isWorthCarrying(worth: FieldWorth): boolean {
  return worth.score >= LEAST_WORTH;
}
