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

/** Every problem of a column, largest first. One pass over distinct values per check. */
export function problemsOf(facts: ColumnFacts, context: ProblemContext): FoundProblem[] {
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
  for (const check of checksOf(facts, context)) found.push(...run(facts, check));
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
  for (const check of checksOf(facts, context))
    eachProblem(facts, check, (at, problemCode) => {
      if (problemCode === code) found[at] = 1;
    });
  return found;
}

function checksOf(facts: ColumnFacts, context: ProblemContext): readonly Check[] {
  const content = contentCheck(facts, context);
  return [
    (value, code) => (facts.placeholder[code] === 1 ? placeholderProblem(value) : content(value, code)),
    (value, code) => (facts.placeholder[code] === 1 ? null : textProblem(value, facts.has[code]!)),
  ];
}

function note(code: string, sentence: string, rows: number): FoundProblem {
  return { code, sentence, rows, values: [], kind: 'note' };
}

function eachProblem(
  facts: ColumnFacts,
  check: Check,
  tell: (code: number, problem: string, rows: number) => void,
): void {
  for (let code = 1; code < facts.counts.length; code++) {
    const count = facts.counts[code]!;
    if (count === 0) continue;
    const found = check(facts.column.values[code]!, code);
    if (found !== null) tell(code, found, count);
  }
}

/** Runs one check over all distinct values and groups what it found by code. */
function run(facts: ColumnFacts, check: Check): FoundProblem[] {
  const groups = new Map<string, CodedCount[]>();
  eachProblem(facts, check, (code, found, count) => {
    const item = { code, value: facts.column.values[code]!, count };
    const group = groups.get(found);
    if (group) group.push(item);
    else groups.set(found, [item]);
  });
  return [...groups].map(([code, values]) => problem(code, values));
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

const MOJIBAKE = /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Â[\u00a0-\u00bf]|\ufffd/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function textProblem(value: string, has: number): string | null {
  if ((has & (HAS.foreign | HAS.uneven)) === 0) return null;
  if (MOJIBAKE.test(value)) return 'DAMAGED_TEXT';
  if (CONTROL.test(value)) return 'CONTROL_CHARACTERS';
  return trimBlank(value) !== value || value.includes('  ') ? 'STRAY_BLANKS' : null;
}
