import { ok, type Result } from '../../../base/result';
import { oddsOf } from '../../scoring/scorer';
import { DESCRIPTION } from '../levels';
import { type Condition, readCondition } from './conditions';
import { checkSettings, type ForeignSettings } from './settings-schema';

/** One level of a Splink comparison that Winnow understands. */
export interface ForeignLevel {
  readonly label: string;
  /** What it asks; `[]` for "all other"; null in comparisons that Winnow wrote, whose levels are known by label. */
  readonly condition: Condition | null;
  readonly m: number;
  readonly u: number;
}

export interface ForeignComparison {
  readonly name: string;
  /** Columns the levels read, in order of appearance. */
  readonly columns: readonly string[];
  /** The kind of comparison, where Winnow wrote it. */
  readonly kind: string | null;
  /** Strongest first, as Splink asks them. */
  readonly levels: readonly ForeignLevel[];
}

/** What could not be taken over, and why, for the person. */
export interface NotTaken {
  readonly about: string;
  readonly reason: string;
}

/** A Splink model as far as Winnow understands it. */
export interface ForeignModel {
  /** log2 prior odds that two random records match; null where the file says none. */
  readonly prior: number | null;
  readonly comparisons: readonly ForeignComparison[];
  readonly notTaken: readonly NotTaken[];
}

/** Levels must be this likely, so that a weight is finite. */
const LEAST_SHARE = 1e-12;

/** Reads a Splink settings file (parsed JSON): untrusted input. Conditions of Splink's own library are recognised. */
export function readSplinkModel(json: unknown): Result<ForeignModel> {
  const settings = checkSettings(json);
  if (!settings.ok) return settings;
  const { probability_two_random_records_match: probability, comparisons } = settings.value;
  const read = comparisons.map(readComparison);
  return ok({
    prior: probability === undefined ? null : oddsOf(probability),
    comparisons: read.flatMap(({ comparison }) => (comparison ? [comparison] : [])),
    notTaken: read.flatMap(({ notTaken }) => notTaken),
  });
}

function readComparison(raw: ForeignSettings['comparisons'][number]): {
  comparison: ForeignComparison | null;
  notTaken: NotTaken[];
} {
  const name = raw.output_column_name ?? raw.comparison_description ?? 'unnamed';
  const description = raw.comparison_description ?? '';
  const kind = description.startsWith(DESCRIPTION) ? description.slice(DESCRIPTION.length) : null;
  const levels: ForeignLevel[] = [];
  const notTaken: NotTaken[] = [];
  for (const level of raw.comparison_levels) {
    if (level.is_null_level === true) continue;
    const label = level.label_for_charts ?? level.sql_condition.slice(0, 80);
    const { m_probability: m, u_probability: u } = level;
    const condition = kind === null ? readCondition(level.sql_condition) : null;
    const about = `${name}: ${label}`;
    if (m === undefined || u === undefined)
      notTaken.push({ about, reason: 'the model was not trained for it (m or u is missing).' });
    else if (kind === null && condition === null)
      notTaken.push({ about, reason: 'its condition is none of Splink’s own library.' });
    else levels.push({ label, condition, m: Math.max(m, LEAST_SHARE), u: Math.max(u, LEAST_SHARE) });
  }
  const columns = [
    ...new Set(levels.flatMap(({ condition }) => (condition ?? []).map(({ column }) => column))),
  ];
  return {
    comparison:
      levels.length === 0 ? null : { name, columns: kind === null ? columns : [name], kind, levels },
    notTaken,
  };
}
