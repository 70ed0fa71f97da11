import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseName } from '@shared/clean/names/parse-name';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const folder = resolve(import.meta.dirname, '../../../../../shared/data/comparators/parsing');
const present = existsSync(folder);

function rowsOf(file: string): readonly Record<string, string>[] {
  const text = readFileSync(resolve(folder, file), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** salutation | first | middle | last | suffix */
function parts(name: string, order: 'auto' | 'western' | 'eastAsian' = 'auto'): string {
  const { salutation, first, middle, last, suffix } = parseName(name, order);
  return [salutation, first, middle, last, suffix].join(' | ');
}

describe('parseName', () => {
  it.each([
    ['Dr. Anna M. van der Berg, PhD', 'Dr. | Anna | M. | van der Berg | PhD'],
    ['Berg, Dr. Anna M. Jr., MBA', 'Dr. | Anna | M. | Berg | Jr., MBA'],
    ['John and Jane Smith', ' | John and Jane |  | Smith | '],
    ['Mr. & Mrs. John Smith', 'Mr. & Mrs. | John |  | Smith | '],
    ['Hans & Grete Müller', ' | Hans & Grete |  | Müller | '],
    ['Thomas La Porta', ' | Thomas |  | La Porta | '],
    ['Sir Gerald', 'Sir | Gerald |  |  | '],
    ['Mr. Smith', 'Mr. |  |  | Smith | '],
    ['Prof. Dr. Dr. h.c. Müller', 'Prof. Dr. Dr. | h.c. |  | Müller | '],
    ['山田 太郎 様', '様 | 太郎 |  | 山田 | '],
    ['欧阳修', ' | 修 |  | 欧阳 | '],
    ['김민수', ' | 민수 |  | 김 | '],
    ['Cher', ' |  |  | Cher | '],
    ['', ' |  |  |  | '],
  ])('%s → %s', (name, expected) => {
    expect(parts(name)).toBe(expected);
  });

  it('takes the family name first on request', () => {
    expect(parts('Kim Min-su', 'eastAsian')).toBe(' | Min-su |  | Kim | ');
    expect(parts('Yamada Taro Jiro', 'eastAsian')).toBe(' | Taro | Jiro | Yamada | ');
  });

  it('finds nicknames in brackets and quotes', () => {
    expect(parseName('Benjamin (Big Ben) Franklin')).toMatchObject({
      first: 'Benjamin',
      last: 'Franklin',
      nickname: 'Big Ben',
    });
    expect(parseName('“Rick” Edmonds')).toMatchObject({ last: 'Edmonds', nickname: 'Rick' });
  });

  it('reads plain names of two words the same way as all others', () => {
    const word = fc.constantFrom(
      'Anna',
      'Berg',
      'Dr',
      'Van',
      'Ma',
      'Jr',
      'Sir',
      'De',
      'Md',
      'Mac',
      'La',
      'Judge',
      'Li',
    );
    fc.assert(
      fc.property(word, word, fc.constantFrom('auto' as const, 'western' as const), (first, last, order) => {
        // A blank at the end keeps a name from the short cut.
        expect(parseName(`${first} ${last}`, order)).toEqual(parseName(`${first} ${last} `, order));
      }),
    );
  });

  it('keeps every letter of a name somewhere', () => {
    const word = fc.constantFrom(
      'Dr.',
      'Anna',
      'van',
      'de',
      'Berg',
      'Jr.',
      'PhD',
      ',',
      'and',
      'y',
      '(Ben)',
      'M.',
      'Mc',
      '"Ed"',
      'I',
      'Ma',
    );
    const letters = (text: string): string =>
      text
        .replace(/[^\p{L}]/gu, '')
        .split('')
        .sort()
        .join('');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const name = words.join(' ');
        expect(letters(Object.values(parseName(name)).join(''))).toBe(letters(name));
      }),
    );
  });
});

describe.skipIf(!present)('parseName on published names (skipped where the data is absent)', () => {
  it('splits at least 157 of the 161 names of a parser’s own tests as they state', () => {
    const rows = rowsOf('person_names_split.csv');
    const right = rows.filter((row) => {
      const name = parseName(row.name ?? '');
      const got = [name.salutation, name.first, name.middle, name.last, name.suffix, name.nickname];
      return (
        got.join('|') === [row.title, row.first, row.middle, row.last, row.suffix, row.nickname].join('|')
      );
    });
    expect(rows).toHaveLength(161);
    // One row contradicts another, one drops a nickname, two take "and" for a name.
    expect(right.length).toBeGreaterThanOrEqual(157);
  });

  it('agrees with at least 91 % of hand labels, for names of two words and more whose labels have a part here', () => {
    const tokens = z.array(z.tuple([z.string(), z.string()]));
    const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    let all = 0;
    let right = 0;
    for (const row of rowsOf('person_names_labelled.csv')) {
      const labelled = tokens.parse(JSON.parse(row.tokens ?? '[]'));
      if (labelled.length < 2 || !labelled.every(([, label]) => PART.has(label))) continue;
      const wanted = { salutation: '', first: '', middle: '', last: '', suffix: '', nickname: '' };
      for (const [text, label] of labelled) wanted[PART.get(label) ?? 'last'] += plain(text);
      const got = parseName(row.text ?? '');
      all++;
      if (KEYS.every((key) => plain(got[key]) === wanted[key])) right++;
    }
    expect(all).toBe(648);
    expect(right / all).toBeGreaterThanOrEqual(0.91);
  });
});

const KEYS = ['salutation', 'first', 'middle', 'last', 'suffix', 'nickname'] as const;
const PART: ReadonlyMap<string, (typeof KEYS)[number]> = new Map([
  ['GivenName', 'first'],
  ['FirstInitial', 'first'],
  ['MiddleName', 'middle'],
  ['MiddleInitial', 'middle'],
  ['Surname', 'last'],
  ['LastInitial', 'last'],
  ['PrefixMarital', 'salutation'],
  ['PrefixOther', 'salutation'],
  ['SuffixGenerational', 'suffix'],
  ['SuffixOther', 'suffix'],
  ['Nickname', 'nickname'],
]);
