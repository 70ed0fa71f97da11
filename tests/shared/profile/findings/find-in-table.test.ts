import { quietTask, type TaskContext } from '@shared/base/progress';
import type { ColumnType, DateOrder } from '@shared/ingest/types';
import { rowsOfCheck } from '@shared/profile/findings/check-rows';
import { findInTable } from '@shared/profile/findings/find-in-table';
import { testSign } from '@shared/profile/findings/test-records';
import type { TableFindings } from '@shared/profile/findings/types';
import { unitOf } from '@shared/profile/findings/units';
import { profileTable } from '@shared/profile/profile-table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessesOf, tableOf } from '../../legacy-tables';

const TODAY = '2024-06-30';

interface Looked {
  readonly found: TableFindings;
  /** 0-based rows a check stands for. */
  readonly rows: (column: string, check: string) => number[] | null;
}

async function look(
  rows: readonly (readonly string[])[],
  types: Readonly<Record<string, ColumnType>> = {},
  orders: Readonly<Record<string, DateOrder>> = {},
): Promise<Looked> {
  const table = tableOf(rows);
  const guesses = guessesOf(table, types, orders);
  const profile = profileTable(table, guesses, TODAY);
  const found = await findInTable(table, guesses, profile, 'looking', quietTask);
  return {
    found,
    rows: (column, check) => {
      const marked = rowsOfCheck({ table, guesses, profile }, column, check);
      return marked === null ? null : [...marked].flatMap((mark, row) => (mark === 1 ? [row] : []));
    },
  };
}

/** Rows made by a function of their number, under a header. */
function made(header: readonly string[], count: number, row: (at: number) => readonly string[]): string[][] {
  return [[...header], ...Array.from({ length: count }, (_, at) => [...row(at)])];
}

const CITIES = ['Berlin', 'Hamburg', 'Bremen', 'Dresden', 'Essen', 'Mainz', 'Jena', 'Ulm', 'Trier', 'Bonn'];

describe('dependencies between columns', () => {
  it('are told with the rows that break them', async () => {
    const { found, rows } = await look(
      made(['No', 'Postcode', 'City'], 200, (at) => [
        `K${at}`,
        String(10_000 + (at % 10)),
        at === 57 ? 'Köln' : (CITIES[at % 10] ?? ''),
      ]),
    );
    const [first] = found.dependencies.filter((item) => item.from === 'Postcode' && item.to === 'City');
    expect(first).toMatchObject({
      rows: 200,
      violations: 1,
      sentence:
        'Postcode decides City in 99.5 % of rows (10 values on several rows). 1 row has another City than most rows with the same Postcode.',
      sample: [{ value: '10007', usual: 'Ulm', usualRows: 19, others: [{ value: 'Köln', count: 1 }] }],
    });
    expect(rows('City', first?.check ?? '')).toEqual([57]);
  });

  it('are not seen where values only meet by chance, or where a key decides everything', async () => {
    const { found } = await look(
      made(['No', 'Branch', 'Size'], 300, (at) => [
        `K${at}`,
        `b${(at * 7) % 13}`,
        ['small', 'middle', 'large'][(at * 5) % 3] ?? '',
      ]),
    );
    expect(found.dependencies).toEqual([]);
  });
});

describe('columns that tell rows apart', () => {
  it('are found alone, and nearly', async () => {
    const { found, rows } = await look(
      made(['Id', 'Ref'], 100, (at) => [`K${at}`, at === 5 ? 'R4' : `R${at}`]),
    );
    expect(found.keys.map((key) => [key.columns, key.repeated])).toEqual([
      [['Id'], 0],
      [['Ref'], 2],
    ]);
    expect(rows('Ref', found.keys[1]?.check ?? '')).toEqual([4, 5]);
  });

  it('are found in pairs when none does alone', async () => {
    const { found } = await look(
      made(['Branch', 'Number', 'Colour'], 120, (at) => [
        `B${at % 4}`,
        `N${Math.floor(at / 4)}`,
        at % 2 ? 'red' : 'blue',
      ]),
    );
    expect(found.keys.map((key) => key.sentence)).toEqual(['Branch with Number tells all 120 rows apart.']);
  });
});

