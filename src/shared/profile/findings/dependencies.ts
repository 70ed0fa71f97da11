import { seededRandom } from '../../base/random';
import { compareText } from '../../table/rank';
import { type Column, EMPTY, type Table } from '../../table/types';
import { countText, percentText, plural } from '../text';
import type { ColumnProfile, Semantic } from '../types';
import { checkId } from './check-id';
import { CodeTally, groupRows, type RowGroups } from './row-groups';
import type { DependencyFinding } from './types';

/** Rows looked at to see whether a pair of columns is worth counting. */
const SAMPLE_ROWS = 4_000;
/** Fewest rows that can speak for a dependency, and their least share of the filled ones. */
const FEWEST_ROWS = 20;
const LEAST_SHARE = 0.1;
/** A dependency holds in at least this share of the rows that can speak. */
const HOLDS = 0.95;
/** How much of what chance leaves open it must settle: shuffled values would agree less. */
const BEYOND_CHANCE = 0.8;
const MOST_FINDINGS = 24;
const SAMPLES = 5;
const OTHERS_SHOWN = 4;

/** Meanings that never decide anything worth knowing, or that nothing decides by more than accident. */
const NOT_DECIDING: ReadonlySet<Semantic> = new Set(['boolean', 'number', 'date', 'birthDate']);

/**
 * Dependencies worth knowing between single columns: X → Y where rows with equal X nearly always have equal Y (the g3
 * measure of approximate functional dependencies, Kivinen and Mannila 1995), more than shuffled values would. Rows are
 * grouped by code once per column; pairs are first judged on whole groups of a few thousand rows. What follows from two
 * others (X → Y → Z) is left out. Yields after each column; O(rows) per column and per dependency found.
 */
export function* dependenciesOf(
  table: Table,
  profiles: readonly ColumnProfile[],
): Generator<void, readonly DependencyFinding[]> {
  const found: DependencyFinding[] = [];
  for (const [index, from] of table.columns.entries()) {
    const profile = profiles[index];
    if (profile && mayDecide(profile)) found.push(...decidedBy(table, profiles, from));
    yield;
  }
  return withoutImplied(found)
    .sort(
      (a, b) =>
        weight(b, profiles) - weight(a, profiles) ||
        b.violations - a.violations ||
        compareText(a.from, b.from) ||
        compareText(a.to, b.to),
    )
    .slice(0, MOST_FINDINGS);
}

function mayDecide({ semantic, distinct, filled }: ColumnProfile): boolean {
  return !NOT_DECIDING.has(semantic) && distinct >= 2 && filled - distinct >= FEWEST_ROWS / 2;
}

function* decidedBy(
  table: Table,
  profiles: readonly ColumnProfile[],
  from: Column,
): Generator<DependencyFinding> {
  const groups = groupRows(from);
  const sample = sampleGroups(groups);
  if (sample.rows.length < FEWEST_ROWS) return;
  for (const [index, to] of table.columns.entries()) {
    const decided = profiles[index];
    const decider = profiles.find((item) => item.name === from.name);
    if (to === from || !decided || !decider || !mayBeDecided(decided, decider)) continue;
    if (!standsOut(sample, to)) continue;
    const finding = countDependency(groups, from, to);
    const enough = finding.rows >= Math.max(FEWEST_ROWS, decider.filled * LEAST_SHARE);
    if (enough && finding.violations <= finding.rows * (1 - HOLDS)) yield finding;
  }
}

/** A column with about as many values as its decider, and not nearly one value everywhere. */
function mayBeDecided(to: ColumnProfile, from: ColumnProfile): boolean {
  if (to.distinct < 2 || to.semantic === 'boolean') return false;
  if (to.distinct > from.distinct * 1.2 + 5) return false;
  return (to.top[0]?.count ?? 0) < to.filled * 0.9;
}

/** Whole groups of rows with equal values, at least two rows each, evenly spread over the codes. */
interface Sample {
  readonly rows: readonly number[];
  /** Where each group begins in `rows`. */
  readonly starts: readonly number[];
}

const LARGEST_SAMPLED = 40;

function sampleGroups({ rows, starts }: RowGroups): Sample {
  const groups = starts.length - 1;
  const step = Math.max(1, Math.floor(groups / SAMPLE_ROWS));
  const picked: number[] = [];
  const begins: number[] = [];
  for (let at = 1; at < groups && picked.length < SAMPLE_ROWS; at += step) {
    const size = starts[at + 1]! - starts[at]!;
    if (size < 2) continue;
    begins.push(picked.length);
    const stride = Math.max(1, Math.floor(size / LARGEST_SAMPLED));
    for (let i = starts[at]!; i < starts[at + 1]! && picked.length < SAMPLE_ROWS; i += stride)
      picked.push(rows[i]!);
  }
  return { rows: picked, starts: begins };
}

