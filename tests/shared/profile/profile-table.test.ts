import { profileTable } from '@shared/profile/profile-table';
import type { ColumnProfile, TableProfile } from '@shared/profile/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessesOf, legacyPresent, legacyTable, tableOf } from '../legacy-tables';

const TODAY = '2024-06-30';

function profile(rows: readonly (readonly string[])[], types = {}, orders = {}): TableProfile {
  const table = tableOf(rows);
  return profileTable(table, guessesOf(table, types, orders), TODAY);
}

function column(of: TableProfile, name: string): ColumnProfile {
  const found = of.columns.find((item) => item.name === name);
  if (!found) throw new Error(name);
  return found;
}

function sentences(of: ColumnProfile): string[] {
  return of.problems.map((problem) => problem.sentence);
}

describe('a column', () => {
  it('is counted, typed and ranged', () => {
    const result = column(
      profile([['amount'], ['10'], ['20.5'], ['10'], [''], ['n/a'], ['ten']], { amount: 'number' }),
      'amount',
    );
    expect(result).toMatchObject({
      rows: 6,
      filled: 5,
      distinct: 4,
      min: '10',
      max: '20.5',
      minLength: 2,
      maxLength: 4,
    });
    expect(result.typeMix).toEqual({ integer: 0.4, number: 0.2, text: 0.4 });
    expect(result.histogram).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(result.top[0]).toEqual({ value: '10', count: 2 });
    expect(result.patterns[0]).toEqual({ value: '99', count: 2 });
    expect(sentences(result)).toEqual([
      '1 cell cannot be read as a number.',
      '1 cell holds a word for "nothing" instead of being empty.',
    ]);
  });

  it('of dates has a range of days and says which cannot be read', () => {
    const result = column(
      profile(
        [['closed'], ['05.03.2024'], ['31.12.2023'], ['30.02.2024'], ['01.01.1900'], ['01.01.2090']],
        { closed: 'date' },
        { closed: 'DMY' },
      ),
      'closed',
    );
    expect([result.min, result.max]).toEqual(['1900-01-01', '2090-01-01']);
    expect(result.problems.map((problem) => [problem.code, problem.rows, problem.values])).toEqual([
      ['DATE_FUTURE', 1, ['01.01.2090']],
      ['DATE_PLACEHOLDER', 1, ['01.01.1900']],
      ['DATE_UNREADABLE', 1, ['30.02.2024']],
    ]);
  });

  it('says in plain sentences what is wrong with it', () => {
    const rows = [
      ['email', 'phone', 'country', 'note'],
      ['a@b.de', '030 901820', 'Germany', 'fine'],
      ['a@b', '12', 'Germny', ' blanks '],
      ['a@b.de; c@d.de', 'call me', 'Germany', 'MÃ¼ller'],
      ['noemail@b.de', '1111111', 'Germany', 'fine'],
      ['', '', '', 'FINE'],
    ];
    const result = profile(rows);
    expect(sentences(column(result, 'email'))).toEqual([
      '1 e-mail address is not valid.',
      '1 e-mail address is made up.',
      '1 cell holds several e-mail addresses.',
    ]);
    expect(sentences(column(result, 'phone'))).toEqual([
      '1 phone number cannot be read.',
      '1 phone number is made up.',
      '1 phone number has too few digits.',
    ]);
    expect(sentences(column(result, 'country'))).toEqual(['1 country is not known.']);
    expect(column(result, 'note').problems.map((problem) => problem.code)).toEqual([
      'DAMAGED_TEXT',
      'SPELLING',
      'STRAY_BLANKS',
    ]);
  });

  it('writes thousands with a comma', () => {
    const rows = [['phone'], ...Array.from({ length: 1204 }, (_, i) => [`+1 504 62${i % 7}`])];
    expect(sentences(column(profile(rows), 'phone'))[0]).toBe('1,204 phone numbers have too few digits.');
  });

  it('that is empty or constant is worth nothing', () => {
    const result = profile([
      ['id', 'gone', 'same'],
      ['1', '', 'x1'],
      ['2', '', 'x1'],
    ]);
    expect(column(result, 'gone')).toMatchObject({
      type: 'empty',
      worth: { score: 0, reason: 'No row has a value here.' },
    });
    expect(sentences(column(result, 'gone'))).toEqual(['"gone" is empty in all 2 rows.']);
    expect(column(result, 'same').worth.score).toBe(0);
    expect(sentences(column(result, 'same'))).toEqual(['All 2 rows have the same value "x1".']);
  });

  it('filled only on old rows is worth less than one filled on recent rows', () => {
    const rows = [['modified', 'old', 'new']];
    for (let i = 0; i < 40; i++)
      rows.push([i < 20 ? '2010-01-01' : '2024-01-01', i < 20 ? `o${i}` : '', i < 20 ? '' : `n${i}`]);
    const result = profile(rows, { modified: 'date' }, { modified: 'YMD' });
    expect(column(result, 'old').worth.score).toBe(0);
    expect(column(result, 'new').worth.score).toBe(0.5);
    expect(column(result, 'new').worth.reason).toBe(
      '50 % of rows have a value; 20 different values; 100 % of those are from the last three years (all rows: 50 %).',
    );
  });
});

