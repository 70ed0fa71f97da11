import { guardFormula, unguardFormula } from '@shared/package/formula-guard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('guard against formulas', () => {
  it.each([
    ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
    ['+49 30 1234', "'+49 30 1234"],
    ['-5', "'-5"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['＝1+1', "'＝1+1"],
    ["'=already", "''=already"],
  ])('puts an apostrophe before %j', (cell, guarded) => {
    expect(guardFormula(cell)).toBe(guarded);
  });

  it.each(['', 'Acme', ' =1', "O'Neill", "'quoted'", '1+1'])('leaves %j alone', (cell) => {
    expect(guardFormula(cell)).toBe(cell);
  });

  it('no guarded cell begins a formula, and the guard can be undone', () => {
    const cell = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', 'a', '1', ' '),
    });
    fc.assert(
      fc.property(fc.oneof(cell, fc.string()), (text) => {
        const guarded = guardFormula(text);
        expect(guarded).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(unguardFormula(guarded)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
