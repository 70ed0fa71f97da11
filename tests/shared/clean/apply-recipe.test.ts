import { applyRecipe } from '@shared/clean/apply-recipe';
import type { Recipe, SplitBy, Step, StepAction, StepCondition, ValueTransform } from '@shared/clean/types';
import { guessColumns } from '@shared/ingest/column-guess';
import { columnNamed, columnOf, valueAt } from '@shared/table/column';
import type { Table } from '@shared/table/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAMES, recipes } from './recipes';

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

describe('steps that make columns', () => {
  const people = tableOf({
    Name: ['Dr. Anna van der Berg', 'Butt, James', '', 'Dr. Anna van der Berg'],
    Place: ['10115 Berlin', 'Bonn, Germany, Europe', '', '10115 Berlin'],
    Price: ['1,234.50', 'many', '', '2'],
    Count: ['2', '3', '4', '0'],
  });
  const names = (table: Table): readonly string[] => table.columns.map(({ name }) => name);

  it('split at a separator, with the rest in the last column', () => {
    const { table, outcomes } = clean(
      people,
      step({
        kind: 'split',
        column: 'Place',
        by: { kind: 'separator', separator: ',' },
        into: ['City', 'Rest'],
        keep: false,
      }),
    );
    expect(names(table)).toEqual(['Name', 'City', 'Rest', 'Price', 'Count']);
    expect(cells(table, 'City')).toEqual(['10115 Berlin', 'Bonn', '', '10115 Berlin']);
    expect(cells(table, 'Rest')).toEqual(['', 'Germany, Europe', '', '']);
    expect(outcomes[0]).toMatchObject({
      values: 2,
      rows: 3,
      columnsAdded: ['City', 'Rest'],
      columnsRemoved: ['Place'],
      sentence: '2 values in 3 rows read.',
    });
  });

  it('split by pattern and by lengths', () => {
    const by = (rule: SplitBy): readonly string[] => {
      const { table } = clean(
        people,
        step({ kind: 'split', column: 'Place', by: rule, into: ['X', 'Y'], keep: true }),
      );
      return [
        cells(table, 'X')[0] ?? '',
        cells(table, 'Y')[0] ?? '',
        cells(table, 'X')[1] ?? '',
        cells(table, 'Y')[1] ?? '',
      ];
    };
    expect(by({ kind: 'pattern', pattern: '[, ]+', ignoreCase: false })).toEqual([
      '10115',
      'Berlin',
      'Bonn',
      'Germany, Europe',
    ]);
    expect(by({ kind: 'lengths', lengths: [5] })).toEqual(['10115', 'Berlin', 'Bonn,', 'Germany, Europe']);
  });

  it('extract groups', () => {
    const extract = (pattern: string, into: readonly string[]) =>
      clean(people, step({ kind: 'extract', column: 'Place', pattern, ignoreCase: false, into }));
    const { table, outcomes } = extract('([0-9]{5}) (.*)', ['Code', 'City']);
    expect(cells(table, 'Code')).toEqual(['10115', '', '', '10115']);
    expect(outcomes[0]?.sentence).toBe('1 value in 2 rows read. 1 row could not be read.');
    expect(extract('[0-9]', ['A', 'B']).outcomes[0]).toMatchObject({ state: 'broken' });
    expect(extract('(', ['A']).outcomes[0]?.sentence).toContain('without its ")"');
  });

  it('join columns, with or without the empty ones', () => {
    const join = (skipEmpty: boolean): readonly string[] => {
      const action: StepAction = {
        kind: 'join',
        columns: ['Count', 'Price'],
        separator: '/',
        skipEmpty,
        into: 'Both',
        keep: false,
      };
      const { table } = clean(people, step(action));
      expect(names(table)).toEqual(['Name', 'Place', 'Both']);
      return cells(table, 'Both');
    };
    expect(join(true)).toEqual(['2/1,234.50', '3/many', '4', '0/2']);
    expect(join(false)).toEqual(['2/1,234.50', '3/many', '4/', '0/2']);
  });

  it('compute a column, empty and counted where there is no value', () => {
    const { table, outcomes } = clean(
      people,
      step({ kind: 'formula', into: 'Sum', expression: 'Price * Count' }),
    );
    expect(cells(table, 'Sum')).toEqual(['2469', '', '', '0']);
    expect(outcomes[0]).toMatchObject({
      state: 'applied',
      columnsAdded: ['Sum'],
      sentence: '2 values in 2 rows changed. 1 row: not a number.',
    });
  });

  it('compute over a column only in the rows of the conditions', () => {
    const { table } = clean(
      people,
      step({ kind: 'formula', into: 'Price', expression: '"0"' }, [
        { kind: 'formula', expression: 'Count > 2' },
      ]),
    );
    expect(cells(table, 'Price')).toEqual(['1,234.50', '0', '0', '2']);
  });

  it('split names and addresses', () => {
    const { table } = clean(
      people,
      step({
        kind: 'parseName',
        column: 'Name',
        order: 'auto',
        into: { salutation: 'Title', first: 'First', last: 'Last' },
        keep: false,
      }),
      step({
        kind: 'parseAddress',
        column: 'Place',
        country: 'DE',
        into: { postcode: 'Code', city: 'City' },
        keep: true,
      }),
    );
    expect(names(table)).toEqual(['Title', 'First', 'Last', 'Place', 'Code', 'City', 'Price', 'Count']);
    expect(cells(table, 'Last')).toEqual(['van der Berg', 'Butt', '', 'van der Berg']);
    expect(cells(table, 'Code')).toEqual(['10115', '', '', '10115']);
  });

  it('refuse names that are taken', () => {
    const split = (into: readonly string[], keep: boolean) =>
      clean(
        people,
        step({ kind: 'split', column: 'Name', by: { kind: 'separator', separator: ' ' }, into, keep }),
      ).outcomes[0];
    expect(split(['Name', 'Rest'], false)?.state).toBe('applied');
    expect(split(['Name', 'Rest'], true)?.sentence).toBe(
      'There is already a column “Name”. Choose another name for the new one.',
    );
    expect(split(['X', 'X'], true)?.sentence).toBe(
      'Two new columns are called “X”. Give each a name of its own.',
    );
  });
});

