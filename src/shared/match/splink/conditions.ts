import { type KindId, kindOf } from '../compare/kinds';
import { emailTests, phoneTests, postcodeTests, streetTests } from './conditions/contacts';
import { cityTests, familyTests, givenNear, givenTests } from './conditions/names';
import { type LevelTest, type Operands, operandsOf, SET_SEPARATOR, type Shape } from './conditions/operands';
import {
  dateTests,
  identifierTests,
  numberTests,
  sameSortOf,
  urlTests,
  wordTests,
} from './conditions/values';
import { all, any, type Sql, type Vocabulary } from './dialect';

/** The tests of every kind between "exact" and "different", strongest first. */
const TESTS: Readonly<Record<KindId, (x: Operands, v: Vocabulary) => LevelTest[]>> = {
  given: givenTests,
  family: familyTests,
  city: cityTests,
  email: emailTests,
  phone: phoneTests,
  street: streetTests,
  postcode: postcodeTests,
  date: dateTests,
  identifier: identifierTests,
  number: numberTests,
  url: urlTests,
  company: wordTests,
  text: wordTests,
  code: () => [],
};

/** What a column is called in SQL, and how its values are compared. */
export interface ComparedColumn extends Shape {
  readonly name: string;
  readonly kind: KindId;
  /** The column with the other part of the name, to see swapped names. */
  readonly partner: string | null;
}

/** From this level on two name parts are the same apart from a slip, for swapped names (compare/record-comparison.ts). */
const NEAR = 3;

/** One branch of a comparison: the first that holds decides. */
export interface Branch {
  readonly level: number;
  readonly condition: Sql;
  /** Equal as a whole, a shared member of two sets, or anything less. */
  readonly agreement: 'equal' | 'shared' | 'partial';
}

/** The branches of a comparison between "empty on one side" and "different", in the order they must be asked. */
export function branchesOf(column: ComparedColumn, v: Vocabulary): Branch[] {
  const { name, kind, isSet } = column;
  const exact = kindOf(kind).levels.length;
  const left = { column: name, side: 'l' } as const;
  const right = { column: name, side: 'r' } as const;
  const tests = TESTS[kind](operandsOf(left, right, column, v), v);
  const branches: Branch[] = [{ level: exact, condition: `${name}_l = ${name}_r`, agreement: 'equal' }];
  if (isSet) {
    const list = (side: string): Sql => v.split(`${name}_${side}`, SET_SEPARATOR);
    branches.push({ level: exact, condition: v.overlap(list('l'), list('r')), agreement: 'shared' });
  }
  const partial = tests.map((test): Branch => ({ ...test, agreement: 'partial' }));
  if (column.partner === null) return [...branches, ...partial];
  const swapped: Branch = {
    level: exact - 1,
    condition: swappedCondition(column, column.partner, v),
    agreement: 'partial',
  };
  return [
    ...branches,
    ...partial.filter(({ level }) => level >= NEAR),
    swapped,
    ...partial.filter(({ level }) => level < NEAR),
  ];
}

/** Nothing to compare: empty on one side, or numbers of which no two are of one sort. */
export function nullCondition(column: ComparedColumn, v: Vocabulary): Sql {
  const { name } = column;
  const isEmpty = `${name}_l IS NULL OR ${name}_r IS NULL`;
  if (!column.isTyped) return isEmpty;
  const x = operandsOf({ column: name, side: 'l' }, { column: name, side: 'r' }, column, v);
  return `${isEmpty} OR NOT ${x.some((a, b) => sameSortOf(a, b, v))}`;
}

/** One part stands in the other's place exactly, and so does the other part, a slip allowed. */
function swappedCondition(column: ComparedColumn, partner: string, v: Vocabulary): Sql {
  const { name, kind } = column;
  const nearby = (left: string, right: string): Sql => {
    const x = operandsOf({ column: left, side: 'l' }, { column: right, side: 'r' }, column, v);
    const near =
      kind === 'given'
        ? [givenNear(x, v)]
        : TESTS[kind](x, v).flatMap(({ level, condition }) => (level >= NEAR ? [condition] : []));
    return any(`${left}_l = ${right}_r`, ...near);
  };
  return any(
    all(`${name}_l = ${partner}_r`, nearby(partner, name)),
    all(
      `${partner}_l = ${name}_r`,
      `(${partner}_r IS NULL OR ${partner}_r <> ${name}_l)`,
      nearby(name, partner),
    ),
  );
}
