import { readRecipe, writeRecipe } from '@shared/clean/recipe-file';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipes } from './recipes';

describe('a recipe file', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(recipes(), fc.string({ maxLength: 20 }), (steps, table) => {
        const read = readRecipe(writeRecipe({ table, steps }));
        expect(read).toEqual({ ok: true, value: { table, steps } });
      }),
    );
  });

  it('is the same JSON for the same steps, with or without a byte-order mark', () => {
    const text = writeRecipe({ table: 'Customers', steps: [] });
    expect(text).toBe(
      '{\n  "format": "winnow-recipe",\n  "version": 1,\n  "table": "Customers",\n  "steps": []\n}\n',
    );
    expect(readRecipe(`\ufeff${text}`).ok).toBe(true);
  });

  it.each([
    ['{', 'RECIPE_NOT_JSON'],
    ['{"steps":[]}', 'RECIPE_UNKNOWN'],
    ['[]', 'RECIPE_UNKNOWN'],
    ['{"format":"winnow-recipe","version":2,"table":"","steps":[]}', 'RECIPE_VERSION'],
    ['{"format":"winnow-recipe","version":1,"table":"","steps":[{"id":"a"}]}', 'RECIPE_INVALID'],
    ['{"format":"winnow-recipe","version":1,"table":"","steps":[],"more":1}', 'RECIPE_INVALID'],
    ['{"format":"winnow-recipe","version":1,"table":"","steps":[],"__proto__":{}}', 'JSON_RESERVED_KEY'],
  ])('%s is refused: %s', (text, code) => {
    const read = readRecipe(text);
    expect(read.ok ? '' : read.error.code).toBe(code);
  });

  it('survives any text and any change of a character', () => {
    fc.assert(
      fc.property(recipes(), fc.nat(), fc.string({ minLength: 0, maxLength: 3 }), (steps, at, patch) => {
        const text = writeRecipe({ table: 'T', steps });
        const cut = at % text.length;
        const read = readRecipe(text.slice(0, cut) + patch + text.slice(cut + 1));
        expect(typeof read.ok).toBe('boolean');
      }),
    );
  });
});
