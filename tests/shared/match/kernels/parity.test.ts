import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { levenshtein, optimalStringAlignment, osaWithin } from '@shared/base/text/edit-distance';
import { jaro, jaroWinkler } from '@shared/match/kernels/jaro-winkler';
import { soundex } from '@shared/base/text/phonetics/soundex';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

const DATA = resolve(import.meta.dirname, '../../../../../shared/data/comparators/facts');
const present = existsSync(DATA);

function rows(file: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(join(DATA, file), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

describe.skipIf(!present)(
  'string kernels against published tables (skipped when ../shared/data is absent)',
  () => {
    it('edit distances agree with every row', () => {
      const table = rows('edit_distance.csv').filter((row) => row.metric !== 'damerau_levenshtein');
      const wrong = table.filter(({ metric, a = '', b = '', expected }) => {
        const found = metric === 'levenshtein' ? levenshtein(a, b) : optimalStringAlignment(a, b);
        return found !== Number(expected);
      });
      expect(wrong).toEqual([]);
      expect(table.length).toBeGreaterThan(50);
    });

    it('limited distances stop at the limit', () => {
      const table = rows('edit_distance_limited.csv').filter((row) => row.metric === 'osa');
      const wrong = table.filter(({ a = '', b = '', limit, expected }) => {
        const found = osaWithin(a, b, Number(limit));
        return (found > Number(limit) ? -1 : found) !== Number(expected);
      });
      expect(wrong).toEqual([]);
    });

    it('Jaro and Jaro-Winkler agree within the published tolerance', () => {
      const table = rows('jaro_winkler.csv');
      const wrong = table.filter(({ metric, a = '', b = '', expected, tolerance, variant }) => {
        const found = metric === 'jaro' ? jaro(a, b) : jaroWinkler(a, b, variant?.includes('0.7') ? 0.7 : 0);
        return Math.abs(found - Number(expected)) > Number(tolerance);
      });
      expect(wrong).toEqual([]);
      expect(table.length).toBeGreaterThan(60);
    });

    it('Soundex agrees with every row', () => {
      const table = rows('phonetic_soundex.csv').filter((row) => row.variant === 'american');
      expect(table.filter(({ word = '', code }) => soundex(word) !== code)).toEqual([]);
      expect(table.length).toBeGreaterThan(80);
    });
  },
);