/** Whether the groups agree far more often than they would with the values dealt out anew. */
function standsOut(sample: Sample, to: Column): boolean {
  const codes = sample.rows.map((row) => to.codes[row]!);
  const tally = new CodeTally(to.values.length);
  const agreed = agreement(codes, sample.starts, tally);
  if (agreed < HOLDS - 0.03) return false;
  const random = seededRandom('dependencies');
  for (let i = codes.length - 1; i > 0; i--) {
    const other = random.int(i + 1);
    const kept = codes[i]!;
    codes[i] = codes[other]!;
    codes[other] = kept;
  }
  const chance = agreement(codes, sample.starts, tally);
  return chance < 1 && (agreed - chance) / (1 - chance) >= BEYOND_CHANCE;
}

/** Share of filled rows that have the usual value of their group. */
function agreement(codes: readonly number[], starts: readonly number[], tally: CodeTally): number {
  let usual = 0;
  let asked = 0;
  for (const [group, start] of starts.entries()) {
    const end = starts[group + 1] ?? codes.length;
    for (let i = start; i < end; i++) {
      if (codes[i] === EMPTY) continue;
      tally.add(codes[i]!);
      asked++;
    }
    usual += tally.count(tally.most());
    tally.clear();
  }
  return asked === 0 ? 0 : usual / asked;
}

/** Tells of every group of rows with equal `from` where at least two have a `to`: its usual value and its counts. */
function eachGroup(
  { rows, starts }: RowGroups,
  to: Column,
  tell: (from: number, usual: number, tally: CodeTally, filled: number) => void,
): void {
  const tally = new CodeTally(to.values.length);
  for (let code = 1; code < starts.length - 1; code++) {
    let filled = 0;
    for (let i = starts[code]!; i < starts[code + 1]!; i++) {
      const value = to.codes[rows[i]!]!;
      if (value === EMPTY) continue;
      tally.add(value);
      filled++;
    }
    if (filled >= 2) tell(code, tally.most(), tally, filled);
    tally.clear();
  }
}

function countDependency(groups: RowGroups, from: Column, to: Column): DependencyFinding {
  let rows = 0;
  let violations = 0;
  let decided = 0;
  const worst: { code: number; odd: number }[] = [];
  eachGroup(groups, to, (code, usual, tally, filled) => {
    const odd = filled - tally.count(usual);
    rows += filled;
    violations += odd;
    decided++;
    if (odd > 0) worst.push({ code, odd });
  });
  worst.sort((a, b) => b.odd - a.odd || a.code - b.code);
  const wanted = new Set(worst.slice(0, SAMPLES).map((item) => item.code));
  const sample: DependencyFinding['sample'][number][] = [];
  eachGroup(groups, to, (code, usual, tally) => {
    if (!wanted.has(code)) return;
    const others = tally.codes
      .filter((other) => other !== usual)
      .map((other) => ({ value: to.values[other]!, count: tally.count(other) }))
      .sort((a, b) => b.count - a.count || compareText(a.value, b.value));
    sample.push({
      value: from.values[code]!,
      usual: to.values[usual]!,
      usualRows: tally.count(usual),
      others: others.slice(0, OTHERS_SHOWN),
    });
  });
  const holds = violations === 0 ? 'always' : `in ${percentText((rows - violations) / rows)} of rows`;
  const but =
    violations === 0
      ? ''
      : ` ${plural(violations, 'row has', 'rows have')} another ${to.name} than most rows with the same ${from.name}.`;
  return {
    from: from.name,
    to: to.name,
    rows,
    violations,
    sentence: `${from.name} decides ${to.name} ${holds} (${countText(decided)} values on several rows).${but}`,
    sample,
    check: checkId('dependency', from.name, to.name),
  };
}

/** 1 for each row that has another `to` value than most rows with its `from` value. */
export function dependencyRows(from: Column, to: Column): Uint8Array {
  const groups = groupRows(from);
  const odd = new Uint8Array(from.codes.length);
  eachGroup(groups, to, (code, usual) => {
    for (let i = groups.starts[code]!; i < groups.starts[code + 1]!; i++) {
      const row = groups.rows[i]!;
      const value = to.codes[row]!;
      if (value !== EMPTY && value !== usual) odd[row] = 1;
    }
  });
  return odd;
}

/** Leaves out X → Z where X → Y and Y → Z are there, and Y does not in turn decide X. */
function withoutImplied(found: readonly DependencyFinding[]): DependencyFinding[] {
  const known = new Set(found.map(({ check }) => check));
  const has = (from: string, to: string): boolean => known.has(checkId('dependency', from, to));
  return found.filter(
    ({ from, to }) =>
      !found.some(
        (other) => other.from === from && other.to !== to && has(other.to, to) && !has(other.to, from),
      ),
  );
}

const PLACES: ReadonlySet<Semantic> = new Set(['postcode', 'city', 'region', 'country', 'street']);

/** Places first, then what is broken somewhere: a dependency that always holds is good to know, no more. */
function weight(finding: DependencyFinding, profiles: readonly ColumnProfile[]): number {
  const semanticOf = (name: string): Semantic =>
    profiles.find((profile) => profile.name === name)?.semantic ?? 'text';
  const places = PLACES.has(semanticOf(finding.from)) && PLACES.has(semanticOf(finding.to));
  return (finding.violations > 0 ? 2 : 0) + (places ? 1 : 0);
}
