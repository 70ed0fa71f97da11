import { all, any, type Sql, type Vocabulary } from '../dialect';
import { atLeast, editsWithin, same } from './likeness';
import type { LevelTest, Operands } from './operands';

/** Addresses: 4 near · 3 same mailbox, other domain · 2 similar mailbox. Addresses of a role are never near. */
export function emailTests(x: Operands, v: Vocabulary): LevelTest[] {
  const mailbox = (text: Sql): Sql => v.part(text, '@', 1);
  return [
    { level: 4, condition: x.some((a, b) => editsWithin(a, b, 2, v), 'personal') },
    {
      level: 3,
      condition: x.some((a, b) => all(same(a, b, mailbox), `length(${mailbox(a)}) >= 4`), 'personal'),
    },
    {
      level: 2,
      condition: x.some((a, b) =>
        all(
          `${mailbox(a)} <> ${mailbox(b)}`,
          atLeast(mailbox(a), mailbox(b), 0.9, v),
          `NOT ${editsWithin(a, b, 2, v)}`,
        ),
      ),
    },
  ];
}

/** Phone numbers: 3 same last seven digits · 2 near. */
export function phoneTests(x: Operands, v: Vocabulary): LevelTest[] {
  const tail = (text: Sql): Sql => v.right(text, 7);
  return [
    {
      level: 3,
      condition: x.some((a, b) => all(`least(length(${a}), length(${b})) >= 7`, same(a, b, tail))),
    },
    { level: 2, condition: x.some((a, b) => editsWithin(a, b, 1, v)) },
  ];
}

/**
 * Streets, written `number|words`: 5 same street, one number missing · 4 similar street, same number · 3 same street,
 * other number · 2 similar street.
 */
export function streetTests(x: Operands, v: Vocabulary): LevelTest[] {
  const number = (text: Sql): Sql => v.part(text, '|', 1);
  const name = (text: Sql): Sql => v.part(text, '|', 2);
  const similar = (a: Sql, b: Sql): Sql =>
    all(
      `least(length(${name(a)}), length(${name(b)})) > 0`,
      any(atLeast(name(a), name(b), 0.88, v), mostWordsShared(name(a), name(b), v)),
    );
  return [
    {
      level: 5,
      condition: x.some((a, b) =>
        all(same(a, b, name), any(same(a, b, number), `${number(a)} = ''`, `${number(b)} = ''`)),
      ),
    },
    {
      level: 4,
      condition: x.some((a, b) => all(`${name(a)} <> ${name(b)}`, same(a, b, number), similar(a, b))),
    },
    { level: 3, condition: x.some((a, b) => same(a, b, name)) },
    { level: 2, condition: x.some((a, b) => all(`${name(a)} <> ${name(b)}`, similar(a, b))) },
  ];
}

/** Two thirds of the words of the shorter text stand in the longer one. */
function mostWordsShared(a: Sql, b: Sql, v: Vocabulary): Sql {
  const words = (text: Sql): Sql => v.split(text, ' ');
  const shared = (short: Sql, long: Sql): Sql =>
    all(
      `${v.length(words(short))} <= ${v.length(words(long))}`,
      `${v.countWhere(words(short), 'w', v.contains(words(long), 'w'))} >= 0.66 * ${v.length(words(short))}`,
    );
  return any(shared(a, b), shared(b, a));
}

/** Postal codes: 3 near · 2 same area. */
export function postcodeTests(x: Operands, v: Vocabulary): LevelTest[] {
  return [
    { level: 3, condition: x.some((a, b) => editsWithin(a, b, 1, v)) },
    {
      level: 2,
      condition: x.some((a, b) => same(a, b, (text) => `substr(${text}, 1, 2)`)),
    },
  ];
}
