import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src/shared/base/random';
import { type KindId, kindOf } from '../../../../src/shared/match/compare/kinds';
import { RecordComparison } from '../../../../src/shared/match/compare/record-comparison';
import { type NamedComparison, preparedColumns } from '../../../../src/shared/match/splink/columns';
import { branchesOf, nullCondition } from '../../../../src/shared/match/splink/conditions';
import { vocabularyOf } from '../../../../src/shared/match/splink/dialect';
import type { ComparisonColumn } from '../../../../src/shared/match/types';

/** Normalised values that meet every branch of their kind, with and without slips. */
const VALUES: Readonly<Record<string, { readonly kind: KindId; readonly values: readonly string[] }>> = {
  given: {
    kind: 'given',
    values:
      `robert|bob|rob|robert j|robert james|robert john|r|r j|roberto|anna|anna maria|annamaria|anne marie|ann
|j|john|jon|johnny|johann|klaus|klaus #1|klaus #2|klaus #3|claus #2|claus|nikolaus #2|bob #2|robert #1|marie-claire
|mhmd|mohammed|mhmd ali|mhmd omar|b|b #2|e|maria|mario|marta|martha|ji woo|ji hun|ji|jiwoo|li|lu|elizabeth|liz #2|beth|elisabeth|katherine|catherine|kathryn`.split(
        '|',
      ),
  },
  givenSets: {
    kind: 'given',
    values: [
      'robert\nwilliam',
      'bob',
      'bill\nzoe',
      'robert',
      'zoe\nana',
      'r\nx',
      'anna',
      'ana',
      'klaus\nsven',
      'claus',
    ],
  },
  family: {
    kind: 'family',
    values:
      `miller|millar|mueller|muller|mueler|smith|smyth|smit|schmidt|schmitt|vonderleyen|leyen|garcia|garcialopez|lopezgarcia
|sdyqy|siddiqui|siddiqi|garciamarquez|obrien|brien|li|lee|le|kowalski|kowalska|kowalsky|baumgartner|baumgaertner|baumgarten|ng|nguyen|nguen|martin|martinez`.split(
        '|',
      ),
  },
  familySets: {
    kind: 'family',
    values: ['miller\nsmith', 'smyth', 'smith', 'millar\ngarcia', 'garcia', 'li\nng'],
  },
  city: {
    kind: 'city',
    values:
      `berlin|berlim|frankfurt|frankfurt am main|frankfurt oder|saint gallen|st gallen|gallen|muenchen|munchen|munich|new york|new york city
|york|bad homburg|homburg|ulm|ulme|los angeles|angeles|los angelos`.split('|'),
  },
  email: {
    kind: 'email',
    values:
      `anna.smith@mail.com|anna.smith@mail.de|anna.smith@example.org|ana.smith@mail.com|annasmith@mail.com|anna.smit@web.de|info@firm.de
|info@firma.de|info@other.com|infos@firm.de|sales@firm.de|bob@x.org|bob@y.org|bobby@x.org|robert.miller@x.org|r.miller@x.org|robertmiller1@z.com`.split(
        '|',
      ),
  },
  emailSets: {
    kind: 'email',
    values: [
      'a.b@x.org\ninfo@firm.de',
      'info@firm.de',
      'info@firma.de\na.b@y.org',
      'a.c@x.org',
      'longname@x.org\nz@z.de',
      'longname@y.org',
    ],
  },
  phone: {
    kind: 'phone',
    values:
      '49301234567|301234567|1234567|49301234568|49401234567|4930123456|12345|12346|441234567|99991234567'.split(
        '|',
      ),
  },
  phoneSets: {
    kind: 'phone',
    values: ['49301234567\n49401111111', '1234567', '49401111112', '49401111111', '555'],
  },
  street: {
    kind: 'street',
    values:
      `12|main street|13|main street||main street|12|maine street|14|maine street|12||12|oak avenue|12|old oak avenue north
|12|old oak avenue||broadway|7|broadway|7|brodway|8a|brodway`
        .split('\n')
        .join('')
        .match(/\d*[a-z]?\|[a-z ]*/g) ?? [],
  },
  postcode: {
    kind: 'postcode',
    values: '10115|10116|10151|1011|20115|sw1a1aa|sw1a1ab|sw1a2aa|ec1a1bb|10'.split('|'),
  },
  date: {
    kind: 'date',
    values:
      '19800304|19800403|19800305|19810304|19800000|19810000|19801203|19791203|19800314|20010304|19800704|19800413'.split(
        '|',
      ),
  },
  identifier: {
    kind: 'identifier',
    values: '123|124|1234|1235|123456|123465|123457|654321|ab12cd34|ab12cd43|ab12ce35|ab12'.split('|'),
  },
  typed: {
    kind: 'identifier',
    values: ['0:12345', '1:12345', '0:12346\n1:999999', '1:999998', '2:1', '0:12354\n2:1'],
  },
  number: {
    kind: 'number',
    values: '100|100.5|101|105|110|111|0|-100|1000000|1000001|0.001|0.00101'.split('|'),
  },
  url: { kind: 'url', values: 'x.org|x.org/a|x.org/b|y.org|y.org/a'.split('|') },
  code: { kind: 'code', values: 'de|at|ch'.split('|') },
};

