import { countCodes } from '../../table/column';
import { compareText } from '../../table/rank';
import { type Column, EMPTY, type Table } from '../../table/types';
import { foldText, plural } from '../text';
import type { ColumnProfile, Semantic } from '../types';
import { checkId } from './check-id';
import type { TestFinding } from './types';

/** What gives a value away as typed to try a program. */
type Sign =
  | 'a test name'
  | 'a keyboard run'
  | 'a sample person'
  | 'a test mailbox'
  | 'an address reserved for examples'
  | 'a test company';

const NAMED: ReadonlySet<Semantic> = new Set(['personName', 'givenName', 'familyName', 'company', 'text']);

const TEST_WORD =
  /^(?:test\d*|tests|tester|testing|testuser|testperson|testkunde|testfirma|dummy\d*|demo\d*|sample|foo|bar|foobar|delete ?me|do not use|nicht verwenden|bitte loschen|prueba|essai|proef)$/;
const TEST_START =
  /^(?:test|dummy|demo|delete|prueba)[\s_-]+(?:\d+|user|person|account|kunde|customer|contact|company|firma|lead|record|name|client|gmbh|inc|ltd|ag|llc|record)\b/;
const TEST_COMPANY =
  /^(?:(?:test|dummy|demo|muster)\s?(?:firma|company|gmbh|ag|inc|ltd|llc|account|co)\b|firma test\b|muster ?(?:mann|firma) (?:gmbh|ag)\b)/;
const KEYBOARD =
  /^(?:asdf\w*|qwert\w*|qwertz\w*|azerty\w*|yxcv\w*|zxcv\w*|hjkl|fdsa\w*|jklo?|abc(?:d(?:ef?)?)?|aaa+|bbb+|zzz+)$/;
const SAMPLE_PEOPLE: ReadonlySet<string> = new Set([
  'max mustermann',
  'erika mustermann',
  'mustermann',
  'john doe',
  'jane doe',
  'joe bloggs',
  'jean dupont test',
  'juan perez test',
  'mickey mouse',
  'donald duck',
  'homer simpson',
]);
const TEST_MAILBOX = /^(?:test(?:ing|er|user)?[\d._-]*|dummy\d*|asdf\w*|demo\d*|foo|foo\.bar|qwert\w*)@/i;
/** RFC 2606 and RFC 6761, and domains people use like them. */
const EXAMPLE_DOMAIN =
  /@(?:(?:[\w-]+\.)*example\.(?:com|org|net)|test\.(?:com|de|org|net)|mailinator\.com|(?:[\w-]+\.)+(?:test|example|invalid|localhost))$/i;
/** A column with more reserved addresses than this share was made anonymous, or is a sample: they are no sign then. */
const MOST_EXAMPLES = 0.1;

const LONGEST = 60;
const SAMPLES = 8;

/** What gives this value away, or null. */
export function testSign(value: string, semantic: Semantic): Sign | null {
  if (value.length > LONGEST) return null;
  if (semantic === 'email') {
    const text = value.trim();
    if (TEST_MAILBOX.test(text)) return 'a test mailbox';
    return EXAMPLE_DOMAIN.test(text) ? 'an address reserved for examples' : null;
  }
  if (!NAMED.has(semantic)) return null;
  const folded = foldText(value);
  // A word alone in a text column may be its subject: a category "test", a note "demo".
  if (semantic === 'text') return TEST_START.test(folded) || KEYBOARD.test(folded) ? 'a keyboard run' : null;
  if (TEST_WORD.test(folded) || TEST_START.test(folded)) return 'a test name';
  if (SAMPLE_PEOPLE.has(folded)) return 'a sample person';
  if (semantic === 'company' && TEST_COMPANY.test(folded)) return 'a test company';
  return KEYBOARD.test(folded) && folded.length >= 3 ? 'a keyboard run' : null;
}

interface Given {
  readonly code: number;
  readonly rows: number;
  readonly sign: Sign;
}

/** Codes that give a row away, by column; empty for columns that cannot. */
function signsOf(column: Column, semantic: Semantic): readonly Given[] {
  if (semantic !== 'email' && !NAMED.has(semantic)) return [];
  const counts = countCodes(column);
  const found: Given[] = [];
  let filled = 0;
  let examples = 0;
  for (let code = 1; code < counts.length; code++) {
    const rows = counts[code]!;
    if (rows === 0) continue;
    filled += rows;
    const sign = testSign(column.values[code]!, semantic);
    if (sign === null) continue;
    found.push({ code, rows, sign });
    if (sign === 'an address reserved for examples') examples += rows;
  }
  return examples > filled * MOST_EXAMPLES
    ? found.filter((item) => item.sign !== 'an address reserved for examples')
    : found;
}

/** Rows that somebody typed to try the old system: test words in names, keyboard runs, sample people, reserved addresses. */
export function* testRecordsOf(
  table: Table,
  profiles: readonly ColumnProfile[],
): Generator<void, TestFinding | null> {
  const marked = new Uint8Array(table.rowCount);
  const signs: { column: string; sign: string; rows: number }[] = [];
  const sample: { value: string; count: number }[] = [];
  for (const [index, column] of table.columns.entries()) {
    const found = signsOf(column, profiles[index]?.semantic ?? 'text');
    if (found.length > 0) {
      const bySign = new Map<Sign, number>();
      for (const { code, rows, sign } of found) {
        bySign.set(sign, (bySign.get(sign) ?? 0) + rows);
        sample.push({ value: column.values[code]!, count: rows });
      }
      for (const [sign, rows] of bySign) signs.push({ column: column.name, sign, rows });
      mark(marked, column, found);
    }
    yield;
  }
  let rows = 0;
  for (let row = 0; row < marked.length; row++) rows += marked[row]!;
  if (rows === 0) return null;
  sample.sort((a, b) => b.count - a.count || compareText(a.value, b.value));
  return {
    rows,
    sentence: `${plural(rows, 'row looks', 'rows look')} like a test: typed to try the old system, not to keep.`,
    signs: signs.sort((a, b) => b.rows - a.rows || compareText(a.column, b.column)),
    sample: sample.slice(0, SAMPLES).map((item) => item.value),
    check: checkId('test'),
  };
}

function mark(marked: Uint8Array, column: Column, found: readonly { code: number }[]): void {
  const gives = new Uint8Array(column.values.length);
  for (const { code } of found) gives[code] = 1;
  for (let row = 0; row < marked.length; row++) {
    const code = column.codes[row]!;
    if (code !== EMPTY && gives[code] === 1) marked[row] = 1;
  }
}

/** 1 for each row that looks like a test. */
export function testRows(table: Table, semantics: readonly Semantic[]): Uint8Array {
  const marked = new Uint8Array(table.rowCount);
  for (const [index, column] of table.columns.entries()) {
    const found = signsOf(column, semantics[index] ?? 'text');
    if (found.length > 0) mark(marked, column, found);
  }
  return marked;
}
