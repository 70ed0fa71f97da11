import { TYPE_MARK, WORD_BOUNDS } from '../../compare/kinds';
import { all, any, type Sql, type Vocabulary } from '../dialect';
import { editsWithin, longest, same } from './likeness';
import type { LevelTest, Operands } from './operands';

/** Dates as yyyyMMdd: 4 near · 3 two of day, month and year · 2 same year. A lone year is yyyy0000. */
export function dateTests(x: Operands, v: Vocabulary): LevelTest[] {
  const year = (text: Sql): Sql => `substr(${text}, 1, 4)`;
  const month = (text: Sql): Sql => `substr(${text}, 5, 2)`;
  const day = (text: Sql): Sql => `substr(${text}, 7, 2)`;
  const isPartial = (a: Sql, b: Sql): Sql => any(v.endsWith(a, "'0000'"), v.endsWith(b, "'0000'"));
  const swapped = (a: Sql, b: Sql): Sql =>
    all(same(a, b, year), `${month(a)} = ${day(b)}`, `${day(a)} = ${month(b)}`);
  const two = (a: Sql, b: Sql): Sql =>
    any(
      all(same(a, b, year), same(a, b, month)),
      all(same(a, b, year), same(a, b, day)),
      all(same(a, b, month), same(a, b, day)),
    );
  return [
    {
      level: 4,
      condition: x.some((a, b) => all(`NOT ${isPartial(a, b)}`, any(swapped(a, b), editsWithin(a, b, 1, v)))),
    },
    {
      level: 3,
      condition: x.some((a, b) =>
        any(all(isPartial(a, b), same(a, b, year)), all(`NOT ${isPartial(a, b)}`, two(a, b))),
      ),
    },
    { level: 2, condition: x.some((a, b) => same(a, b, year)) },
  ];
}

/**
 * Identifiers: 3 near · 2 two slips. Numbers of several sorts stand behind their sort (`1:4711`) and are compared with
 * those of the same sort.
 */
export function identifierTests(x: Operands, v: Vocabulary): LevelTest[] {
  const sameSort = (a: Sql, b: Sql): Sql[] => (x.isTyped ? [sameSortOf(a, b, v)] : []);
  return [
    {
      level: 3,
      condition: x.some((a, b) => all(...sameSort(a, b), editsWithin(a, b, 1, v), `${longest(a, b)} >= 4`)),
    },
    {
      level: 2,
      condition: x.some((a, b) =>
        all(...sameSort(a, b), editsWithin(a, b, 2, v), `${v.edits(a, b)} = 2`, `${longest(a, b)} >= 6`),
      ),
    },
  ];
}

/** Two numbers of one sort. */
export function sameSortOf(a: Sql, b: Sql, v: Vocabulary): Sql {
  return same(a, b, (text) => v.part(text, TYPE_MARK, 1));
}

/** Numbers: 3 within 1 % · 2 within 10 %. */
export function numberTests(x: Operands, v: Vocabulary): LevelTest[] {
  const within = (share: number): Sql =>
    x.some((a, b) => {
      const [m, n] = [v.number(a), v.number(b)];
      return `abs(${m} - ${n}) / greatest(abs(${m}), abs(${n}), 1e-9) <= ${share}`;
    });
  return [
    { level: 3, condition: within(0.01) },
    { level: 2, condition: within(0.1) },
  ];
}

/** Web addresses: 2 same host. */
export function urlTests(x: Operands, v: Vocabulary): LevelTest[] {
  return [
    {
      level: 2,
      condition: x.some((a, b) => same(a, b, (text) => v.part(text, '/', 1))),
    },
  ];
}

/**
 * Names of companies and free text, by the cosine of their weighted words. Words that differ by a slip count in Winnow
 * and not here; spelling apart or together makes the words the same where less than half of them are shared.
 */
export function wordTests(x: Operands, v: Vocabulary): LevelTest[] {
  const cosine = v.dotProduct(x.left('words'), x.right('words'));
  const together = all(
    same(x.left(), x.right(), (text) => `replace(${text}, ' ', '')`),
    `${cosine} < ${WORD_BOUNDS[2]}`,
  );
  const top = WORD_BOUNDS.length + 1;
  return WORD_BOUNDS.map((bound, index) => ({ level: index + 2, condition: `${cosine} >= ${bound}` }))
    .map((test) => (test.level === top ? { ...test, condition: any(test.condition, together) } : test))
    .reverse();
}
