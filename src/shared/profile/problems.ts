import { runSteps } from '../base/steps';
import { GOES_ON } from '../base/text/windows-1252';
import { compareText } from '../table/rank';
import type { ColumnFacts } from './column-facts';
import { contentCheck } from './content-checks';
import type { Check, CodedCount, ProblemContext } from './problem-context';
import { PROBLEM_WORDS, type ProblemKind } from './problem-words';
import { repeatedKeys } from './repeated-keys';
import { unusualSpellings } from './spellings';
import { countText, plural, trimBlank } from './text';
import type { ColumnProblem } from './types';
import { HAS } from './value-scan';

/** A problem with its weight for the quality score. */
export interface FoundProblem extends ColumnProblem {
  readonly kind: ProblemKind;
}

/** Values listed per problem, as examples. */
const VALUES_LISTED = 500;

/**
 * Every problem of a column, largest first. One pass over distinct values per check, in steps of some tens of milliseconds: what
 * it yields is how many values it looked at.
 */
export function* problemsOf(facts: ColumnFacts, context: ProblemContext): Generator<number, FoundProblem[]> {
  const found: FoundProblem[] = [];
  const name = facts.column.name;
  if (facts.filled === 0)
    return [note('EMPTY_COLUMN', `"${name}" is empty in all ${countText(facts.rows)} rows.`, facts.rows)];
  if (facts.distinct === 1 && facts.filled === facts.rows && facts.rows > 1)
    found.push(
      note(
        'CONSTANT',
        `All ${countText(facts.rows)} rows have the same value "${facts.top[0]?.value ?? ''}".`,
        facts.rows,
      ),
    );
  for (const check of yield* checksOf(facts, context)) {
    const groups: ProblemGroups = new Map();
    for (let from = 1; from < facts.counts.length; from += STEP) {
      findProblems(facts, check, from, groups);
      yield Math.min(STEP, facts.counts.length - from);
    }
    for (const [code, values] of groups) found.push(problem(code, values));
  }
  const spellings = unusualSpellings(facts, context.semantic);
  if (spellings.length > 0) found.push(problem('SPELLING', spellings));
  const repeated = repeatedKeys(facts, context);
  if (repeated.length > 0) {
    const { rows, values } = problem('KEY_REPEATED', repeated);
    const sentence = `${plural(rows, 'row shares', 'rows share')} ${plural(repeated.length, 'value', 'values')} of "${name}" with other rows, although it looks like a key.`;
    found.push({ code: 'KEY_REPEATED', kind: 'note', sentence, rows, values });
  }
  return found.sort((a, b) => b.rows - a.rows || compareText(a.code, b.code));
}

/**
 * The codes of the values that have a problem: 1 in the place of each. The same checks that counted it, so "show the
 * rows" finds exactly as many.
 */
export function codesWithProblem(facts: ColumnFacts, context: ProblemContext, code: string): Uint8Array {
  const found = new Uint8Array(facts.counts.length);
  if (code === 'EMPTY_COLUMN' || code === 'CONSTANT') return found.fill(1);
  if (code === 'SPELLING') {
    for (const item of unusualSpellings(facts, context.semantic)) found[item.code] = 1;
    return found;
  }
  if (code === 'KEY_REPEATED') {
    for (const item of repeatedKeys(facts, context)) found[item.code] = 1;
    return found;
  }
  for (const check of runSteps(checksOf(facts, context)))
    eachProblem(facts, check, 1, facts.counts.length, (at, problemCode) => {
      if (problemCode === code) found[at] = 1;
    });
  return found;
}

/** A check of the values that are not words for "nothing", or of those that are. */
interface ValueCheck {
  readonly check: Check;
  /** Bits of `HAS` of which a value must have one for the check to say anything; 0 = it looks at every value. */
  readonly needs: number;
  readonly placeholders: boolean;
}

function* checksOf(facts: ColumnFacts, context: ProblemContext): Generator<number, readonly ValueCheck[]> {
  const content = yield* contentCheck(facts, context);
  const checks: ValueCheck[] = [];
  if (facts.placeholderRows > 0) checks.push({ check: placeholderProblem, needs: 0, placeholders: true });
  if (content) checks.push({ check: content, needs: 0, placeholders: false });
  checks.push({ check: textProblem, needs: HAS.foreign | HAS.uneven, placeholders: false });
  return checks;
}

function note(code: string, sentence: string, rows: number): FoundProblem {
  return { code, sentence, rows, values: [], kind: 'note' };
}

/** Values looked at between two steps: less than a tenth of a second. */
const STEP = 1 << 18;

/** Goes through the values from a code up to another. */
function eachProblem(
  facts: ColumnFacts,
  { check, needs, placeholders }: ValueCheck,
  from: number,
  to: number,
  tell: (code: number, problem: string, rows: number) => void,
): void {
  const { counts, has, placeholder } = facts;
  const { values } = facts.column;
  const wanted = placeholders ? 1 : 0;
  for (let code = from; code < to; code++) {
    const count = counts[code]!;
    if (count === 0 || placeholder[code] !== wanted) continue;
    if (needs !== 0 && (has[code]! & needs) === 0) continue;
    const found = check(values[code]!, code);
    if (found !== null) tell(code, found, count);
  }
}

/** What a check found, by the code of the problem. */
type ProblemGroups = Map<string, CodedCount[]>;

/** Runs a check over the values of one step and groups what it found. */
function findProblems(facts: ColumnFacts, check: ValueCheck, from: number, groups: ProblemGroups): void {
  const to = Math.min(facts.counts.length, from + STEP);
  eachProblem(facts, check, from, to, (code, found, count) => {
    const item = { code, value: facts.column.values[code]!, count };
    const group = groups.get(found);
    if (group) group.push(item);
    else groups.set(found, [item]);
  });
}

function problem(code: string, values: readonly CodedCount[]): FoundProblem {
  const wording = PROBLEM_WORDS[code] ?? { kind: 'note', one: code, many: code };
  const rows = values.reduce((sum, item) => sum + item.count, 0);
  const sentence = `${plural(rows, wording.one, wording.many)}.`;
  return { code, kind: wording.kind, rows, sentence, values: listed(values) };
}

function listed(values: readonly CodedCount[]): string[] {
  return [...values]
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value))
    .slice(0, VALUES_LISTED)
    .map((item) => item.value);
}

function placeholderProblem(value: string): string {
  return /^#(?:REF|VALUE|NAME|DIV\/0|NUM|NULL)[!?]$/i.test(value.trim())
    ? 'SPREADSHEET_ERROR'
    : 'PLACEHOLDER';
}

const MOJIBAKE = new RegExp(`Ã${GOES_ON}|â€|Â[\\u00a0-\\u00bf]|\\ufffd`, 'u');
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function textProblem(value: string): string | null {
  if (MOJIBAKE.test(value)) return 'DAMAGED_TEXT';
  if (CONTROL.test(value)) return 'CONTROL_CHARACTERS';
  return trimBlank(value) !== value || value.includes('  ') ? 'STRAY_BLANKS' : null;
}
