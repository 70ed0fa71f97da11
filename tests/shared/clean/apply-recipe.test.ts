import { applyRecipe } from '@shared/clean/apply-recipe';
import type { Recipe, Step, StepAction, StepCondition } from '@shared/clean/types';
import { guessColumns } from '@shared/ingest/column-guess';
import { columnNamed, columnOf, valueAt } from '@shared/table/column';
import type { Table } from '@shared/table/types';
import { describe, expect, it } from 'vitest';

function tableOf(columns: Readonly<Record<string, readonly string[]>>): Table {
  const made = Object.entries(columns).map(([name, cells]) => columnOf(name, cells));
  return { rowCount: made[0]?.codes.length ?? 0, columns: made };
}

function step(action: StepAction, where: readonly StepCondition[] = [], id = 's1'): Step {
  return { id, action, where, enabled: true, note: '' };
}

function clean(table: Table, ...recipe: readonly Step[]) {
  const withIds: Recipe = recipe.map((one, at) => ({ ...one, id: `s${at + 1}` }));
  return applyRecipe(table, guessColumns(table.columns, null).columns, withIds);
}

function cells(table: Table, name: string): readonly string[] {
  const column = columnNamed(table, name);
  if (!column) throw new Error(`no column ${name}`);
  return Array.from({ length: table.rowCount }, (_, row) => valueAt(column, row));
}

const CITIES = tableOf({ City: [' Berlin', 'berlin', 'Bonn', '', 'Berlin '], Id: ['1', '2', '3', '4', '5'] });

describe('change', () => {
  it('replaces values in place and counts distinct values and rows', () => {
    const { table, outcomes } = clean(
      CITIES,
      step({ kind: 'change', columns: ['City'], transforms: [{ op: 'trim' }, { op: 'case', to: 'name' }] }),
    );
    expect(cells(table, 'City')).toEqual(['Berlin', 'Berlin', 'Bonn', '', 'Berlin']);
    expect(columnNamed(table, 'City')?.values).toEqual(['', 'Berlin', 'Bonn']);
    expect(outcomes[0]).toMatchObject({
      state: 'applied',
      values: 3,
      rows: 3,
      sentence: '3 values in 3 rows changed.',
      samples: [
        { from: ' Berlin', to: 'Berlin', rows: 1 },
        { from: 'Berlin ', to: 'Berlin', rows: 1 },
        { from: 'berlin', to: 'Berlin', rows: 1 },
      ],
    });
  });

  it('keeps to the rows of its conditions', () => {
    const { table } = clean(
      CITIES,
      step({ kind: 'change', columns: ['City'], transforms: [{ op: 'case', to: 'upper' }] }, [
        { kind: 'equals', column: 'Id', values: ['1', '2'], not: false },
        { kind: 'contains', column: 'City', text: 'BER', not: false },
      ]),
    );
    expect(cells(table, 'City')).toEqual([' BERLIN', 'BERLIN', 'Bonn', '', 'Berlin ']);
  });

  it('says when nothing matched, and leaves the table itself', () => {
    const { table, outcomes } = clean(
      CITIES,
      step({ kind: 'change', columns: ['Id'], transforms: [{ op: 'trim' }] }),
    );
    expect(table).toBe(CITIES);
    expect(outcomes[0]).toMatchObject({ state: 'unmatched', sentence: 'Nothing here to change.' });
  });

  it('says what is missing and goes on', () => {
    const { outcomes, table } = clean(
      CITIES,
      step({ kind: 'change', columns: ['Town'], transforms: [{ op: 'trim' }] }),
      step({ kind: 'change', columns: ['City', 'Town'], transforms: [{ op: 'trim' }] }),
    );
    expect(outcomes.map(({ state }) => state)).toEqual(['broken', 'applied']);
    expect(outcomes[0]?.sentence).toContain('There is no column “Town” here.');
    expect(outcomes[1]?.sentence).toContain('The column “Town” is not here and was left out.');
    expect(cells(table, 'City')[0]).toBe('Berlin');
  });
});

describe('merge', () => {
  const merge = (key: string | null): Step =>
    step({
      kind: 'merge',
      column: 'City',
      method: { kind: 'fingerprint' },
      clusters: [{ to: 'Berlin', from: [' Berlin'], key }],
    });

  it('changes listed spellings only when it has no key', () => {
    const { table, outcomes } = clean(CITIES, merge(null));
    expect(cells(table, 'City')).toEqual(['Berlin', 'berlin', 'Bonn', '', 'Berlin ']);
    expect(outcomes[0]).toMatchObject({ values: 1, rows: 1, caught: [] });
  });

  it('catches other spellings with the same key and says so', () => {
    const { table, outcomes } = clean(CITIES, merge('berlin'));
    expect(cells(table, 'City')).toEqual(['Berlin', 'Berlin', 'Bonn', '', 'Berlin']);
    expect(outcomes[0]).toMatchObject({
      values: 3,
      caught: [
        { from: 'Berlin ', to: 'Berlin', rows: 1 },
        { from: 'berlin', to: 'Berlin', rows: 1 },
      ],
      sentence: '3 values in 3 rows changed. 2 new variants were caught that the step does not list.',
    });
  });
});

describe('fill down, rename, remove', () => {
  const table = tableOf({ Group: ['A', '', '', 'B', ''], Name: ['x', '', 'y', 'z', ''] });

  it('fills empty cells with the value above', () => {
    const filled = clean(table, step({ kind: 'fillDown', columns: ['Group'] }));
    expect(cells(filled.table, 'Group')).toEqual(['A', 'A', 'A', 'B', 'B']);
    expect(filled.outcomes[0]).toMatchObject({ values: 2, rows: 3, sentence: '2 values in 3 rows filled.' });
    const where: StepCondition = { kind: 'blank', column: 'Name', blank: false };
    const some = clean(table, step({ kind: 'fillDown', columns: ['Group'] }, [where]));
    expect(cells(some.table, 'Group')).toEqual(['A', '', 'A', 'B', '']);
  });

  it('renames and removes, and keeps types of untouched columns', () => {
    const {
      table: after,
      columns,
      outcomes,
    } = clean(
      table,
      step({ kind: 'rename', column: 'Group', to: 'Team' }),
      step({ kind: 'remove', columns: ['Name'] }),
      step({ kind: 'rename', column: 'Team', to: 'Team' }),
      step({ kind: 'remove', columns: ['Team'] }),
    );
    expect(after.columns.map(({ name }) => name)).toEqual(['Team']);
    expect(columns).toEqual([{ name: 'Team', type: 'text', dateOrder: null, decimalComma: false }]);
    expect(outcomes.map(({ state }) => state)).toEqual(['applied', 'applied', 'unmatched', 'broken']);
    expect(outcomes[0]).toMatchObject({ columnsAdded: ['Team'], columnsRemoved: ['Group'] });
  });

  it('refuses a name that is taken', () => {
    const { outcomes } = clean(table, step({ kind: 'rename', column: 'Group', to: 'Name' }));
    expect(outcomes[0]?.sentence).toBe(
      'There is already a column “Name”. Choose another name for the new one.',
    );
  });
});
