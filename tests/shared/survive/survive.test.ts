import type { RecordSet } from '@shared/mapping/types';
import { surviveRecords } from '@shared/survive/survive';
import type { SurvivorshipRules } from '@shared/survive/types';
import { columnOf, valueAt } from '@shared/table/column';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function recordSet(columns: Record<string, readonly string[]>, tables: readonly number[]): RecordSet {
  return {
    object: 'Account',
    count: tables.length,
    keys: tables.map((table, row) => `t${table}:${row}`),
    tables: ['t0', 't1'],
    table: Uint16Array.from(tables),
    row: Uint32Array.from(tables, (_, row) => row),
    columns: Object.entries(columns).map(([name, cells]) => columnOf(name, cells)),
    references: [{ field: 'Parent', object: 'Account', target: Int32Array.from(tables, (_, row) => row) }],
  };
}

const rules: SurvivorshipRules = {
  sourceRank: ['t1', 't0'],
  recencyField: 'Modified',
  fields: { OptOut: 'anyTrue', Phone: 'mostRecent', Consent: 'allTrue', Employees: 'max' },
  groups: [{ name: 'Address', fields: ['Street', 'City'] }],
};

describe('survivorship', () => {
  const records = recordSet(
    {
      Name: ['Acme', 'ACME Ltd', 'Bolt'],
      Street: ['Main St 1', '', 'High St 2'],
      City: ['', 'Berlin', 'Bonn'],
      Phone: ['+49 1', '+49 2', ''],
      Modified: ['2024-05-01', '2020-01-01', ''],
      OptOut: ['true', 'false', 'false'],
      Consent: ['true', 'false', 'true'],
      Employees: ['900', '1000', ''],
      Parent: ['a', 'b', ''],
    },
    [0, 1, 0],
  );
  const golden = surviveRecords(records, Uint32Array.from([0, 0, 2]), rules, []);
  const value = (field: string, row: number): string =>
    valueAt(golden.records.columns.find((column) => column.name === field)!, row);
  const why = (field: string, row: number): string => {
    const index = golden.records.columns.findIndex((column) => column.name === field);
    return golden.reasons[golden.reason[index]![row]!]!;
  };

  it('takes the most trusted source, the newest where asked, and the safe side of consent', () => {
    expect(value('Name', 0)).toBe('ACME Ltd');
    expect(why('Name', 0)).toBe('From the most trusted source.');
    expect(value('Phone', 0)).toBe('+49 1');
    expect(why('Phone', 0)).toBe('From the most recent record.');
    expect(value('OptOut', 0)).toBe('true');
    expect(value('Consent', 0)).toBe('false');
    expect(value('Employees', 0)).toBe('1000');
    expect(golden.goldenOf).toEqual(Uint32Array.from([0, 0, 1]));
    expect(golden.master).toEqual(Uint32Array.from([1, 2]));
    expect(golden.records.keys).toEqual(['t1:1', 't0:2']);
  });

  it('never makes an address of two records', () => {
    expect([value('Street', 0), value('City', 0)]).toEqual(['', 'Berlin']);
    expect([value('Street', 1), value('City', 1)]).toEqual(['High St 2', 'Bonn']);
  });

  it('lets a person choose, and takes the rest of the group along', () => {
    const chosen = surviveRecords(records, Uint32Array.from([0, 0, 2]), rules, [
      { member: 't1:1', field: 'Street', from: 't0:0' },
      { member: 't0:0', field: 'Name', from: 't0:0' },
      { member: 't0:2', field: 'Name', from: 't0:0' },
    ]);
    const cells = chosen.records.columns.map((column) => valueAt(column, 0));
    expect(cells.slice(0, 3)).toEqual(['Acme', 'Main St 1', '']);
    expect(valueAt(chosen.records.columns[0]!, 1)).toBe('Bolt');
  });

  it('carries the reference of the record the value came from', () => {
    expect(golden.records.references[0]!.target).toEqual(Int32Array.from([1, 2]));
  });

  it('takes every golden value from a member', () => {
    const cell = fc.constantFrom('', 'a', 'b', 'true', 'false', '2024-01-01');
    const row = fc.record({ table: fc.nat(1), group: fc.nat(3), cells: fc.tuple(cell, cell, cell, cell) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const names = ['Name', 'Street', 'City', 'OptOut'];
        const set = recordSet(
          Object.fromEntries(names.map((name, i) => [name, rows.map((item) => item.cells[i]!)])),
          rows.map((item) => item.table),
        );
        const result = surviveRecords(
          { ...set, references: [] },
          Uint32Array.from(rows, (item) => item.group),
          rules,
          [],
        );
        result.records.columns.forEach((column, c) => {
          for (let g = 0; g < result.records.count; g++) {
            const from = result.origin[c]![g]!;
            expect(result.goldenOf[from]).toBe(g);
            expect(valueAt(column, g)).toBe(valueAt(set.columns[c]!, from));
          }
        });
      }),
    );
  });
});