describe('types of columns', () => {
  it('are guessed anew where values changed and kept where they did not', () => {
    const table = tableOf({ When: ['05.03.2024', '31.12.2024'], Amount: ['1.234,50', '2,50'] });
    const { columns } = clean(
      table,
      step({ kind: 'change', columns: ['When'], transforms: [{ op: 'date', order: 'DMY' }] }),
      step({ kind: 'rename', column: 'Amount', to: 'Sum' }),
    );
    expect(columns).toEqual([
      { name: 'When', type: 'date', dateOrder: 'YMD', decimalComma: false },
      { name: 'Sum', type: 'number', dateOrder: null, decimalComma: true },
    ]);
  });
});

describe('any recipe', () => {
  const word = fc.oneof(
    fc.constantFrom('', 'a', 'A', 'x y', ' Berlin', 'berlin', '12', '1,5', '10115 Berlin'),
    fc.string({ maxLength: 5 }),
  );
  const tables = fc
    .nat(12)
    .chain((rows) =>
      fc.array(fc.array(word, { minLength: rows, maxLength: rows }), { minLength: 4, maxLength: 4 }),
    )
    .map((columns) => tableOf(Object.fromEntries(columns.map((column, at) => [NAMES[at] ?? '', column]))));
  const guesses = (table: Table) => guessColumns(table.columns, null).columns;

  it('keeps the number of rows, knows the type of every column, names every column once', () => {
    fc.assert(
      fc.property(tables, recipes(), (table, recipe) => {
        const { table: after, columns, outcomes } = applyRecipe(table, guesses(table), recipe);
        expect(after.rowCount).toBe(table.rowCount);
        for (const { codes, values } of after.columns) {
          expect(codes).toHaveLength(table.rowCount);
          expect(values[0]).toBe('');
          expect(new Set(values).size).toBe(values.length);
          expect(codes.every((code) => code < values.length)).toBe(true);
        }
        const names = after.columns.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(columns.map(({ name }) => name)).toEqual(names);
        expect(outcomes.map(({ stepId }) => stepId)).toEqual(recipe.map(({ id }) => id));
        for (const outcome of outcomes) expect(outcome.sentence).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('keeps rows in their order: a column no step names stays as it is', () => {
    fc.assert(
      fc.property(tables, recipes(), (table, recipe) => {
        const number = columnOf(
          'Row',
          Array.from({ length: table.rowCount }, (_, row) => String(row)),
        );
        const numbered = { rowCount: table.rowCount, columns: [...table.columns, number] };
        const { table: after } = applyRecipe(numbered, guesses(numbered), recipe);
        expect(cells(after, 'Row')).toEqual(cells(numbered, 'Row'));
      }),
    );
  });

  it('is the same with its disabled steps left out', () => {
    fc.assert(
      fc.property(tables, recipes(), (table, recipe) => {
        const all = applyRecipe(table, guesses(table), recipe);
        const enabled = applyRecipe(
          table,
          guesses(table),
          recipe.filter((one) => one.enabled),
        );
        expect(enabled.table).toEqual(all.table);
        expect(enabled.columns).toEqual(all.columns);
      }),
    );
  });

  it('finds nothing more to change when its steps that settle values run again', () => {
    const settled: readonly ValueTransform[] = [
      { op: 'trim' },
      { op: 'squeeze' },
      { op: 'unicode', form: 'NFKC', controls: true },
      { op: 'case', to: 'upper' },
      { op: 'case', to: 'lower' },
      { op: 'case', to: 'name' },
      { op: 'boolean' },
      { op: 'email' },
      { op: 'url' },
      { op: 'phone', country: 'US' },
      { op: 'country', to: 'iso2' },
      { op: 'subdivision', country: 'US', to: 'code' },
      { op: 'postcode', country: 'GB' },
      { op: 'postcode', country: 'US' },
      { op: 'date', order: 'YMD' },
      { op: 'truncate', length: 3 },
      { op: 'default', value: 'x' },
    ];
    const text = fc.oneof(
      word,
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('sw1a1aa', '2134', 'Kalifornien', 'JOHN MCDONALD', '2024/3/5 10:20', 'Yes', 'A@B.de'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...settled), fc.array(text, { maxLength: 10 }), (transform, values) => {
        const table = tableOf({ A: values });
        const change = step({ kind: 'change', columns: ['A'], transforms: [transform] });
        const { outcomes } = clean(table, change, change);
        expect(outcomes[1]?.state).toBe('unmatched');
      }),
      { numRuns: 1_000 },
    );
  });
});
