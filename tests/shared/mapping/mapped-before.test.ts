import { mapField } from '@shared/mapping/apply';
import { alikeMapping, rememberMapping, startedMapping } from '@shared/mapping/mapped-before';
import { PLAIN_DIALECT } from '@shared/mapping/transforms';
import type { Transform } from '@shared/mapping/types';
import { columnOf } from '@shared/table/column';
import { builtInTarget, objectNamed } from '@shared/target/catalogue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const trim: Transform = { op: 'trim' };
const upper: Transform = { op: 'case', to: 'upper' };
const squeeze: Transform = { op: 'squeeze' };
const target = { type: 'text', dialect: PLAIN_DIALECT } as const;

describe('startedMapping', () => {
  const source = columnOf('Name', [' ann', 'bob']);
  const trimmed = columnOf('Name', ['ann', 'bob']);
  rememberMapping(source, [trim], target, trimmed);

  it('goes on from the longest beginning applied before', () => {
    expect(startedMapping(source, [trim, upper], target)).toEqual({ column: trimmed, rest: [upper] });
  });

  it.each([
    ['other transforms', source, [upper, trim], target],
    ['a field of another kind', source, [trim], { ...target, type: 'date' }],
    ['other rows of the same values', { ...source, codes: source.codes.slice() }, [trim], target],
  ] as const)('starts anew for %s', (_, column, transforms, to) => {
    expect(startedMapping(column, transforms, to)).toEqual({ column, rest: transforms });
  });
});

describe('alikeMapping', () => {
  const date: Transform = { op: 'date', order: 'DMY' };
  const source = columnOf('Day', ['1.2.2024']);
  const dated = columnOf('Day', ['2024-02-01']);
  rememberMapping(source, [trim, date], target, dated);
  const alike = (transforms: readonly Transform[]) =>
    alikeMapping(source, transforms, target, startedMapping(source, transforms, target));

  it('finds the column whose last transforms are the same, with what came before them then and now', () => {
    expect(alike([squeeze, upper, date])).toEqual({
      column: dated,
      before: [trim],
      now: [squeeze, upper],
      rest: [date],
    });
  });

  it.each([
    ['the beginning is the same', [trim, date, upper]],
    ['nothing at the end is', [date, trim]],
    ['what came before costs as much', [upper, { op: 'email' }, trim]],
  ] as const)('finds none where %s', (_, transforms) => {
    expect(alike(transforms)).toBeNull();
  });
});

describe('mapField', () => {
  const lead = objectNamed(builtInTarget('salesforce')!, 'Lead')!;
  const company = lead.fields.find(({ api }) => api === 'Company')!;
  const mapped = (source: ReturnType<typeof columnOf>, transforms: readonly Transform[]) =>
    mapField(
      company,
      [
        {
          tableId: 't',
          table: { rowCount: source.codes.length, columns: [source] },
          mapping: {
            tableId: 't',
            object: 'Lead',
            keyColumn: null,
            fields: [
              { field: 'Company', from: { kind: 'column', column: 'Name' }, transforms, valueMap: {} },
            ],
          },
        },
      ],
      [],
      PLAIN_DIALECT,
    );
  const list = fc.array(
    fc.constantFrom<Transform>(
      trim,
      upper,
      squeeze,
      { op: 'truncate', length: 2 },
      { op: 'default', value: 'x' },
      { op: 'nameLast' },
    ),
    { maxLength: 4 },
  );

  it('makes the same column after other transforms as on a column never seen', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'A', 'b', ' '), maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 20 }),
        fc.array(list, { maxLength: 4 }),
        list,
        (cells, before, last) => {
          const seen = columnOf('Name', cells);
          const held = before.map((transforms) => mapped(seen, transforms));
          expect(held.length).toBe(before.length);
          expect(mapped(seen, last)).toEqual(mapped(columnOf('Name', cells), last));
        },
      ),
    );
  });
});