/** The values and slips of them, from a seed. */
function withSlips(name: string): string[] {
  const { kind, values } = VALUES[name]!;
  const random = seededRandom(name);
  const trimmed = values.map((value) => value.trim()).filter((value) => value !== '');
  if (kind === 'number' || kind === 'street' || kind === 'date' || name === 'typed')
    return [...new Set(trimmed)];
  const slips = trimmed.flatMap((value) => {
    if (value.length < 3 || /[@#\n ]/.test(value)) return [];
    const at = 1 + random.int(value.length - 2);
    return [
      value.slice(0, at) + value.slice(at + 1),
      value.slice(0, at) + value[at + 1]! + value[at]! + value.slice(at + 2),
      `${value.slice(0, at)}${random.pick(['e', 's', 'n', '1'])}${value.slice(at)}`,
    ];
  });
  return [...new Set([...trimmed, ...slips])];
}

function columnOf(name: string): ComparisonColumn {
  const values = withSlips(name);
  return {
    kind: VALUES[name]!.kind,
    codes: Uint32Array.from(values, (_, i) => i + 1),
    values: ['', ...values],
    frequency: new Float32Array(values.length + 1),
    partner: -1,
  };
}

function jobOf(name: string): { columns: Record<string, string[]>; case: string } {
  const column = columnOf(name);
  const named: NamedComparison = {
    name: 'x',
    kind: VALUES[name]!.kind,
    isSet: column.values.some((value) => value.includes('\n')),
    isTyped: name === 'typed',
    hasShort: ['given', 'family'].includes(VALUES[name]!.kind),
    partner: null,
    column,
  };
  const v = vocabularyOf('duckdb');
  const branches = branchesOf(named, v).map(({ level, condition }) => `WHEN ${condition} THEN ${level}`);
  const columns = preparedColumns([named]).map(({ name: own, values }) => [own, values.slice(1)] as const);
  return {
    columns: Object.fromEntries(columns),
    case: `CASE WHEN ${nullCondition(named, v)} THEN 0 ${branches.join(' ')} ELSE 1 END`,
  };
}

type Answer = readonly [left: number, right: number, level: number];

/** The level of every two of the values by SQL, in the order of the pairs. */
async function levelsInSql(job: ReturnType<typeof jobOf>): Promise<Answer[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const names = Object.keys(job.columns);
  const literal = (cell: string): string => (cell === '' ? 'NULL' : `'${cell.replaceAll("'", "''")}'`);
  const rows = job.columns[names[0]!]!.map(
    (_, row) => `(${[row, ...names.map((name) => literal(job.columns[name]![row]!))].join(', ')})`,
  );
  const columns = names.map((name) => `${name} VARCHAR`).join(', ');
  await connection.run(`CREATE TABLE cells (code INTEGER, ${columns})`);
  await connection.run(`INSERT INTO cells VALUES ${rows.join(', ')}`);
  const sides = names.map((name) => `l.${name} AS ${name}_l, r.${name} AS ${name}_r`).join(', ');
  const pairs = `SELECT l.code AS code_l, r.code AS code_r, ${sides} FROM cells l JOIN cells r ON l.code < r.code`;
  const answers = await connection.runAndReadAll(
    `SELECT code_l, code_r, ${job.case} FROM (${pairs}) ORDER BY 1, 2`,
  );
  connection.closeSync();
  instance.closeSync();
  return answers.getRows().map(([left, right, level]) => [Number(left), Number(right), Number(level)]);
}

describe('levels said in SQL', () => {
  it.each(Object.keys(VALUES))('are those of Winnow for every two values of %s', async (name) => {
    const column = columnOf(name);
    const comparison = new RecordComparison(column, [column]);
    const answers = await levelsInSql(jobOf(name));
    expect(answers.length).toBe(((column.values.length - 1) * (column.values.length - 2)) / 2);
    const differing = answers.filter(([left, right, level]) => comparison.level(left, right) !== level);
    const shown = differing.map(([left, right, level]) => ({
      values: [column.values[left + 1], column.values[right + 1]],
      winnow: comparison.level(left, right),
      sql: level,
    }));
    expect(shown).toEqual([]);
  });
});

describe('the branches of every kind', () => {
  const plain = { name: 'x', isSet: false, isTyped: false, hasShort: false, partner: null };
  const levelsOf = (kind: KindId): number[] =>
    branchesOf({ ...plain, kind }, vocabularyOf('duckdb')).map(({ level }) => level);

  it.each(
    [...new Set(Object.values(VALUES).map(({ kind }) => kind))].filter(
      (kind) => !['given', 'family'].includes(kind),
    ),
  )('say each level of %s but “different”, highest first', (kind) => {
    const count = kindOf(kind).levels.length;
    expect(levelsOf(kind)).toEqual(Array.from({ length: count - 1 }, (_, i) => count - i));
  });

  it('say each level of words, too', () => {
    expect(levelsOf('company')).toEqual([8, 7, 6, 5, 4, 3, 2]);
    expect(levelsOf('text')).toEqual([8, 7, 6, 5, 4, 3, 2]);
  });

  it('ask for swapped names after what is alike and before what is only similar', () => {
    const swapped = { ...plain, partner: 'y' };
    const v = vocabularyOf('duckdb');
    expect(branchesOf({ ...swapped, kind: 'given' }, v).map(({ level }) => level)).toEqual([
      7, 5, 4, 3, 6, 2,
    ]);
    expect(branchesOf({ ...swapped, kind: 'family' }, v).map(({ level }) => level)).toEqual([5, 3, 4, 2]);
  });
});
