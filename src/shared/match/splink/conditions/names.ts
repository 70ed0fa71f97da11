import { SYLLABLES } from '../../compare/values';
import { all, any, type Sql, type Vocabulary } from '../dialect';
import { CONSONANTS, INITIAL } from '../short-names';
import { atLeast, same, slip } from './likeness';
import type { LevelTest, Operands } from './operands';

/** A test of two given names. */
type NameTest = (a: Sql, b: Sql) => Sql;

/** What the levels of given names are made of. A generation stands behind a name as " #2". */
interface GivenParts {
  readonly sameFirst: NameTest;
  readonly writtenApart: NameTest;
  readonly near: NameTest;
  readonly initial: NameTest;
  readonly similar: NameTest;
  readonly oneGeneration: NameTest;
  /** Nicknames of each other. */
  readonly nicknames: Sql;
  /** One is the initial of a name used for the other; the same of names without vowels. */
  readonly initials: readonly Sql[];
  readonly consonants: readonly Sql[];
}

/** One of two names is written short (a mark that begins so), the other may be shortened to that. No test where none is. */
function writtenShort(mark: string, x: Operands, v: Vocabulary): Sql[] {
  if (!x.hasShort) return [];
  const oneWay = (short: Sql, shortened: Sql): Sql =>
    all(
      `${short} IS NOT NULL`,
      `${shortened} IS NOT NULL`,
      v.exists(
        v.split(short, ' '),
        'p',
        all(v.startsWith('p', `'${mark}'`), v.contains(v.split(shortened, ' '), 'p')),
      ),
    );
  return [any(oneWay(x.left('short'), x.right('shortened')), oneWay(x.right('short'), x.left('shortened')))];
}

function givenParts(x: Operands, v: Vocabulary): GivenParts {
  const name = (text: Sql): Sql => v.part(text, ' #', 1);
  const generation = (text: Sql): Sql => v.part(text, ' #', 2);
  const first = (text: Sql): Sql => v.part(text, ' ', 1);
  const shortest: NameTest = (a, b) => `least(length(${first(a)}), length(${first(b)}))`;
  const rest = (text: Sql): Sql => `substr(${name(text)}, length(${first(text)}) + 2)`;
  const differ: NameTest = (a, b) => `${first(a)} <> ${first(b)}`;
  const sameFirst: NameTest = (a, b) =>
    all(same(a, b, first), `length(${first(a)}) > 1`, restAgrees(rest(a), rest(b), v));
  const writtenApart: NameTest = (a, b) =>
    all(
      same(a, b, (text) => `replace(${name(text)}, ' ', '')`),
      `(${name(a)} LIKE '% %') <> (${name(b)} LIKE '% %')`,
      `${shortest(a, b)} > 1`,
      `NOT ${slip(first(a), first(b), v)}`,
    );
  const near: NameTest = (a, b) =>
    all(`${shortest(a, b)} > 1`, differ(a, b), slip(first(a), first(b), v), restAgrees(rest(a), rest(b), v));
  const initial: NameTest = (a, b) =>
    all(
      `${shortest(a, b)} = 1`,
      same(a, b, (text) => `substr(${text}, 1, 1)`),
    );
  const oneGeneration: NameTest = (a, b) => same(a, b, generation);
  const differing = x.some((a, b) => all(differ(a, b), oneGeneration(a, b)));
  const short = (mark: string): Sql[] => writtenShort(mark, x, v).map((isShort) => all(isShort, differing));
  return {
    sameFirst,
    writtenApart,
    near,
    initial,
    similar: (a, b) =>
      all(
        `${shortest(a, b)} > 1`,
        any(
          all(same(a, b, first), `length(${first(a)}) >= ${SYLLABLES}`),
          all(differ(a, b), `NOT ${slip(first(a), first(b), v)}`, atLeast(first(a), first(b), 0.8, v)),
        ),
      ),
    oneGeneration,
    nicknames: all(
      `${x.left('nicknames')} IS NOT NULL`,
      `${x.right('nicknames')} IS NOT NULL`,
      v.overlap(v.split(x.left('nicknames'), ' '), v.split(x.right('nicknames'), ' ')),
      differing,
    ),
    initials: short(INITIAL),
    consonants: short(CONSONANTS),
  };
}

/**
 * Given names: 5 nickname or same first name · 4 near · 3 initial · 2 similar. Different generations say that they are two
 * people.
 */
export function givenTests(x: Operands, v: Vocabulary): LevelTest[] {
  const { oneGeneration, ...is } = givenParts(x, v);
  const someAre = (test: NameTest): Sql => x.some((a, b) => all(oneGeneration(a, b), test(a, b)));
  return [
    {
      level: 5,
      condition: any(
        someAre((a, b) => any(is.sameFirst(a, b), is.writtenApart(a, b))),
        is.nicknames,
      ),
    },
    { level: 4, condition: any(someAre(is.near), ...is.consonants) },
    { level: 3, condition: any(someAre(is.initial), ...is.initials) },
    { level: 2, condition: someAre(is.similar) },
  ];
}

/** Two given names at level 3 or above, without being equal: all that swapped names ask. */
export function givenNear(x: Operands, v: Vocabulary): Sql {
  const { oneGeneration, ...is } = givenParts(x, v);
  const alike: NameTest = (a, b) =>
    any(is.sameFirst(a, b), is.near(a, b), is.writtenApart(a, b), is.initial(a, b));
  return any(
    x.some((a, b) => all(oneGeneration(a, b), alike(a, b))),
    is.nicknames,
    ...is.initials,
    ...is.consonants,
  );
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
      condition: any(
        x.some((a, b) =>
          any(
            slip(a, b, v),
            all(
              `least(length(${a}), length(${b})) >= 4`,
              any(v.startsWith(a, b), v.startsWith(b, a), v.endsWith(a, b), v.endsWith(b, a)),
            ),
          ),
        ),
        ...writtenShort(CONSONANTS, x, v),
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