describe('columns that say the same', () => {
  it('are told with the rows where they differ', async () => {
    const { found, rows } = await look(
      made(['City', 'Town'], 100, (at) => {
        const city = CITIES[at % 10] ?? '';
        return [city, at === 3 ? 'Wien' : city.toUpperCase()];
      }),
    );
    expect(found.twins.map((item) => item.sentence)).toEqual([
      'City and Town hold the same in 99 % of rows; 1 row differs.',
    ]);
    expect(rows('Town', found.twins[0]?.check ?? '')).toEqual([3]);
  });
});

describe('dates that contradict each other', () => {
  it('are found by what the headers say, whatever the order of the columns', async () => {
    const { found, rows } = await look(
      [
        ['End Date', 'Start Date', 'Birth Date'],
        ['2020-01-31', '2020-01-01', '1980-05-05'],
        ['2019-12-31', '2020-01-01', '1980-05-05'],
        ['2020-02-01', '2020-01-01', '2021-05-05'],
        ['', '2020-01-01', '1900-01-01'],
      ],
      { 'End Date': 'date', 'Start Date': 'date', 'Birth Date': 'date' },
      { 'End Date': 'YMD', 'Start Date': 'YMD', 'Birth Date': 'YMD' },
    );
    expect(found.contradictions.map((item) => item.sentence)).toEqual([
      '1 row has End Date before Start Date.',
      '1 row has End Date before Birth Date.',
      '1 row has Start Date before Birth Date.',
    ]);
    expect(rows('End Date', found.contradictions[0]?.check ?? '')).toEqual([1]);
    expect(rows('Start Date', found.contradictions[2]?.check ?? '')).toEqual([2]);
  });
});

describe('amounts', () => {
  it.each([
    ['12,50 €', { kind: 'currency', unit: 'EUR' }],
    ['EUR 1.200', { kind: 'currency', unit: 'EUR' }],
    ['US$ 5', { kind: 'currency', unit: 'USD' }],
    ['12 kg', { kind: 'unit', unit: 'kg' }],
    ['3.5m²', { kind: 'unit', unit: 'm²' }],
    ['40', { kind: 'unit', unit: '' }],
    ['12 Main Street', null],
    ['2020-01-01', null],
    ['abc', null],
  ])('%s', (text, unit) => {
    expect(unitOf(text)).toEqual(unit);
  });

  it('in several currencies in one column are told, each with its rows', async () => {
    const { found, rows } = await look(
      made(['Price'], 30, (at) => [at < 20 ? `${at} EUR` : at < 29 ? `$${at}` : '99']),
    );
    expect(found.mixes.map((item) => item.sentence)).toEqual([
      'Amounts of Price are written with different currencies: EUR on 20 rows, $ on 9 rows, none on 1 row.',
    ]);
    expect(rows('Price', found.mixes[0]?.parts[2]?.check ?? '')).toEqual([29]);
  });
});

describe('test records', () => {
  it.each([
    ['Test', 'familyName', 'a test name'],
    ['test customer', 'company', 'a test name'],
    ['Test GmbH', 'company', 'a test name'],
    ['asdf', 'givenName', 'a keyboard run'],
    ['Max Mustermann', 'personName', 'a sample person'],
    ['test@gmail.com', 'email', 'a test mailbox'],
    ['jo@example.com', 'email', 'an address reserved for examples'],
    ['Testa', 'familyName', null],
    ['Contest Ltd', 'company', null],
    ['test', 'category', null],
    ['info@contest.de', 'email', null],
  ] as const)('%s as %s: %s', (value, semantic, sign) => {
    expect(testSign(value, semantic)).toBe(sign);
  });

  it('are counted once a row', async () => {
    const { found, rows } = await look([
      ['First Name', 'Last Name', 'E-mail'],
      ['Anna', 'Berg', 'anna@berg.de'],
      ['Test', 'Tester', 'test@test.de'],
      ['Paul', 'Klee', 'paul@klee.de'],
      ['Max', 'Mustermann', 'mm@firma.de'],
    ]);
    expect(found.tests).toMatchObject({
      rows: 2,
      sentence: '2 rows look like a test: typed to try the old system, not to keep.',
    });
    expect(rows('First Name', found.tests?.check ?? '')).toEqual([1, 3]);
  });

  it('are not told by reserved addresses where most addresses are: that is a sample', async () => {
    const { found } = await look(made(['E-mail'], 40, (at) => [`p${at}@firm${at}.example`]));
    expect(found.tests).toBeNull();
  });
});

