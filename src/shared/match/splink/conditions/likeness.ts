import { all, any, type Sql, type Vocabulary } from '../dialect';

/** The longer of two lengths. */
export const longest = (a: Sql, b: Sql): Sql => `greatest(length(${a}), length(${b}))`;

/**
 * At most so many edits, a swap of two neighbours counting one. Levenshtein distance is many times faster in the engines
 * and at most twice as large, so it is asked first.
 */
export function editsWithin(a: Sql, b: Sql, most: number, v: Vocabulary): Sql {
  return all(`levenshtein(${a}, ${b}) <= ${2 * most}`, `${v.edits(a, b)} <= ${most}`);
}

/**
 * The same apart from a slip (compare/values.ts): one edit in words of four letters or more, two in eight or more, or
 * a third of the letters with Jaro-Winkler of 0.92.
 */
export function slip(a: Sql, b: Sql, v: Vocabulary): Sql {
  const most = longest(a, b);
  return all(
    `${most} >= 4`,
    any(
      editsWithin(a, b, 1, v),
      all(`${most} >= 8`, editsWithin(a, b, 2, v)),
      all(atLeast(a, b, 0.92, v), `3 * ${v.edits(a, b)} <= ${most}`),
    ),
  );
}

/**
 * Jaro-Winkler of at least `least`. Both engines give the bonus for a common start only above a Jaro similarity of
 * 0.7, Winnow always: four common letters lift one of two thirds to 0.8.
 */
export function atLeast(a: Sql, b: Sql, least: number, v: Vocabulary): Sql {
  const usual = `${v.jaroWinkler(a, b)} >= ${least}`;
  const needed = (least - 0.4) / 0.6;
  if (needed > 0.7) return usual;
  const start = all(`length(${a}) >= 4`, `substr(${a}, 1, 4) = substr(${b}, 1, 4)`);
  return any(usual, all(start, `${v.jaro(a, b)} >= ${Math.round(needed * 1e9 - 1) / 1e9}`));
}

/** Both are equal in their first or last letters, or other parts given by `part`. */
export const same = (a: Sql, b: Sql, part: (text: Sql) => Sql): Sql => `${part(a)} = ${part(b)}`;