describe('the key of a table', () => {
  it('is the unique filled id, not a name and not a date', () => {
    const rows = [['Name', 'created', 'Kundennummer', 'email']];
    for (let i = 0; i < 30; i++)
      rows.push([`Firma ${i}`, `2020-01-${String(i + 1).padStart(2, '0')}`, `K${100 + i}`, `a${i}@b.de`]);
    expect(profile(rows, { created: 'date' }, { created: 'YMD' }).keyColumn).toBe('Kundennummer');
  });
  it('is the first of two ids, whichever words they have', () => {
    const rows = [['Contact ID', 'Last Name', 'Account ID']];
    for (let i = 0; i < 30; i++) rows.push([String(100 + i), `Lang${i}`, String(900 - i)]);
    expect(profile(rows).keyColumn).toBe('Contact ID');
  });
  it('is null when nothing identifies a row', () => {
    expect(
      profile([
        ['Name', 'id'],
        ['A', '1'],
        ['B', '1'],
      ]).keyColumn,
    ).toBeNull();
  });
  it('that nearly works is reported with its repeats', () => {
    const rows = [['id', 'x'], ...Array.from({ length: 30 }, (_, i) => [i === 29 ? '7' : String(i), 'y'])];
    expect(sentences(column(profile(rows), 'id'))).toEqual([
      '2 rows share 1 value of "id" with other rows, although it looks like a key.',
    ]);
  });
});

describe('a column of dates in many forms', () => {
  it('says which values are none in any order of day and month', () => {
    const rows = [
      '1995-02-10',
      '22 Feb 2004',
      '10/29/1999',
      '18/11/1976',
      '1984-02-34',
      '1976-13-24',
      '2001-01-01',
      '2002-02-02',
    ];
    const found = column(profile([['Release date'], ...rows.map((row) => [row])]), 'Release date').problems;
    expect(found.map(({ code, rows, values }) => [code, rows, values])).toEqual([
      ['DATE_UNREADABLE', 2, ['1976-13-24', '1984-02-34']],
    ]);
  });
});

describe('the quality of a table', () => {
  it('says nothing of validity where no value can be wrong by itself', () => {
    const { quality } = profile([['Remark'], ['call back'], ['late'], ['early']]);
    expect(quality.parts.map(({ characteristic }) => characteristic)).toEqual([
      'completeness',
      'uniqueness',
      'consistency',
    ]);
  });

  it('is the mean of its parts, each with its formula', () => {
    const result = profile(
      [
        ['id', 'email', 'seen'],
        ['1', 'a@b.de', '2024-01-01'],
        ['2', 'a@b.de', '2024-01-01'],
        ['3', 'broken', '2001-01-01'],
        ['4', '', ''],
      ],
      { seen: 'date' },
      { seen: 'YMD' },
    ).quality;
    expect(result.parts).toEqual([
      {
        characteristic: 'completeness',
        score: 0.8333,
        formula: '10 of 12 cells hold a value that is not a word for "nothing".',
      },
      {
        characteristic: 'validity',
        score: 0.8333,
        formula: '5 of 6 e-mails, phones, dates, numbers and other checked values are valid.',
      },
      {
        characteristic: 'uniqueness',
        score: 0.75,
        formula: '3 of 4 rows are not an exact repeat of an earlier row, the key left aside.',
      },
      {
        characteristic: 'consistency',
        score: 1,
        formula: '10 of 10 values are written like the others of their column (spelling, blanks).',
      },
      {
        characteristic: 'currency',
        score: 0.5,
        formula: '2 of 4 rows have a date within two years before 2024-06-30.',
      },
    ]);
    expect(result.overall).toBe(0.7833);
  });

  it('of any table lies between 0 and 1, and the profile adds up', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('', 'n/a', '1', '2024-01-01', 'a@b.de', '030 123456'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 30 }), (rows) => {
        const result = profile([['id', 'email', 'datum'], ...rows], { datum: 'date' }, { datum: 'DMY' });
        expect(result.rows).toBe(rows.length);
        for (const part of [...result.quality.parts.map((item) => item.score), result.quality.overall]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
        for (const item of result.columns) {
          expect(item.filled).toBeLessThanOrEqual(item.rows);
          expect(item.distinct).toBeLessThanOrEqual(item.filled);
          const mix = Object.values(item.typeMix).reduce((sum, share) => sum + share, 0);
          if (item.filled > 0) expect(mix).toBeCloseTo(1, 2);
          expect(item.worth.score).toBeGreaterThanOrEqual(0);
          expect(item.worth.score).toBeLessThanOrEqual(1);
          for (const problem of item.problems) expect(problem.rows).toBeLessThanOrEqual(item.rows);
        }
      }),
    );
  });
});

describe.skipIf(!legacyPresent)('public tables (skipped where shared/data is absent)', () => {
  it.each([
    ['us_500/us-500.csv', 'email'],
    ['npsp_1k/Account.csv', 'id'],
    ['npsp_1k/Contact.csv', 'id'],
    ['npsp_1k/Opportunity.csv', 'id'],
    ['odoo_import_samples/res.partner.csv', 'ID'],
    ['government_contracts/government_contracts.csv', 'Contract ID'],
    ['messy_hr/messy_HR_data.csv', null],
    ['doaj_articles/doaj-article-sample.csv', null],
  ])('%s has the key %s', (file, key) => {
    const table = legacyTable(file);
    expect(profileTable(table, guessesOf(table), TODAY).keyColumn).toBe(key);
  });

  it('finds the dirt of the messy HR table', () => {
    const table = legacyTable('messy_hr/messy_HR_data.csv');
    const result = profileTable(
      table,
      guessesOf(table, { Salary: 'number', 'Joining Date': 'date' }, { 'Joining Date': 'MDY' }),
      TODAY,
    );
    expect(sentences(column(result, 'Name'))).toContain(
      '1,000 cells have blanks at their ends or doubled inside.',
    );
    expect(sentences(column(result, 'Salary'))).toContain('143 cells cannot be read as numbers.');
    expect(sentences(column(result, 'Phone Number'))).toContain('624 phone numbers are made up.');
    expect(column(result, 'Joining Date').min).toBe('2018-04-05');
  });
});
