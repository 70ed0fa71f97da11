import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCondition } from '../../../../src/shared/match/splink/import/conditions';

describe('conditions of Splink’s comparison library', () => {
  it.each([
    ['"city_l" = "city_r"', [{ column: 'city', test: { kind: 'equal' } }]],
    ['`city_l` = `city_r`', [{ column: 'city', test: { kind: 'equal' } }]],
    [
      'jaro_winkler_similarity("first_name_l", "first_name_r") >= 0.92',
      [{ column: 'first_name', test: { kind: 'similarity', least: 0.92 } }],
    ],
    ['jaro_winkler(`x_l`, `x_r`) >= 0.7', [{ column: 'x', test: { kind: 'similarity', least: 0.7 } }]],
    ['levenshtein("x_l", "x_r") <= 2', [{ column: 'x', test: { kind: 'edits', most: 2 } }]],
    ['damerau_levenshtein("dob_l", "dob_r") <= 1', [{ column: 'dob', test: { kind: 'edits', most: 1 } }]],
    ['jaccard("x_l", "x_r") >= 0.9', [{ column: 'x', test: { kind: 'overlap', least: 0.9 } }]],
    [
      `NULLIF(regexp_extract("email_l", '^[^@]+', 0), '') = NULLIF(regexp_extract("email_r", '^[^@]+', 0), '')`,
      [{ column: 'email', test: { kind: 'mailbox' } }],
    ],
    [
      `jaro_winkler_similarity(NULLIF(regexp_extract("email_l", '^[^@]+', 0), ''), NULLIF(regexp_extract("email_r", '^[^@]+', 0), '')) >= 0.88`,
      [{ column: 'email', test: { kind: 'mailboxSimilarity', least: 0.88 } }],
    ],
    [
      `ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 31557600.0`,
      [{ column: 'dob', test: { kind: 'days', most: 365.25 } }],
    ],
    [
      "abs(datediff(date(try_to_timestamp(`dob_l`, 'yyyy-MM-dd')), date(try_to_timestamp(`dob_r`, 'yyyy-MM-dd')))) <= floor(2629800.0 / 86400)",
      [{ column: 'dob', test: { kind: 'days', most: 30.4375 } }],
    ],
    [
      `NULLIF(regexp_extract("postcode_l", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]', 0), '') = NULLIF(regexp_extract("postcode_r", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]', 0), '')`,
      [{ column: 'postcode', test: { kind: 'part', part: 'sector' } }],
    ],
    [
      `NULLIF(regexp_extract("postcode_l", '^[A-Za-z]{1,2}', 0), '') = NULLIF(regexp_extract("postcode_r", '^[A-Za-z]{1,2}', 0), '')`,
      [{ column: 'postcode', test: { kind: 'part', part: 'area' } }],
    ],
    [
      '("first_name_l" = "first_name_r") AND ("surname_l" = "surname_r")',
      [
        { column: 'first_name', test: { kind: 'equal' } },
        { column: 'surname', test: { kind: 'equal' } },
      ],
    ],
    [
      '"first_name_l" = "surname_r" AND "first_name_r" = "surname_l"',
      [
        { column: 'first_name', test: { kind: 'swapped', with: 'surname' } },
        { column: 'surname', test: { kind: 'swapped', with: 'first_name' } },
      ],
    ],
    ['ELSE', []],
  ])('%s', (sql, tests) => {
    expect(readCondition(sql)).toEqual(tests);
  });

  it.each([
    'my_function("x_l", "x_r")',
    '"x_l" = "x_r" OR "y_l" = "y_r"',
    '',
    `${'('.repeat(400)}x`,
    'a'.repeat(100_000),
  ])('others are not guessed at: %#', (sql) => {
    expect(readCondition(sql)).toBeNull();
  });

  it('any text is answered, in a moment', () => {
    const word = fc.constantFrom(
      '(',
      ')',
      "'",
      ' and ',
      ' = ',
      'x_l',
      'x_r',
      'abs(epoch(',
      '<=',
      '"',
      '0.9',
      '>=',
      'nullif(',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 200 }).map((words) => words.join('')),
        ),
        (sql) => {
          const read = readCondition(sql);
          return read === null || Array.isArray(read);
        },
      ),
    );
  });
});
