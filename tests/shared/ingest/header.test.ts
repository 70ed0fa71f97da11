import { detectHeader } from '@shared/ingest/header';
import { describe, expect, it } from 'vitest';

const found = (...lines: string[]): number | null =>
  detectHeader(lines.map((line) => line.split(';'))).headerRow;

describe('detectHeader', () => {
  it('sees words above numbers and dates', () => {
    expect(found('Nr;Ort;Seit', '1;Bonn;2020-01-02', '2;Köln;2021-03-04')).toBe(0);
  });

  it('sees typical header words and forms above text', () => {
    expect(found('first_name;last_name', 'Ann;Smith', 'Bob;Jones')).toBe(0);
    expect(found('Vorname;Nachname', 'Ann;Schmidt', 'Bob;Maier')).toBe(0);
  });

  it('does not take a short word for a value: No, Y', () => {
    expect(found('No;X;Y', '1;0.5;2.5', '2;0.7;3.1')).toBe(0);
  });

  it('leaves titles, notes and blank rows above', () => {
    expect(
      found('Customer list 2024;;', ';;', 'as of May;;', 'id;name;since', '1;Ann;2020', '2;Bob;2021'),
    ).toBe(3);
    expect(found('Created;by analyst', 'wave;value', '4000.0;0.1', '3999.0;0.2', '3998.0;0.3')).toBe(1);
  });

  it('sees that there is none when the first row is like the others', () => {
    expect(found('1;Ann;2020-01-02', '2;Bob;2021-03-04', '3;Cleo;2022-01-01')).toBeNull();
    expect(found('Acme Ltd;Germany', 'Bolt AG;France', 'Cog SA;Germany')).toBeNull();
    expect(found('1;2;3')).toBeNull();
  });

  it('takes the first of two equal headers', () => {
    expect(found('id;name', '1;Ann', '2;Bob', 'id;name', '3;Cleo', '4;Dan')).toBe(0);
  });

  it('takes two years beside a blank corner for a header', () => {
    expect(found(';2019;2020', 'North;1;2', 'South;3;4')).toBe(0);
    expect(found(';19;20', 'North;1;2', 'South;3;4')).toBeNull();
  });

  it('takes a row of years for a header', () => {
    expect(found('Region;2018;2019;2020', 'North;1.5;2.5;3.5', 'South;2.5;3.5;4.5')).toBe(0);
  });

  it('counts rows from the top of the sheet when it starts with blank ones', () => {
    const guess = detectHeader([[], [], [], ['id', 'name'], ['1', 'Ann'], ['2', 'Bob']]);
    expect(guess).toMatchObject({ headerRow: 3, firstRow: 4 });
    expect(guess.evidence.text).toBe(
      'Row 4 has words above a column of other values. 3 rows above it left out.',
    );
  });

  it('has an answer for no rows at all', () => {
    expect(detectHeader([])).toMatchObject({ headerRow: null, firstRow: 0 });
  });
});
