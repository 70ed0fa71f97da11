import { readRecipeFile, writeRecipeFile } from '@shared/clean/recipe-file';
import type { Recipe, Step } from '@shared/clean/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const TRIM: Step = {
  id: 's1',
  action: { kind: 'change', columns: ['Company'], transforms: [{ op: 'trim' }] },
  where: [],
  enabled: true,
  note: 'asked by Ines',
};
const MERGE: Step = {
  id: 's2',
  action: {
    kind: 'merge',
    column: 'City',
    method: { kind: 'fingerprint' },
    clusters: [{ to: 'Köln', from: ['Köln', 'koeln'], key: 'koln' }],
  },
  where: [{ kind: 'blank', column: 'Country', blank: false }],
  enabled: false,
  note: '',
};

const codeOf = (text: string): string => {
  const read = readRecipeFile(text);
  return read.ok ? 'ok' : read.error.code;
};

describe('a recipe file', () => {
  it('is read back as it was written', () => {
    const steps: Recipe = [TRIM, MERGE];
    const text = writeRecipeFile({ table: 'Customers', steps });
    expect(readRecipeFile(text)).toEqual({ ok: true, value: { table: 'Customers', steps } });
    expect(text.startsWith('{\n  "format": "winnow-recipe",\n  "version": 1,\n  "table": "Customers",')).toBe(
      true,
    );
    expect(codeOf(`\uFEFF${text}`)).toBe('ok');
  });

  it('is refused with a code of its own for whatever it is not', () => {
    expect(codeOf('')).toBe('RECIPE_NO_JSON');
    expect(codeOf('{"format": "winnow-recipe", "ver')).toBe('RECIPE_NO_JSON');
    expect(codeOf('[]')).toBe('RECIPE_UNKNOWN');
    expect(codeOf('{"format":"winnow-package","version":1}')).toBe('RECIPE_UNKNOWN');
    expect(codeOf('{"format":"winnow-recipe","version":2}')).toBe('RECIPE_NEWER');
    expect(codeOf('{"format":"winnow-recipe","version":1,"table":"a","steps":[],"x":1}')).toBe(
      'RECIPE_INVALID',
    );
    expect(codeOf('{"format":"winnow-recipe","version":1,"__proto__":{}}')).toBe('JSON_RESERVED_KEY');
    expect(codeOf(`${'['.repeat(30)}${']'.repeat(30)}`)).toBe('JSON_TOO_DEEP');
    const twice = writeRecipeFile({ table: 'a', steps: [TRIM, TRIM] });
    expect(readRecipeFile(twice)).toMatchObject({
      ok: false,
      error: {
        message: 'The recipe cannot be read: steps: two steps have the same id. Nothing was changed.',
      },
    });
  });

  it('never does more than refuse, whatever is changed in it', () => {
    const text = writeRecipeFile({ table: 'Customers', steps: [TRIM, MERGE] });
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 12 }), (at, drop, put) => {
        const read = readRecipeFile(text.slice(0, at) + put + text.slice(at + drop));
        expect(read.ok ? read.value.steps.length : read.error.message.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(readRecipeFile(json).ok).toBe(false);
      }),
    );
  });
});
