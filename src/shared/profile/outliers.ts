import { compareText } from '../table/rank';
import { dateOfDay } from './calendar';
import { type ColumnFacts, LONGEST_COUNTED } from './column-facts';
import { lengthQuantile } from './lengths';
import { outlierBounds } from './range';
import { isDateColumn, rowsOutside, type SortedNumbers } from './sorted-numbers';
import { countText, percentText, plural } from './text';
import type { Outlier, ValueCount } from './types';

const EXAMPLES = 12;
/** Fewest filled rows from which one can be unlike the others. */
const FEWEST = 50;
/** Beyond this share, unusual lengths are the shape of the column. */
const MOST_ODD_LENGTHS = 0.02;
/** A shape is rare when no more than this share of the rows has it … */
const RARE_SHAPE = 0.005;
/** … in a column where a few shapes make up nearly all rows. */
const USUAL_SHAPES = 5;
const USUAL_SHARE = 0.95;

type Kind = Outlier['kind'];

/** Tells whether the value of a code is an outlier of a kind. */
type Test = (code: number) => boolean;

/**
 * What is unlike the rest of a column: numbers and dates outside Tukey's outer fences (three interquartile ranges beyond
 * the quartiles), lengths outside the same fences of lengths, and rare shapes where a few shapes make up nearly all rows.
 */
export function outliersOf(facts: ColumnFacts, sorted: SortedNumbers): readonly Outlier[] {
  const found: Outlier[] = [];
  for (const { kind, how, words, test } of testsOf(facts, sorted)) {
    const values = valuesOf(facts, test);
    const rows = values.reduce((sum, item) => sum + item.count, 0);
    if (rows === 0) continue;
    values.sort((a, b) => b.count - a.count || compareText(a.value, b.value));
    const sentence = `${plural(rows, words[0], words[1])}.`;
    found.push({ kind, sentence, how, rows, values: values.slice(0, EXAMPLES).map((item) => item.value) });
  }
  return found;
}

/** 1 for each code that is an outlier of the kind. */
export function outlierCodes(facts: ColumnFacts, sorted: SortedNumbers, kind: string): Uint8Array {
  const codes = new Uint8Array(facts.counts.length);
  const test = testsOf(facts, sorted).find((item) => item.kind === kind)?.test;
  if (test) for (let code = 1; code < codes.length; code++) codes[code] = test(code) ? 1 : 0;
  return codes;
}

interface OutlierTest {
  readonly kind: Kind;
  readonly how: string;
  readonly words: readonly [one: string, many: string];
  readonly test: Test;
}

function testsOf(facts: ColumnFacts, sorted: SortedNumbers): readonly OutlierTest[] {
  return [...numberTests(facts, sorted), ...lengthTests(facts), ...shapeTests(facts)];
}

function numberTests(facts: ColumnFacts, sorted: SortedNumbers): readonly OutlierTest[] {
  const fences = outlierBounds(sorted);
  if (!fences || rowsOutside(sorted, fences.low, fences.high) === 0) return [];
  const isDate = isDateColumn(facts);
  const text = (value: number): string =>
    isDate ? dateOfDay(Math.round(value)) : String(Math.round(value * 100) / 100);
  const quartiles = `Half of the ${isDate ? 'dates' : 'numbers'} lie between ${text(fences.q1)} and ${text(fences.q3)}`;
  const [one, many] = isDate ? ['date lies', 'dates lie'] : ['number lies', 'numbers lie'];
  const { low, high } = fences;
  return [
    {
      kind: 'low',
      how: `${quartiles}; below ${text(low)} (three times that spread under it) counts as far.`,
      words: [
        `${one} far ${isDate ? 'before' : 'below'} the others`,
        `${many} far ${isDate ? 'before' : 'below'} the others`,
      ],
      test: (code) => facts.numeric[code]! < low,
    },
    {
      kind: 'high',
      how: `${quartiles}; above ${text(high)} (three times that spread over it) counts as far.`,
      words: [
        `${one} far ${isDate ? 'after' : 'above'} the others`,
        `${many} far ${isDate ? 'after' : 'above'} the others`,
      ],
      test: (code) => facts.numeric[code]! > high,
    },
  ];
}

function lengthTests(facts: ColumnFacts): readonly OutlierTest[] {
  const numeric = isDateColumn(facts) || facts.type === 'integer' || facts.type === 'number';
  if (numeric || facts.filled < FEWEST || facts.minLength === facts.maxLength) return [];
  const q1 = lengthQuantile(facts, 0.25);
  const q3 = lengthQuantile(facts, 0.75);
  const spread = Math.max(1, q3 - q1);
  const shortest = q1 - 3 * spread;
  const longest = q3 + 3 * spread;
  const how = `Half of the values have ${q1 === q3 ? countText(q1) : `${countText(q1)} to ${countText(q3)}`} characters; `;
  const tests: OutlierTest[] = [];
  if (isException(facts, 0, shortest - 1))
    tests.push({
      kind: 'short',
      how: `${how}fewer than ${countText(shortest)} counts as far too short.`,
      words: ['value is much shorter than the others', 'values are much shorter than the others'],
      test: (code) => facts.counts[code]! > 0 && facts.lengthOf[code]! < shortest,
    });
  if (isException(facts, longest + 1, LONGEST_COUNTED))
    tests.push({
      kind: 'long',
      how: `${how}more than ${countText(longest)} counts as far too long.`,
      words: ['value is much longer than the others', 'values are much longer than the others'],
      test: (code) => facts.lengthOf[code]! > longest,
    });
  return tests;
}

/** Whether some values, but few, have a length in this range. */
function isException(facts: ColumnFacts, from: number, to: number): boolean {
  let rows = 0;
  for (let length = Math.max(0, from); length <= to; length++) rows += facts.lengths[length]!;
  return rows > 0 && rows <= facts.filled * MOST_ODD_LENGTHS;
}

function shapeTests(facts: ColumnFacts): readonly OutlierTest[] {
  const usual = facts.patterns
    .slice(0, USUAL_SHAPES)
    .filter((item) => item.count > facts.filled * RARE_SHAPE);
  const covered = usual.reduce((sum, item) => sum + item.count, 0);
  if (facts.filled < FEWEST || covered < facts.filled * USUAL_SHARE || covered === facts.filled) return [];
  // A shape that is not among the listed ones may still be one of a few; what is listed decides.
  const common = new Set(
    facts.patterns.filter((item) => item.count > facts.filled * RARE_SHAPE).map((item) => item.mask),
  );
  return [
    {
      kind: 'rareShape',
      how: `${plural(usual.length, 'shape makes', 'shapes make')} up ${percentText(covered / facts.filled)} of the values (most have ${usual[0]?.value ?? ''}); a shape on fewer than one row in 200 counts as rare.`,
      words: ['value has a shape that hardly any other has', 'values have a shape that hardly any other has'],
      test: (code) => facts.counts[code]! > 0 && !common.has(facts.maskOf[code]!),
    },
  ];
}

function valuesOf(facts: ColumnFacts, test: Test): ValueCount[] {
  const values: ValueCount[] = [];
  for (let code = 1; code < facts.counts.length; code++)
    if (test(code)) values.push({ value: facts.column.values[code]!, count: facts.counts[code]! });
  return values;
}
