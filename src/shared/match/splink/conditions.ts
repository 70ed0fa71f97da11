import { type KindId, kindOf } from '../compare/kinds';
import { emailTests, phoneTests, postcodeTests, streetTests } from './conditions/contacts';
import { cityTests, familyTests, givenTests } from './conditions/names';
import { type LevelTest, type Operands, operandsOf, SET_SEPARATOR } from './conditions/operands';
import { dateTests, identifierTests, numberTests, urlTests, wordTests } from './conditions/values';
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
export interface ComparedColumn {
  readonly name: string;
  readonly kind: KindId;
  /** Its cells hold several values, separated by `SET_SEPARATOR`. */
  readonly isSet: boolean;
  /** The column with the other part of the name, to see swapped names. */
  readonly partner: string | null;
}

/** From this level on two name parts are the same apart from a slip, for swapped names (scoring/patterns.ts). */
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
  const tests = TESTS[kind](operandsOf(left, right, isSet, v), v);
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

/** One part stands in the other's place exactly, and so does the other part, a slip allowed. */
function swappedCondition({ name, kind, isSet }: ComparedColumn, partner: string, v: Vocabulary): Sql {
  const nearby = (left: string, right: string): Sql => {
    const x = operandsOf({ column: left, side: 'l' }, { column: right, side: 'r' }, isSet, v);
    const near = TESTS[kind](x, v).filter(({ level }) => level >= NEAR);
    return any(`${left}_l = ${right}_r`, ...near.map(({ condition }) => condition));
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
