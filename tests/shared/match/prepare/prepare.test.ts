import { matchInputOfTables } from '@shared/match/input';
import { prepareInput } from '@shared/match/prepare/prepare';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import { columnOf } from '@shared/table/column';
import { describe, expect, it } from 'vitest';

/** Cells of the prepared comparisons by name, from columns of raw cells. */
function prepared(columns: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  const table = {
    columns: Object.entries(columns).map(([name, cells]) => columnOf(name, cells)),
    rowCount: Object.values(columns)[0]!.length,
  };
  const input = matchInputOfTables([{ name: 'people', table }]);
  return Object.fromEntries(
    prepareInput(input, DEFAULT_MATCH_SETTINGS).map(({ name, column }) => [
      name,
      Array.from(column.codes, (code) => column.values[code]!),
    ]),
  );
}

describe('names', () => {
  it('come from parts, and from the full name where the parts are empty', () => {
    const found = prepared({
      'First name': ['Ann', '', 'Bob', 'Eve'],
      'Last name': ['Lee', '', 'Ray', 'Fox'],
      'Full name': ['', 'Smith, John', 'Robert Ray', ''],
      'E-mail': ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org'],
    });
    expect(found['First name']).toEqual(['ann', 'john', 'bob', 'eve']);
    expect(found['Last name']).toEqual(['lee', 'smith', 'ray', 'fox']);
  });

  it('begin with the first name, though more records may have a middle initial', () => {
    const found = prepared({
      'Middle initial': ['T', 'R', 'K', 'J'],
      'First name': ['Ann', 'Ann', '', 'Eve'],
      'Last name': ['Lee', 'Lee', 'Ray', 'Fox'],
      'E-mail': ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org'],
    });
    expect(found['First name']).toEqual(['ann t', 'ann r', 'k', 'eve j']);
  });

  it('are put right where a cell holds what belongs beside it', () => {
    const found = prepared({
      'First name': ['van Dijk', 'de', '', 'Maria'],
      'Last name': ['M.', 'Wit', '佐々木浩', 'van Dijk'],
      'E-mail': ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org'],
    });
    expect(found['First name']).toEqual(['m', '', 'hiroshi', 'maria']);
    expect(found['Last name']).toEqual(['vandijk', 'dewit', 'sasaki', 'vandijk']);
  });

  it('in Chinese characters are read by what stands in both cells', () => {
    const found = prepared({
      'First name': ['亮', '彩香', 'Ryo', '浩', '伟'],
      'Last name': ['清水', '林', 'Shimizu', '高橋', '王'],
      'E-mail': ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org', 'e@x.org'],
    });
    expect(found['First name']).toEqual(['ryo', 'ayaka', 'ryo', 'hiroshi', 'wei']);
    expect(found['Last name']).toEqual(['shimizu', 'hayashi', 'shimizu', 'takahashi', 'wang']);
  });

  it('in Korean come out alike however they are spelled', () => {
    const found = prepared({
      'First name': ['현우', 'Hyun-woo', 'HYEON-U', 'Hyunwoo', 'Ahn', 'Joon-ho', 'Junho', 'Ann', 'Bruce'],
      'Last name': ['안', 'Ahn', 'An', 'ahn', 'Hyun-woo', 'Gang', 'Kang', 'An', 'Lee'],
      'E-mail': Array.from({ length: 9 }, (_, i) => `${i}@x.org`),
    });
    const names = found['First name']!.map((given, i) => `${given} ${found['Last name']![i]}`);
    expect(new Set(names.slice(0, 5)).size).toBe(1);
    expect(names[5]).toBe(names[6]);
    expect(names.slice(7)).toEqual(['ann an', 'bruce lee']);
  });

  it('are found beside a cell that holds nothing but "junior"', () => {
    const found = prepared({
      'First name': ['Thomas Kowalski', 'Thomas', 'Robert'],
      'Last name': ['jun.', 'Kowalski jun.', 'Jr.'],
      'E-mail': ['a@x.org', 'b@x.org', 'c@x.org'],
    });
    expect(found['First name']).toEqual(['thomas #2', 'thomas #2', 'robert #2']);
    expect(found['Last name']).toEqual(['kowalski', 'kowalski', '']);
  });

  it('keep a maiden name beside the name', () => {
    const found = prepared({
      'First name': ['Ann', 'Eve', 'Bob'],
      'Last name': ['Lee', 'Fox', 'Ray'],
      'Maiden name': ['Stone', '', ''],
      'E-mail': ['a@x.org', 'b@x.org', 'c@x.org'],
    });
    expect(found['Last name']).toEqual(['lee\nstone', 'fox', 'ray']);
  });
});

describe('official numbers', () => {
  it('are one set, each number under its own sort', () => {
    const found = prepared({
      Surname: ['Lee', 'Fox', 'Ray'],
      'First name': ['Ann', 'Eve', 'Bob'],
      Passport: ['A1234567', '', 'B7654321'],
      SSN: ['521-21-2123', '521212123', ''],
      'Passport country': ['US', '', 'CA'],
    });
    expect(found['Official numbers']).toEqual(['0:a1234567\n1:521212123', '1:521212123', '0:b7654321']);
    expect(found).not.toHaveProperty('Passport country');
  });
});

describe('addresses', () => {
  it('in one cell fill the columns for their parts', () => {
    const found = prepared({
      Surname: ['Lee', 'Fox', 'Ray'],
      'First name': ['Ann', 'Eve', 'Bob'],
      Address: ['12 Main St, Springfield, IL 62701', '12 Main Street', '7 Oak Ln, Dayton, OH 45402'],
      Postcode: ['', '62701', ''],
    });
    expect(found['Address']).toEqual(['12|main street', '12|main street', '7|oak lane']);
    expect(found['Postcode']).toEqual(['62701', '62701', '45402']);
  });
});

describe('dates in three columns', () => {
  const rows = Array.from({ length: 120 }, (_, i) => i);
  const parts = {
    'Last name': rows.map((i) => `Name ${i}`),
    by: rows.map((i) => (i === 7 ? '1060' : String(1940 + (i % 60)))),
    bm: rows.map((i) => String(1 + (i % 12))),
    bd: rows.map((i) => (i === 3 ? '' : String(1 + ((i * 7) % 31)))),
  };

  it('are one date, slips and gaps left as they are', () => {
    const found = prepared(parts);
    expect(Object.keys(found)).toContain('by bm bd');
    expect(found['by bm bd']!.slice(0, 4)).toEqual(['19400101', '19410208', '19420315', '19430400']);
    expect(found['by bm bd']![7]).toBe('10600819');
    expect(found.bm).toBeUndefined();
  });

  it('are found with the day first', () => {
    const { by, bm, bd, ...others } = parts;
    const found = prepared({ ...others, day: bd, month: bm, year: by });
    expect(found['day month year']![1]).toBe('19410208');
  });

  it('are none where the numbers are something else', () => {
    const found = prepared({ ...parts, bd: rows.map((i) => String(1 + (i % 5))) });
    expect(found['by bm bd']).toBeUndefined();
    expect(found.bm).toBeDefined();
  });
});
