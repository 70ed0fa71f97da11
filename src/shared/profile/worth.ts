import { type Activity, recentRows } from './activity';
import type { ColumnFacts } from './column-facts';
import { countText, percentText, round4 } from './text';
import type { ColumnProfile } from './types';

/** Entropy from which a column counts as fully distinguishing: three bits, as much as eight equally frequent values. */
const FULL_BITS = 3;
/** What counts as recent, in days: three years. */
const RECENT_DAYS = 1_096;

/**
 * Field worth = fill × distinctness × recency, each 0..1: the share of rows with a real value; the Shannon entropy of the
 * values over three bits, at most 1 (a constant is worth nothing); how recent the rows with a value are, against all rows
 * (1 when the table has no dates or no recent row).
 */
export function worthOf(
  facts: ColumnFacts,
  activity: Activity,
  referenceDate: string,
): ColumnProfile['worth'] {
  const real = facts.filled - facts.placeholderRows;
  if (facts.rows === 0 || real === 0) return { score: 0, reason: 'No row has a value here.' };
  const fill = real / facts.rows;
  const distinctness = Math.min(1, entropyBits(facts, real) / FULL_BITS);
  const recency = recencyOf(facts, activity, referenceDate);
  const values = facts.distinct === 1 ? 'one value only' : `${countText(facts.distinct)} different values`;
  const parts = [`${percentText(fill)} of rows have a value`, values];
  if (recency) parts.push(recency.text);
  return {
    score: round4(fill * distinctness * (recency?.ratio ?? 1)),
    reason: `${capital(parts.join('; '))}.`,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function entropyBits(facts: ColumnFacts, real: number): number {
  let bits = 0;
  for (let code = 1; code < facts.counts.length; code++) {
    const count = facts.counts[code]!;
    if (count === 0 || facts.placeholder[code] === 1) continue;
    bits -= (count / real) * Math.log2(count / real);
  }
  return bits;
}

function recencyOf(
  facts: ColumnFacts,
  activity: Activity,
  referenceDate: string,
): { readonly ratio: number; readonly text: string } | null {
  if (activity.columns.length === 0) return null;
  const all = recentRows(activity, referenceDate, RECENT_DAYS, null);
  if (all.recent === 0) return null;
  const { codes } = facts.column;
  const here = recentRows(activity, referenceDate, RECENT_DAYS, (row) => {
    const code = codes[row]!;
    return code !== 0 && facts.placeholder[code] === 0;
  });
  const share = here.asked === 0 ? 0 : here.recent / here.asked;
  const ratio = Math.min(1, share / (all.recent / all.asked));
  return {
    ratio,
    text: `${percentText(share)} of those are from the last three years (all rows: ${percentText(all.recent / all.asked)})`,
  };
}
