import { patchColumn } from '@shared/mapping/patch-column';
import { columnOf } from '@shared/table/column';
import { builtInTarget, objectNamed } from '@shared/target/catalogue';
import { brokenRules } from '@shared/validate/broken-values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const salesforce = builtInTarget('salesforce')!;
const lead = objectNamed(salesforce, 'Lead')!;

describe('the rules that values break', () => {
  const value = fc.constantFrom('', 'ann@x.example', 'nobody', 'x'.repeat(90), '+49 30 901820', '12');

  it.each(['Email', 'Phone', 'LastName'])('are the same on a patched column of %s as on a new one', (api) => {
    const field = lead.fields.find((item) => item.api === api)!;
    const { file } = salesforce;
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        fc.dictionary(value, value),
        (cells, to) => {
          const known = columnOf(api, cells);
          brokenRules(field, known, file);
          const textOf = (code: number) => to[known.values[code]!] ?? known.values[code]!;
          const patched = patchColumn(api, known, known, textOf, textOf);
          const anew = { ...patched, values: [...patched.values] };
          expect(brokenRules(field, patched, file)).toEqual(brokenRules(field, anew, file));
        },
      ),
    );
  });
});