describe('values that stand for nothing', () => {
  it('are words, made-up addresses and empty dates', async () => {
    const { found, rows } = await look(
      [
        ['Note', 'E-mail', 'Since'],
        ['n/a', 'noemail@x.de', '01.01.1900'],
        ['ok', 'a@b.de', '05.06.2020'],
        ['xxx', 'c@d.de', '06.06.2020'],
      ],
      { Since: 'date' },
      { Since: 'DMY' },
    );
    expect(found.placeholders.map((item) => [item.column, item.rows])).toEqual([
      ['Note', 2],
      ['E-mail', 1],
      ['Since', 1],
    ]);
    expect(rows('Since', found.placeholders[2]?.check ?? '')).toEqual([0]);
  });
});

describe('a check', () => {
  it('finds exactly as many rows as its problem, outlier, type, bar or shape said', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'n/a',
        '1',
        '2.5',
        '-7',
        '2024-01-01',
        'a@b',
        'a@b.de',
        '030 12',
        'TEST',
        ' x ',
        '99999999',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 80 }), (cells) => {
        const table = tableOf([['id', 'email', 'amount', 'since'], ...cells]);
        const guesses = guessesOf(table, { amount: 'number', since: 'date' }, { since: 'YMD' });
        const profile = profileTable(table, guesses, TODAY);
        const count = (column: string, ...check: string[]): number =>
          rowsOfCheck({ table, guesses, profile }, column, JSON.stringify(check))?.reduce(
            (sum, mark) => sum + mark,
            0,
          ) ?? -1;
        for (const column of profile.columns) {
          for (const problem of column.problems)
            expect(count(column.name, 'problem', problem.code)).toBe(problem.rows);
          for (const outlier of column.outliers)
            expect(count(column.name, 'outlier', outlier.kind)).toBe(outlier.rows);
          for (const [bin, rows] of column.histogram.entries())
            expect(count(column.name, 'bin', String(bin))).toBe(rows);
          for (const { value, count: rows } of column.patterns)
            expect(count(column.name, 'shape', value)).toBe(rows);
          for (const { from, to, count: rows } of column.lengths)
            expect(count(column.name, 'length', String(from), String(to))).toBe(rows);
          const typed = Object.keys(column.typeMix).map((type) => count(column.name, 'type', type));
          expect(typed.reduce((sum, rows) => sum + rows, 0)).toBe(column.filled);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('nobody knows finds nothing', async () => {
    const { rows } = await look([['a'], ['1'], ['2']]);
    expect(rows('a', 'nonsense')).toBeNull();
    expect(rows('a', '["what"]')).toBeNull();
    expect(rows('gone', '["test"]')).toBeNull();
    expect(rows('a', '["dependency","a","gone"]')).toBeNull();
  });
});

describe('looking', () => {
  it('stops when asked to', async () => {
    const table = tableOf(made(['a', 'b'], 50, (at) => [`x${at}`, `y${at % 3}`]));
    const guesses = guessesOf(table);
    const stop = new AbortController();
    const task: TaskContext = { report: () => stop.abort(), signal: stop.signal };
    const profile = profileTable(table, guesses, TODAY);
    await expect(findInTable(table, guesses, profile, 'x', task)).rejects.toMatchObject({
      error: { code: 'CANCELLED' },
    });
  });
});
