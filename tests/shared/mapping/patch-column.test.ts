import { NO_CODE, patchColumn, patchedFrom } from '@shared/mapping/patch-column';
import { mapParts } from '@shared/mapping/source-column';
import { columnOf } from '@shared/table/column';
import type { Column } from '@shared/table/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 3 });
const dictionary = fc.dictionary(cell, cell, { maxKeys: 6 });

/** A column with values that no row has, as tables have them after filtering. */
function column(cells: readonly string[], unused: readonly string[]): Column {
  const made = columnOf('x', cells);
  return { ...made, values: [...made.values, ...unused.filter((value) => !made.values.includes(value))] };
}

describe('a patched column', () => {
  it('is the one made of all values anew, and says which texts were there before', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 20 }),
        fc.uniqueArray(cell, { maxLength: 3 }),
        dictionary,
        dictionary,
        (cells, unused, first, second) => {
          const source = column(cells, unused);
          const before = (value: string) => first[value] ?? value;
          const now = (value: string) => second[value] ?? before(value);
          const known = mapParts('f', [{ column: source, become: before }]);
          const patched = patchColumn(
            'f',
            source,
            known,
            (code) => second[source.values[code]!] ?? null,
            (code) => now(source.values[code]!),
          );
          const anew = mapParts('f', [{ column: source, become: now }]);
          const texts = ({ codes, values }: Column) => [...codes].map((code) => values[code]);
          expect(texts(patched)).toEqual(texts(anew));
          if (unused.length === 0) expect(patched).toEqual(anew);
          const earlier = patchedFrom(patched.values);
          for (const [code, value] of patched.values.entries()) {
            const was = earlier?.codeOf(code) ?? NO_CODE;
            if (was !== NO_CODE) expect(earlier?.values[was]).toBe(value);
          }
        },
      ),
    );
  });
});
