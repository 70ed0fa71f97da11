import { toText } from '@shared/clean/expression/convert';
import { FUNCTIONS } from '@shared/clean/expression/functions';
import { parseExpression } from '@shared/clean/expression/parse';
import { Problem } from '@shared/clean/expression/types';
import { formulaOfValue } from '@shared/clean/expression/value-formula';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The text of an expression, `!` and the reason where it has no value, `?` and the sentence where it cannot be read. */
function run(text: string, cells: Readonly<Record<string, string>> = {}): string {
  const parsed = parseExpression(text);
  if (!parsed.ok) return `? ${parsed.error.message}`;
  try {
    const { columns, evaluate } = parsed.value;
    return toText(evaluate({ value: 'Value', cells: columns.map((name) => cells[name] ?? '') }));
  } catch (cause) {
    if (cause instanceof Problem) return `! ${cause.message}`;
    throw cause;
  }
}

describe('an expression', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['-2 * -3', '6'],
    ['7 % 3', '1'],
    ['0.1 + 0.2', '0.3'],
    ['1.1 * 3', '3.3'],
    ['1 / 3', '0.333333333333333'],
    ['0.000001 / 10', '0.0000001'],
    ['"1,234.50" * 2', '2469'],
    ['1 / 0', '! division by zero'],
    ['"many" + 1', '! not a number'],
    ['blank + 1', ''],
    ['"12345678901234567" + 1', '! a number of more than 15 digits'],
    ['"a" & 1 & "b"', 'a1b'],
    ['1 & 1 + 1', '12'],
    ['"it""s" & \'"\'', 'it"s"'],
    ['"9" < "10"', 'true'],
    ['"b" > "a"', 'true'],
    ['"2024-03-05" >= "2024-01-31"', 'true'],
    ['"01" = "1"', 'false'],
    ['"01" = 1', 'true'],
    ['"yes" = true', 'true'],
    ['blank = ""', 'true'],
    ['blank < 1', 'false'],
    ['not 1 = 2 and true', 'true'],
    ['true or 1 / 0 > 1', 'true'],
    ['false and 1 / 0 > 1', 'false'],
    ['IF(1 > 2; "a"; "b")', 'b'],
    ['if(false, 1)', ''],
    ['value & "!"', 'Value!'],
    ['left("😀😀x", 2)', '😀😀'],
    ['right("Bonn", 9)', 'Bonn'],
    ['round(-2.5)', '-3'],
    ['round(1.005, 2)', '1.01'],
    ['round(1234, -2)', '1200'],
    ['coalesce("", "  ")', ''],
    ['split("a/b/c", "/", -1)', 'c'],
    ['split("a/b/c", "/", 4)', ''],
    ['extract("x=12;y=34", "y=([0-9]+)", 1)', '34'],
    ['date("31.2.2024", "DMY")', '! not a date'],
    ['addDays("9999-12-31", 1)', '! not a date'],
    ['addMonths("2023-03-31", -1)', '2023-02-28'],
    ['pad("x", 1000000, "y")', '! a text too long for a cell'],
  ])('%s = %s', (text, result) => {
    expect(run(text)).toBe(result);
  });

  it('reads columns in brackets or as one word', () => {
    const cells = { 'First name': 'Anna', Last: 'Berg', 'a]b': 'x', Menge: '3', Preis: '19.99' };
    expect(run('[First name] & " " & Last', cells)).toBe('Anna Berg');
    expect(run('[a]]b]', cells)).toBe('x');
    expect(run('Menge * Preis', cells)).toBe('59.97');
  });

  it.each([
    ['', 'The expression is empty. Write a value, a column or a function.', 0, 0],
    ['1 +', 'Something is missing at the end.', 3, 3],
    ['(1 + 2', 'This bracket ( has no closing ).', 0, 1],
    ['upper("x"', 'upper( has no closing ).', 5, 6],
    ['uper("x")', 'There is no function “uper”. Did you mean upper?', 0, 4],
    ['left("x")', 'left takes 2 arguments: left(text, count).', 0, 4],
    ['1 2', 'An operator is missing before 2: + - * / & = < > and or.', 2, 3],
    ['* 2', 'A value is missing before *.', 0, 1],
    ['"abc', 'This text has no closing quote ".', 0, 4],
    ['[abc', 'This column name has no closing bracket ].', 0, 4],
    ['1 < x < 5', 'Two comparisons cannot follow each other. Join them with and: 1 < x and x < 5.', 2, 7],
    [
      'matches(value, "(")',
      'The pattern has an opening bracket "(" without its ")". Close it, or write \\( for the sign itself.',
      15,
      18,
    ],
    ['matches(value, Last)', 'The pattern of matches must be a text in quotes.', 15, 19],
    [
      'a # b',
      '“#” cannot stand here. Put texts in quotes and column names in brackets: [Column name].',
      2,
      5,
    ],
  ])('%j is refused with a sentence and a position', (text, message, from, to) => {
    const parsed = parseExpression(text);
    expect(parsed.ok ? null : parsed.error).toEqual({
      code: 'EXPRESSION_INVALID',
      message,
      details: { from, to },
    });
  });

  it('is bounded in length and depth', () => {
    expect(run(`${'('.repeat(70)}1${')'.repeat(70)}`)).toContain('nested too deeply');
    expect(run(`${'-'.repeat(70)}1`)).toContain('nested too deeply');
    expect(run(`${'not '.repeat(70)}true`)).toContain('nested too deeply');
    expect(run(`1${'+1'.repeat(1999)}`)).toBe('2000');
    expect(run('1'.repeat(4001))).toContain('longer than 4,000 characters');
  });

  it('never does anything but answer, whatever the text', () => {
    const word = fc.constantFrom(
      ...FUNCTIONS.map(({ name }) => `${name}(`),
      ...[
        'value',
        '[A]',
        '"x"',
        "'",
        '"',
        '[',
        ']',
        '(',
        ')',
        ',',
        '1',
        '.5',
        '+',
        '-',
        '*',
        '/',
        '%',
        '&',
        '<',
        '<=',
        '=',
      ],
      ...['and', 'or', 'not', 'blank', 'true', ' ', '2024-01-01', '"2024-01-01"', 'ß', '😀'],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(word, { maxLength: 25 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.string({ unit: 'binary', maxLength: 20 }), (expression, cell) => {
        expect(typeof run(expression, { A: cell })).toBe('string');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('FUNCTIONS', () => {
  it.each(FUNCTIONS.map((entry) => [entry.example, entry.result]))('%s = %s', (example, result) => {
    expect(run(example)).toBe(result);
  });

  it('have names of their own and are described in a sentence', () => {
    expect(new Set(FUNCTIONS.map(({ name }) => name.toLowerCase())).size).toBe(FUNCTIONS.length);
    for (const { name, signature, sentence } of FUNCTIONS) {
      expect(signature.startsWith(`${name}(`)).toBe(true);
      expect(sentence).toMatch(/\.$/);
    }
  });
});

describe('formulaOfValue', () => {
  it('changes one value and leaves what it cannot read', () => {
    const double = formulaOfValue('value * 2');
    expect(double.ok && ['2', 'n/a', ''].map(double.value)).toEqual(['4', 'n/a', '']);
  });

  it('reads no columns', () => {
    const result = formulaOfValue('Bonn');
    expect(result.ok ? '' : result.error.message).toContain('write value instead of “Bonn”');
  });
});
