import { type Random, seededRandom } from '../../src/shared/base/random';
import type { ColumnGuess } from '../../src/shared/ingest/types';
import { ColumnBuilder } from '../../src/shared/table/column';
import type { Table } from '../../src/shared/table/types';

const SYLLABLES =
  'ba be bi bo da de di do fa fe ga ge ha he ka ke la le li lo ma me mi mo na ne ra re ri ro sa se ta te va we'.split(
    ' ',
  );
const COUNTRIES = ['Germany', 'Germany', 'Germany', 'Austria', 'Switzerland', 'DE', 'Deutschland', 'France'];
const STATUS = ['active', 'active', 'active', 'dormant', 'lost', 'Active', 'prospect', 'n/a'];
const FORMS = ['GmbH', 'AG', 'KG', 'Ltd', 'e.V.', 'GmbH & Co. KG'];

/** Twenty columns as a customer list of fifteen years has them, and what the reader would say of each. */
const COLUMNS: readonly (readonly [name: string, type: ColumnGuess['type']])[] = [
  ['Customer No', 'text'],
  ['Company', 'text'],
  ['First Name', 'text'],
  ['Last Name', 'text'],
  ['E-mail', 'text'],
  ['Phone', 'text'],
  ['Mobile', 'text'],
  ['Street', 'text'],
  ['Postcode', 'text'],
  ['City', 'text'],
  ['Country', 'text'],
  ['Website', 'text'],
  ['Status', 'text'],
  ['Created', 'date'],
  ['Last Contact', 'date'],
  ['Birth Date', 'date'],
  ['Revenue', 'number'],
  ['Employees', 'integer'],
  ['Owner', 'text'],
  ['Notes', 'text'],
];

/** A table of customers from a seed: keys, names, addresses, dates and amounts, each with the dirt of its kind. */
export function customerTable(rows: number, seed: string): { table: Table; guesses: readonly ColumnGuess[] } {
  const builders = COLUMNS.map(([name]) => new ColumnBuilder(name));
  const cells = customerCells(rows, seed);
  for (let row = 0; row < rows; row++) {
    const values = cells(row);
    for (let c = 0; c < builders.length; c++) builders[c]!.push(values[c]!);
  }
  return {
    table: { rowCount: rows, columns: builders.map((builder) => builder.finish()) },
    guesses: COLUMNS.map(([name, type]) => ({
      name,
      type,
      dateOrder: type === 'date' ? 'DMY' : null,
      decimalComma: false,
    })),
  };
}

/** The cells of one row after the other; rows must be asked for in order. */
function customerCells(rows: number, seed: string): (row: number) => readonly string[] {
  const random = seededRandom(seed);
  const word = (parts: number): string =>
    Array.from({ length: parts }, () => random.pick(SYLLABLES)).join('');
  const named = (parts: number): string => {
    const text = word(parts);
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const pool = (size: number, parts: number): string[] => Array.from({ length: size }, () => named(parts));
  const families = pool(Math.max(200, Math.ceil(rows / 12)), 3);
  const givens = pool(Math.max(60, Math.ceil(Math.sqrt(rows)) * 2), 2);
  const streets = pool(Math.max(100, Math.ceil(rows / 40)), 3);
  const cities = pool(Math.max(40, Math.ceil(rows / 250)), 3);
  const owners = Array.from({ length: 40 }, () => `${named(2)} ${named(3)}`);
  const skewed = (list: readonly string[]): string => list[Math.floor(list.length * random.next() ** 2)]!;
  const dirty = (share: number, bad: () => string, good: () => string): string =>
    random.next() < share ? bad() : good();
  const digits = (count: number): string => String(10 ** (count - 1) + random.int(9 * 10 ** (count - 1)));
  return (row) => {
    const given = skewed(givens);
    const family = skewed(families);
    const city = Math.floor(cities.length * random.next() ** 2);
    const company = `${skewed(families)} ${random.pick(FORMS)}`;
    return [
      `K-${String(1_000_000 + row)}`,
      random.next() < 0.4 ? company : '',
      dirty(
        0.02,
        () => ` ${given}`,
        () => given,
      ),
      family,
      dirty(
        0.15,
        () => '',
        () =>
          dirty(
            0.03,
            () => `${given}@`,
            () => `${given}.${family}${random.int(99)}@mail${random.int(300)}.de`.toLowerCase(),
          ),
      ),
      dirty(
        0.3,
        () => '',
        () =>
          dirty(
            0.04,
            () => '0123',
            () => `0${digits(3)} ${digits(7)}`,
          ),
      ),
      dirty(
        0.5,
        () => '',
        () => `+49 17${random.int(10)} ${digits(7)}`,
      ),
      `${skewed(streets)}straße ${1 + random.int(150)}`,
      String(10_000 + city * 13 + random.int(3)),
      dirty(
        0.01,
        () => skewed(cities),
        () => cities[city]!,
      ),
      random.pick(COUNTRIES),
      dirty(
        0.7,
        () => '',
        () => `https://www.${family.toLowerCase()}${random.int(20)}.de`,
      ),
      random.pick(STATUS),
      day(random, 2009, 15),
      dirty(
        0.2,
        () => '',
        () => day(random, 2009, 16),
      ),
      dirty(
        0.6,
        () => '',
        () =>
          dirty(
            0.05,
            () => '01.01.1900',
            () => day(random, 1935, 70),
          ),
      ),
      dirty(
        0.3,
        () => '',
        () => `${random.int(2_000_000)}.${digits(2)}`,
      ),
      dirty(
        0.5,
        () => '',
        () => String(1 + Math.floor(5_000 * random.next() ** 4)),
      ),
      random.pick(owners),
      dirty(
        0.8,
        () => '',
        () => `${word(3)} ${word(2)} ${word(4)} ${word(2)} ${random.int(5_000)}`,
      ),
    ];
  };
}

function day(random: Random, from: number, years: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(1 + random.int(28))}.${two(1 + random.int(12))}.${from + random.int(years)}`;
}
