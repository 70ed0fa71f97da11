import { describe, expect, test } from 'vitest';
import { suggestSteps } from '../../../src/shared/clean/suggest-steps';
import type { ColumnGuess } from '../../../src/shared/ingest/types';
import { profileTable } from '../../../src/shared/profile/profile-table';
import type { TableProfile } from '../../../src/shared/profile/types';
import { columnOf } from '../../../src/shared/table/column';

/** A profile of columns given by their cells. */
async function profileOf(
  columns: Readonly<Record<string, readonly string[]>>,
  guesses: Readonly<Record<string, Partial<ColumnGuess>>> = {},
): Promise<TableProfile> {
  const table = {
    rowCount: Math.max(...Object.values(columns).map((cells) => cells.length)),
    columns: Object.entries(columns).map(([name, cells]) => columnOf(name, cells)),
  };
  const types = Object.keys(columns).map(
    (name): ColumnGuess => ({
      name,
      type: 'text',
      dateOrder: null,
      decimalComma: false,
      ...guesses[name],
    }),
  );
  return await profileTable(table, types, '2026-11-14');
}

describe('steps the profile speaks for', () => {
  test('nothing is proposed for clean columns', async () => {
    const profile = await profileOf({ Segment: ['Retail', 'Industry', 'Retail'] });
    expect(suggestSteps(profile)).toEqual([]);
  });

  test('stray blanks of all columns become one step', async () => {
    const profile = await profileOf({
      Segment: ['Retail ', 'Industry', 'Retail'],
      Remark: ['call  back', ' late', 'early'],
    });
    const [first] = suggestSteps(profile);
    expect(first).toMatchObject({
      id: 'STRAY_BLANKS',
      rows: 3,
      opens: 'apply',
      action: { kind: 'change', columns: ['Segment', 'Remark'], transforms: [{ op: 'squeeze' }] },
    });
    expect(first?.sentence).toBe(
      '3 cells in Segment and Remark have blanks at their ends or doubled inside.',
    );
  });

  test('words for nothing are emptied, value by value', async () => {
    const profile = await profileOf({ Remark: ['n/a', 'n/a', 'call back', 'late'] });
    const found = suggestSteps(profile).find(({ id }) => id === 'PLACEHOLDER:Remark');
    expect(found?.action).toEqual({
      kind: 'change',
      columns: ['Remark'],
      transforms: [{ op: 'lookup', entries: [{ from: 'n/a', to: '' }], otherwise: 'keep' }],
    });
    expect(found?.rows).toBe(2);
  });

  test('spellings of one value are to be looked at, not merged unseen', async () => {
    const profile = await profileOf({ City: ['Berlin', 'Berlin', 'BERLIN', 'Bonn', 'Hamburg'] });
    const found = suggestSteps(profile).find(({ id }) => id === 'SPELLING:City');
    expect(found).toMatchObject({ opens: 'clusters', rows: 1, action: { kind: 'merge', column: 'City' } });
  });

  test('dates in another form become ISO dates in the order they were read in', async () => {
    const profile = await profileOf(
      { Created: ['31.12.2020', '01.02.2021', '2021-03-01'] },
      { Created: { type: 'date', dateOrder: 'DMY' } },
    );
    expect(suggestSteps(profile).find(({ id }) => id === 'FORM:Created:date')).toMatchObject({
      rows: 2,
      action: { transforms: [{ op: 'date', order: 'DMY' }] },
    });
  });

  test('full names are taken apart only where no column has their parts', async () => {
    const names = ['Hans Müller', 'Anna Abel', 'Ines Jung', 'Nora Quandt'];
    const alone = await profileOf({ Name: names });
    expect(suggestSteps(alone).find(({ id }) => id === 'NAMES:Name')).toMatchObject({
      opens: 'edit',
      action: { kind: 'parseName', into: { first: 'First name', last: 'Last name' } },
    });
    const beside = await profileOf({ Name: names, 'First Name': ['Hans', 'Anna', 'Ines', 'Nora'] });
    expect(suggestSteps(beside).some(({ id }) => id === 'NAMES:Name')).toBe(false);
  });

  test('the largest finding stands first', async () => {
    const profile = await profileOf({
      City: ['Berlin', 'Berlin', 'BERLIN', 'Bonn ', 'Hamburg ', 'Kiel '],
    });
    const rows = suggestSteps(profile).map((suggestion) => suggestion.rows);
    expect(rows).toEqual([...rows].sort((a, b) => b - a));
    expect(rows[0]).toBe(3);
  });
});
