import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src/shared/base/random';
import { earlierOfThings } from '../../../../src/shared/match/scoring/chance';
import { findDependences } from '../../../../src/shared/match/scoring/dependence';
import type { ComparisonColumn } from '../../../../src/shared/match/types';

const ROWS = 4_000;
const random = seededRandom('dependences');
const numbers = (of: (row: number) => number): number[] => Array.from({ length: ROWS }, (_, row) => of(row));

function column(codes: readonly number[]): ComparisonColumn {
  const size = Math.max(...codes) + 1;
  return {
    kind: 'code',
    codes: Uint32Array.from(codes),
    values: Array.from({ length: size }, (_, code) => (code === 0 ? '' : String(code))),
    frequency: new Float32Array(size),
    partner: -1,
  };
}

const alone = Uint32Array.from({ length: ROWS }, (_, row) => row);
const find = (columns: readonly ComparisonColumn[], thing = alone, share = 1e-5) =>
  findDependences(columns, thing, earlierOfThings(thing), share).map(({ comparison, on }) => [
    comparison,
    on,
  ]);

const postcode = numbers(() => 1 + random.int(200));
const city = postcode.map((code) => 1 + Math.floor((code - 1) / 10));
const region = city.map((code) => 1 + Math.floor((code - 1) / 4));
const colour = numbers(() => 1 + random.int(12));

describe('fields that repeat each other', () => {
  it('are found where one follows from the other, and only there', () => {
    expect(find([column(postcode), column(city), column(colour)])).toEqual([[0, 1]]);
  });

  it('form a forest: three fields of one place give two dependences, not three', () => {
    expect(find([column(postcode), column(city), column(region)])).toHaveLength(2);
  });

  it('are not what undiscovered duplicates look like', () => {
    // Family names and birthdays agree together only where a person was entered twice.
    const person = numbers((row) => (row % 2 === 0 ? row : row - 1));
    const name = person.map((one) => 1 + ((one * 7919) % 1500));
    const birthday = person.map((one) => 1 + ((one * 104_729) % 1900));
    expect(find([column(name), column(birthday)], alone, 1 / ROWS)).toEqual([]);
  });

  it('give the frequency of the joint value among things', () => {
    const columns = [column(postcode), column(city)];
    const [found] = findDependences(columns, alone, earlierOfThings(alone), 1e-5);
    const rows = postcode.filter((code) => code === postcode[0]).length;
    expect(found!.frequency[found!.codes[0]!]).toBeCloseTo(rows / ROWS, 2);
  });
});
