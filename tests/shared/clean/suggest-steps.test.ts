import { describe, expect, test } from 'vitest';
import { stepSentence } from '../../../src/shared/clean/step-sentence';
import { VALUES_LOOKED_AT } from '../../../src/shared/clean/suggest-forms';
import { type StepSuggestion, suggestSteps } from '../../../src/shared/clean/suggest-steps';
import type { ColumnGuess } from '../../../src/shared/ingest/types';
import { profileTable } from '../../../src/shared/profile/profile-table';
import { columnOf } from '../../../src/shared/table/column';

/** What is suggested for columns given by their cells. */
async function suggested(
  columns: Readonly<Record<string, readonly string[]>>,
  guesses: Readonly<Record<string, Partial<ColumnGuess>>> = {},
): Promise<readonly StepSuggestion[]> {
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
  const profile = profileTable(table, types, '2026-11-14');
  return suggestSteps({ profile, table, guesses: types });
}

describe('steps the profile speaks for', () => {
  test('nothing is proposed for clean columns', async () => {
    const steps = await suggested({ Segment: ['Retail', 'Industry', 'Retail'] });
    expect(steps).toEqual([]);
  });

  test('stray blanks of all columns become one step', async () => {
    const steps = await suggested({
      Segment: ['Retail ', 'Industry', 'Retail'],
      Remark: ['call  back', ' late', 'early'],
    });
    const [first] = steps;
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

  test('text that was read in the wrong encoding is put right, unless it is lost', async () => {
    const steps = await suggested({
      City: ['MÃ¼nchen', 'KÃ¶ln', 'Bonn'],
      Street: ['Hauptstra�e', 'Weg', 'Platz'],
    });
    expect(steps.find(({ id }) => id === 'DAMAGED_TEXT')).toMatchObject({
      rows: 2,
      opens: 'apply',
      action: { columns: ['City'], transforms: [{ op: 'mojibake' }] },
    });
  });

  test('emptied words are named in the step', () => {
    const empty = (...from: string[]) =>
      stepSentence({
        kind: 'change',
        columns: ['Age'],
        transforms: [
          { op: 'lookup', entries: from.map((value) => ({ from: value, to: '' })), otherwise: 'keep' },
        ],
      });
    expect(empty('n/a')).toBe('Age: Empty “n/a”.');
    expect(empty('n/a', '-', '??', 'xxx')).toBe('Age: Empty “n/a”, “-” and 2 more values.');
  });

  test('words for nothing are emptied, value by value', async () => {
    const steps = await suggested({ Remark: ['n/a', 'n/a', 'call back', 'late'] });
    const found = steps.find(({ id }) => id === 'PLACEHOLDER:Remark');
    expect(found?.action).toEqual({
      kind: 'change',
      columns: ['Remark'],
      transforms: [{ op: 'lookup', entries: [{ from: 'n/a', to: '' }], otherwise: 'keep' }],
    });
    expect(found?.rows).toBe(2);
  });

  test('values that cannot be read become a list a person fills in', async () => {
    const cells = [...Array.from({ length: 20 }, (_, at) => String(25 + at)), 'thirty', 'thirty', 'many'];
    const steps = await suggested({ Age: cells }, { Age: { type: 'number' } });
    expect(steps.find(({ id }) => id === 'NUMBER_UNREADABLE:Age')).toMatchObject({
      sentence: 'Age: 3 cells cannot be read as numbers.',
      opens: 'edit',
      action: {
        transforms: [
          {
            op: 'lookup',
            entries: [
              { from: 'thirty', to: 'thirty' },
              { from: 'many', to: 'many' },
            ],
          },
        ],
      },
    });
  });

  test('spellings of one value are to be looked at, not merged unseen', async () => {
    const steps = await suggested({ City: ['Berlin', 'Berlin', 'BERLIN', 'Bonn', 'Hamburg'] });
    const found = steps.find(({ id }) => id === 'SPELLING:City');
    expect(found).toMatchObject({ opens: 'clusters', rows: 1, action: { kind: 'merge', column: 'City' } });
  });

  test('dates in another form become ISO dates in the order they were read in', async () => {
    const steps = await suggested(
      { Created: ['31.12.2020', '01.02.2021', '2021-03-01'] },
      { Created: { type: 'date', dateOrder: 'DMY' } },
    );
    expect(steps.find(({ id }) => id === 'FORM:Created:date')).toMatchObject({
      rows: 2,
      action: { transforms: [{ op: 'date', order: 'DMY' }] },
    });
  });

  test('full names are taken apart only where no column has their parts', async () => {
    const names = ['Hans Müller', 'Anna Abel', 'Ines Jung', 'Nora Quandt'];
    const alone = await suggested({ Name: names });
    expect(alone.find(({ id }) => id === 'NAMES:Name')).toMatchObject({
      opens: 'edit',
      action: { kind: 'parseName', into: { first: 'First name', last: 'Last name' } },
    });
    const beside = await suggested({ Name: names, 'First Name': ['Hans', 'Anna', 'Ines', 'Nora'] });
    expect(beside.some(({ id }) => id === 'NAMES:Name')).toBe(false);
  });

  test('the largest finding stands first', async () => {
    const steps = await suggested({
      City: ['Berlin', 'Berlin', 'BERLIN', 'Bonn ', 'Hamburg ', 'Kiel '],
    });
    const rows = steps.map((suggestion) => suggestion.rows);
    expect(rows).toEqual([...rows].sort((a, b) => b - a));
    expect(rows[0]).toBe(3);
  });

  test('phone numbers are put into one form for the country the table is of', async () => {
    const steps = await suggested({
      Phone: ['(030) 901820', '030 / 90 18 21', '+49 30 901822', '+4930901823'],
      Postcode: ['10115', '10117', '20095', '80331'],
      City: ['Berlin', 'Berlin', 'Hamburg', 'München'],
      Country: ['Deutschland', 'Deutschland', 'Deutschland', 'Deutschland'],
    });
    expect(steps.find(({ id }) => id === 'FORM:Phone:phone')).toMatchObject({
      sentence: 'Phone: 3 cells are not written as international phone numbers.',
      action: { transforms: [{ op: 'phone', country: 'DE' }] },
      opens: 'apply',
      rows: 3,
    });
  });

  test('amounts with signs of thousands become plain numbers, several currencies do not', async () => {
    const amounts = {
      Revenue: ['1.200,50', '300,00', '12', '1.000.000,00'],
      Fee: ['1,200 €', '$5', '7', '8'],
    };
    const steps = await suggested(amounts, {
      Revenue: { type: 'number', decimalComma: true },
      Fee: { type: 'number' },
    });
    expect(steps.find(({ id }) => id === 'FORM:Revenue:number')).toMatchObject({
      action: { transforms: [{ op: 'number', decimal: ',' }] },
      rows: 3,
    });
    expect(steps.some(({ id }) => id === 'FORM:Fee:number')).toBe(false);
  });

  test('yes and no in more than two spellings become one, two spellings stay', async () => {
    const steps = await suggested({
      Newsletter: ['J', 'N', 'ja', 'nein', 'J', 'N', 'J', 'N'],
      Customer: ['yes', 'no', 'yes', 'no', 'yes', 'no', 'yes', 'no'],
    });
    expect(steps.find(({ id }) => id === 'FORM:Newsletter:boolean')).toMatchObject({
      action: { transforms: [{ op: 'boolean' }] },
      rows: 8,
    });
    expect(steps.some(({ id }) => id.startsWith('FORM:Customer'))).toBe(false);
  });

  test('names in capitals or small letters only become names', async () => {
    const steps = await suggested({ City: ['BERLIN', 'jakarta', 'New York', 'Den Haag', 'Rome'] });
    expect(steps.find(({ id }) => id === 'FORM:City:case')).toMatchObject({
      sentence: 'City: 2 cells are written in capitals or small letters only.',
      where: [{ kind: 'formula', expression: '[City] = upper([City]) or [City] = lower([City])' }],
      rows: 2,
    });
  });

  test('a particle before a name is no reason to change it', async () => {
    const steps = await suggested({ 'Last name': ['van der Meer', 'Tae-yang', 'de Groot', 'MÜLLER', 'Kim'] });
    expect(steps.find(({ id }) => id === 'FORM:Last name:case')).toMatchObject({
      sentence: 'Last name: 1 cell is written in capitals only.',
      where: [{ kind: 'formula', expression: '[Last name] = upper([Last name])' }],
    });
  });

  test('phone numbers of an unknown country wait for a person to name it', async () => {
    const steps = await suggested({ Telefon: ['030 901820', '(089) 21 21 21', '0000000'] });
    expect(steps.find(({ id }) => id === 'FORM:Telefon:phone')).toMatchObject({
      sentence: 'Telefon: 2 cells are phone numbers without the code of a country.',
      opens: 'edit',
    });
  });

  test('dates in many forms in a column of texts are read in the order that reads most of them', async () => {
    const dates = ['09/21/1972', '22 Feb 2004', '1995-02-10', '23rd of spring', '10/29/1999', '1994-10-06'];
    const steps = await suggested({ 'Release date': dates });
    expect(steps.find(({ id }) => id.startsWith('FORM:Release date'))).toMatchObject({
      action: { transforms: [{ op: 'date', order: 'MDY' }] },
      opens: 'apply',
    });
  });

  test('counts are exact, or least counts where a column has too many different values', async () => {
    const letters = (at: number): string =>
      [...String(at)].map((digit) => 'ABCDEFGHIJ'.charAt(Number(digit))).join('');
    const cells = Array.from({ length: VALUES_LOOKED_AT + 5 }, (_, at) => `ANN ${letters(at)}`);
    const [first] = (await suggested({ Name: cells })).filter(({ id }) => id === 'FORM:Name:case');
    expect(first?.sentence).toBe('Name: at least 20,000 cells are written in capitals only.');
  });
});
