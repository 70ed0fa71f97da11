import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '../../../../src/shared/base/result';
import { Scorer } from '../../../../src/shared/match/scoring/scorer';
import { exportSplink } from '../../../../src/shared/match/splink/export';
import { applySplinkModel } from '../../../../src/shared/match/splink/import/apply-model';
import { readSplinkModel } from '../../../../src/shared/match/splink/import/read-model';
import type { MatchResult } from '../../../../src/shared/match/types';
import { generatedPersons, match } from './small';

const level = (
  sql_condition: string,
  label_for_charts: string,
  m_probability: number,
  u_probability: number,
) => ({
  sql_condition,
  label_for_charts,
  m_probability,
  u_probability,
});
const nullLevel = (column: string) => ({
  sql_condition: `"${column}_l" IS NULL OR "${column}_r" IS NULL`,
  label_for_charts: `${column} is NULL`,
  is_null_level: true,
});

/** A model as Splink saves it: names of Splink's examples, not of our columns. */
const FOREIGN = {
  link_type: 'dedupe_only',
  probability_two_random_records_match: 0.001,
  some_key_of_a_later_version: { anything: true },
  comparisons: [
    {
      output_column_name: 'last_name',
      comparison_description: 'NameComparison',
      comparison_levels: [
        nullLevel('last_name'),
        level('"last_name_l" = "last_name_r"', 'Exact match', 0.5, 0.0078125),
        level('jaro_winkler_similarity("last_name_l", "last_name_r") >= 0.92', 'JW 0.92', 0.25, 0.03125),
        level('jaro_winkler_similarity("last_name_l", "last_name_r") >= 0.88', 'JW 0.88', 0.0625, 0.0625),
        level('jaro_winkler_similarity("last_name_l", "last_name_r") >= 0.7', 'JW 0.7', 0.0625, 0.0625),
        level('ELSE', 'All other', 0.125, 0.5),
      ],
    },
    {
      output_column_name: 'dob',
      comparison_levels: [
        nullLevel('dob'),
        level('"dob_l" = "dob_r"', 'Exact', 0.5, 0.001953125),
        level('my_own_function("dob_l", "dob_r")', 'Own', 0.25, 0.25),
        { sql_condition: 'ELSE', label_for_charts: 'All other' },
      ],
    },
    {
      output_column_name: 'shoe_size',
      comparison_levels: [
        level('"shoe_size_l" = "shoe_size_r"', 'Exact', 0.9, 0.1),
        level('ELSE', 'All other', 0.1, 0.9),
      ],
    },
  ],
};

