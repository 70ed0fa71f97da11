import { all, any, type Sql, type Vocabulary } from '../dialect';
import { atLeast, same, slip } from './likeness';
import type { LevelTest, Operands } from './operands';

/** Given names: 5 nickname or same first name · 4 near · 3 initial · 2 similar. */
export function givenTests(x: Operands, v: Vocabulary): LevelTest[] {
  const first = (text: Sql): Sql => v.part(text, ' ', 1);
  const isInitial = (a: Sql, b: Sql): Sql => `least(length(${first(a)}), length(${first(b)})) = 1`;
  const isWord = (a: Sql, b: Sql): Sql => `least(length(${first(a)}), length(${first(b)})) > 1`;
  const sameFirst = (a: Sql, b: Sql): Sql => all(same(a, b, first), `length(${first(a)}) > 1`);
  const nicknames = all(
    `${x.left('nicknames')} IS NOT NULL`,
    `${x.right('nicknames')} IS NOT NULL`,
    v.overlap(v.split(x.left('nicknames'), ' '), v.split(x.right('nicknames'), ' ')),
  );
  const writtenApart = (a: Sql, b: Sql): Sql =>
    all(
      same(a, b, (text) => `replace(${text}, ' ', '')`),
      `(${a} LIKE '% %') <> (${b} LIKE '% %')`,
      isWord(a, b),
      `NOT ${slip(first(a), first(b), v)}`,
    );
  return [
    { level: 5, condition: any(x.some(sameFirst), nicknames, x.some(writtenApart)) },
    { level: 4, condition: x.some((a, b) => all(isWord(a, b), slip(first(a), first(b), v))) },
    {
      level: 3,
      condition: x.some((a, b) =>
        all(
          isInitial(a, b),
          same(a, b, (text) => `substr(${text}, 1, 1)`),
        ),
      ),
    },
    { level: 2, condition: x.some((a, b) => all(isWord(a, b), atLeast(first(a), first(b), 0.8, v))) },
  ];
}

/** Family names: 3 near · 2 similar. */
export function familyTests(x: Operands, v: Vocabulary): LevelTest[] {
  return [
    {
      level: 3,
      condition: x.some((a, b) =>
        any(
          slip(a, b, v),
          all(
            `least(length(${a}), length(${b})) >= 4`,
            any(v.startsWith(a, b), v.startsWith(b, a), v.endsWith(a, b), v.endsWith(b, a)),
          ),
        ),
      ),
    },
    { level: 2, condition: x.some((a, b) => atLeast(a, b, 0.8, v)) },
  ];
}

/** Towns and other short names: 3 near · 2 similar. */
export function cityTests(x: Operands, v: Vocabulary): LevelTest[] {
  const partOf = (short: Sql, long: Sql): Sql =>
    all(
      `length(${short}) >= 4`,
      any(v.startsWith(long, `${short} || ' '`), v.endsWith(long, `' ' || ${short}`)),
    );
  return [
    { level: 3, condition: x.some((a, b) => any(slip(a, b, v), partOf(a, b), partOf(b, a))) },
    { level: 2, condition: x.some((a, b) => atLeast(a, b, 0.84, v)) },
  ];
}
