import { beforeAll, describe, expect, it } from 'vitest';
import { exportSplink } from '../../../../src/shared/match/splink/export';
import { splinkFiles } from '../../../../src/shared/match/splink/files';
import type { SplinkModel } from '../../../../src/shared/match/splink/types';
import type { MatchResult } from '../../../../src/shared/match/types';
import { generatedPersons, inputOf, match } from './small';

const NAMES = { count: 3, idOf: (record: number) => `p:${record + 1}`, sourceOf: () => 'p' };

describe('an exported model', () => {
  let result: MatchResult;
  let model: SplinkModel;
  beforeAll(async () => {
    result = await match(generatedPersons(1_500));
    model = exportSplink(result, 'duckdb', { linkOnly: false });
  }, 60_000);

  it('has one comparison for each of Winnow’s, null level first, “different” last', () => {
    const { comparisons } = model.settings;
    expect(comparisons.map((comparison) => comparison.output_column_name)).toEqual(
      expect.arrayContaining(['firstname', 'lastname', 'email', 'phone', 'street', 'postcode', 'birthdate']),
    );
    for (const { comparison_levels: levels } of comparisons) {
      expect(levels[0]).toMatchObject({ is_null_level: true });
      expect(levels.at(-1)).toMatchObject({ sql_condition: 'ELSE' });
    }
  });

  it('weighs every level as Winnow does: log2 of m over u', () => {
    result.comparisons.forEach((comparison, c) => {
      for (const level of model.settings.comparisons[c]!.comparison_levels.slice(1)) {
        const own = comparison.levels.find(({ label }) => label === level.label_for_charts)!;
        expect(Math.log2(level.m_probability! / level.u_probability!)).toBeCloseTo(own.weight, 9);
      }
    });
  });

  it('uses only keys that Splink 4 and 5 both know', () => {
    const known = [
      'link_type',
      'unique_id_column_name',
      'source_dataset_column_name',
      'probability_two_random_records_match',
      'em_convergence',
      'max_iterations',
      'retain_matching_columns',
      'retain_intermediate_calculation_columns',
      'additional_columns_to_retain',
      'blocking_rules_to_generate_predictions',
      'comparisons',
    ];
    expect(Object.keys(model.settings).sort()).toEqual([...known].sort());
  });

  it('reads only columns that the records have', () => {
    const columns = new Set(model.columns.map(({ name }) => name));
    const read = JSON.stringify(model.settings).matchAll(/\b([a-z]\w*?)_[lr]\b|\b[lr]\.([a-z]\w*)/g);
    const missing = [...read].map((match) => match[1] ?? match[2]!).filter((name) => !columns.has(name));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('says the same for Spark in other words', () => {
    const spark = exportSplink(result, 'spark', { linkOnly: true });
    const conditions = JSON.stringify(spark.settings);
    expect(conditions).not.toMatch(/lambda|jaro_winkler_similarity|list_has_any|starts_with\(/);
    expect(spark.settings.link_type).toBe('link_only');
    expect(spark.settings.comparisons.map((one) => one.comparison_levels.length)).toEqual(
      model.settings.comparisons.map((one) => one.comparison_levels.length),
    );
  });

  it('is the same every time', () => {
    const again = exportSplink(result, 'duckdb', { linkOnly: false });
    expect(JSON.stringify(again.settings)).toBe(JSON.stringify(model.settings));
  });
});

describe('the files of an export', () => {
  it('hold the prepared values, frequencies over things, the settings, a script and a page that says what differs', async () => {
    const result = await match(
      inputOf({
        'E-mail': ['email', ['Ann@x.org', 'ann@x.org', 'info@firm.de']],
        City: ['city', ['St. Gallen', 'Saint Gallen', 'Bern, "Old Town"']],
      }),
    );
    const models = [exportSplink(result, 'duckdb', { linkOnly: false })];
    const files = new Map(splinkFiles(models, NAMES).map(({ path, lines }) => [path, [...lines()]]));
    expect([...files.keys()]).toEqual([
      'settings_duckdb.json',
      'records.csv',
      'term_frequencies/e_mail.csv',
      'term_frequencies/city.csv',
      'run_duckdb.py',
      'README.md',
    ]);
    expect(files.get('records.csv')).toEqual([
      'unique_id,source_dataset,e_mail,e_mail_personal,city',
      'p:1,p,ann@x.org,ann@x.org,saint gallen',
      'p:2,p,ann@x.org,ann@x.org,saint gallen',
      'p:3,p,info@firm.de,,bern old town',
    ]);
    const frequencies = files.get('term_frequencies/e_mail.csv')!;
    expect(frequencies[0]).toBe('e_mail,tf_e_mail');
    expect(frequencies.slice(1).map((line) => line.split(',')[0])).toEqual(['ann@x.org', 'info@firm.de']);
    expect(JSON.parse(files.get('settings_duckdb.json')!.join('\n'))).toEqual(models[0]!.settings);
    expect(files.get('README.md')!.join('\n')).toContain('## Where Splink does otherwise');
  });
});
