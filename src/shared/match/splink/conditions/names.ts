import { all, any, type Sql, type Vocabulary } from '../dialect';
import { atLeast, same, slip } from './likeness';
import type { LevelTest, Operands } from './operands';

/**
 * Given names: 5 nickname or same first name · 4 near · 3 initial, or one of them a junior · 2 similar. A generation
 * stands behind a name as " #2"; two different ones say that they are two people, one alone that they may be.
 */
export function givenTests(x: Operands, v: Vocabulary): LevelTest[] {
  const name = (text: Sql): Sql => v.part(text, ' #', 1);
  const generation = (text: Sql): Sql => v.part(text, ' #', 2);
  const first = (text: Sql): Sql => v.part(text, ' ', 1);
  const shortest = (a: Sql, b: Sql): Sql => `least(length(${first(a)}), length(${first(b)}))`;
  const rest = (text: Sql): Sql => `substr(${name(text)}, length(${first(text)}) + 2)`;
  const differ = (a: Sql, b: Sql): Sql => `${first(a)} <> ${first(b)}`;
  const sameFirst = (a: Sql, b: Sql): Sql =>
    all(same(a, b, first), `length(${first(a)}) > 1`, restAgrees(rest(a), rest(b), v));
  const writtenApart = (a: Sql, b: Sql): Sql =>
    all(
      same(a, b, (text) => `replace(${name(text)}, ' ', '')`),
      `(${name(a)} LIKE '% %') <> (${name(b)} LIKE '% %')`,
      `${shortest(a, b)} > 1`,
      `NOT ${slip(first(a), first(b), v)}`,
    );
  const near = (a: Sql, b: Sql): Sql =>
    all(`${shortest(a, b)} > 1`, differ(a, b), slip(first(a), first(b), v));
  const initial = (a: Sql, b: Sql): Sql =>
    all(
      `${shortest(a, b)} = 1`,
      same(a, b, (text) => `substr(${text}, 1, 1)`),
    );
  const oneGeneration = (a: Sql, b: Sql): Sql => same(a, b, generation);
  const juniorOrNot = (a: Sql, b: Sql): Sql =>
    all(`${generation(a)} <> ${generation(b)}`, `(${generation(a)} = '' OR ${generation(b)} = '')`);
  const nicknames = (generations: (a: Sql, b: Sql) => Sql): Sql =>
    all(
      `${x.left('nicknames')} IS NOT NULL`,
      `${x.right('nicknames')} IS NOT NULL`,
      v.overlap(v.split(x.left('nicknames'), ' '), v.split(x.right('nicknames'), ' ')),
      x.some((a, b) => all(differ(a, b), generations(a, b))),
    );
  const alike = (a: Sql, b: Sql): Sql =>
    any(same(a, b, name), sameFirst(a, b), near(a, b), writtenApart(a, b), initial(a, b));
  return [
    {
      level: 5,
      condition: any(
        x.some((a, b) => all(oneGeneration(a, b), any(sameFirst(a, b), writtenApart(a, b)))),
        nicknames(oneGeneration),
      ),
    },
    { level: 4, condition: x.some((a, b) => all(oneGeneration(a, b), near(a, b))) },
    {
      level: 3,
      condition: any(
        x.some((a, b) => any(all(oneGeneration(a, b), initial(a, b)), all(juniorOrNot(a, b), alike(a, b)))),
        nicknames(juniorOrNot),
      ),
    },
    {
      level: 2,
      condition: x.some((a, b) =>
        all(
          any(oneGeneration(a, b), juniorOrNot(a, b)),
          `${shortest(a, b)} > 1`,
          any(same(a, b, first), atLeast(first(a), first(b), 0.8, v)),
        ),
      ),
    },
  ];
}

/** Whether what follows an equal first word allows one name: nothing, an initial, or words alike. */
function restAgrees(a: Sql, b: Sql, v: Vocabulary): Sql {
  const shortest = `least(length(${a}), length(${b}))`;
  return any(
    `${shortest} = 0`,
    all(
      `${shortest} = 1`,
      same(a, b, (text) => `substr(${text}, 1, 1)`),
    ),
    all(`${shortest} > 1`, any(`${a} = ${b}`, slip(a, b, v), atLeast(a, b, 0.8, v))),
  );
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