describe('a model from Splink', () => {
  let result: MatchResult;
  beforeAll(async () => {
    result = await match(generatedPersons(600));
  }, 60_000);

  it('weighs the levels that mean the same; the others keep what Winnow learned, within their neighbours', () => {
    const applied = applySplinkModel(result, unwrap(readSplinkModel(FOREIGN)));
    const family = applied.result.comparisons.find(({ semantic }) => semantic === 'familyName')!;
    const weights = new Map(family.levels.map(({ label, weight }) => [label, weight]));
    expect(weights.get('exact')).toBe(6);
    expect(weights.get('near (a slip)')).toBe(3);
    // 0.88 and 0.7 are one level here: (0.0625 + 0.0625) / (0.0625 + 0.0625).
    expect(weights.get('similar')).toBe(0);
    expect(weights.get('different')).toBe(-2);
    const swapped = weights.get('given and family name swapped')!;
    expect(swapped).toBeGreaterThanOrEqual(3);
    expect(swapped).toBeLessThanOrEqual(6);
    expect(applied.result.prior).toBeCloseTo(Math.log2(0.001 / 0.999), 9);
    expect(applied.taken[0]).toEqual({
      comparison: 'LastName',
      from: 'last_name',
      levels: ['exact', 'near (a slip)', 'similar', 'different'],
    });
  });

  it('says what it did not take over, and why', () => {
    const { notTaken } = applySplinkModel(result, unwrap(readSplinkModel(FOREIGN)));
    expect(notTaken).toEqual([
      { about: 'dob: Own', reason: 'its condition is none of Splink’s own library.' },
      { about: 'dob: All other', reason: 'the model was not trained for it (m or u is missing).' },
      { about: 'shoe_size', reason: 'nothing here is compared like “shoe_size”.' },
    ]);
  });

  it('weighs every kept pair anew', () => {
    const applied = applySplinkModel(result, unwrap(readSplinkModel(FOREIGN))).result;
    const scorer = new Scorer(applied);
    const off = Array.from(applied.weight.subarray(0, 300)).filter(
      (weight, i) => Math.abs(weight - scorer.weight(applied.left[i]!, applied.right[i]!)) > 1e-4,
    );
    expect(off).toEqual([]);
    expect(Array.from(applied.weight)).not.toEqual(Array.from(result.weight));
  });

  it('takes names compared together apart into two comparisons', () => {
    const together = {
      comparisons: [
        {
          output_column_name: 'first_name_surname',
          comparison_levels: [
            level(
              '("first_name_l" = "first_name_r") AND ("surname_l" = "surname_r")',
              'Both',
              0.5,
              0.0078125,
            ),
            level(
              '"first_name_l" = "surname_r" AND "first_name_r" = "surname_l"',
              'Reversed',
              0.25,
              0.015625,
            ),
            level('"surname_l" = "surname_r"', 'Surname', 0.125, 0.0546875),
            level('"first_name_l" = "first_name_r"', 'First', 0.0625, 0.0546875),
            level('ELSE', 'All other', 0.0625, 0.8671875),
          ],
        },
      ],
    };
    const { result: applied, notTaken } = applySplinkModel(result, unwrap(readSplinkModel(together)));
    const levels = applied.comparisons.find(({ semantic }) => semantic === 'familyName')!.levels;
    expect(levels.at(-1)).toMatchObject({ m: 0.625, u: 0.0625 });
    // The reversed level weighs 4 bits in all: 2 for each name.
    expect(levels.at(-2)!.weight).toBeCloseTo(2, 9);
    expect(levels[1]).toMatchObject({ m: 0.125, u: 0.921875 });
    expect(notTaken).toEqual([]);
  });

  it('that Winnow wrote gives back the very weights', () => {
    for (const dialect of ['duckdb', 'spark'] as const) {
      const { settings } = exportSplink(result, dialect, { linkOnly: false });
      const read = unwrap(readSplinkModel(JSON.parse(JSON.stringify(settings))));
      const other = { ...result, prior: 0, comparisons: result.comparisons.map(flat) };
      const back = applySplinkModel(other, read).result;
      expect(back.prior).toBeCloseTo(result.prior, 6);
      back.comparisons.forEach((comparison, c) => {
        comparison.levels.forEach(({ weight }, i) => {
          expect(weight).toBeCloseTo(result.comparisons[c]!.levels[i]!.weight, 9);
        });
      });
    }
  });
});

/** The comparison with nothing learned. */
function flat(comparison: MatchResult['comparisons'][number]): MatchResult['comparisons'][number] {
  return { ...comparison, levels: comparison.levels.map((one) => ({ ...one, m: 0.5, u: 0.5, weight: 0 })) };
}

describe('a file that is no model', () => {
  it.each([
    null,
    [],
    'text',
    {},
    { comparisons: [] },
    { comparisons: [{ comparison_levels: [] }] },
    { comparisons: [{ comparison_levels: [{ sql_condition: 7 }] }] },
    { comparisons: [{ comparison_levels: [level('ELSE', 'x', 2, 0.1)] }] },
    { comparisons: [{ comparison_levels: [level('x'.repeat(50_001), 'x', 0.1, 0.1)] }] },
    { ...FOREIGN, probability_two_random_records_match: 1 },
    { ...FOREIGN, comparisons: Array.from({ length: 201 }, () => FOREIGN.comparisons[0]) },
    JSON.parse('{"__proto__": {"polluted": true}, "comparisons": []}'),
  ])('is refused: %#', (json) => {
    const read = readSplinkModel(json);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error.code).toBe('NOT_A_SPLINK_MODEL');
  });

  it('never breaks the reader, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const wrapped = {
          comparisons: [
            {
              comparison_levels: [
                { sql_condition: JSON.stringify(json), m_probability: 0.5, u_probability: 0.5 },
              ],
            },
          ],
        };
        for (const value of [json, { comparisons: json }, wrapped])
          expect(typeof readSplinkModel(value).ok).toBe('boolean');
      }),
    );
  });
});
