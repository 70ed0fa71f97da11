import { kindOf, SEPARATOR } from '../compare/kinds';
import { soundex } from '../../base/text/phonetics/soundex';
import { nicknameRoot } from '../normalise/nicknames';
import { phoneTail } from '../normalise/phone';
import { Dictionary } from '../prepare/dictionary';
import type { PreparedComparison } from '../prepare/prepare';

/** One key per record: records with the same code (not 0) share a block. */
export interface KeyColumn {
  readonly comparison: number;
  readonly label: string;
  readonly codes: Uint32Array;
  /** Highest code plus one. */
  readonly size: number;
  /** Finer keys of one comparison split the blocks of coarser ones; 0 is the coarsest. */
  readonly fineness: number;
}

/** Several keys per record: `keys[offsets[i] .. offsets[i+1])` are those of record i, ascending. */
export interface MultiKey {
  readonly comparison: number;
  readonly label: string;
  readonly offsets: Uint32Array;
  readonly keys: Uint32Array;
  readonly size: number;
}

export type KeyMaker = readonly [label: string, fineness: number, key: (value: string) => string];

/** Single keys by kind, coarsest first within one fineness line. '' means no key. */
export function keyMakers(kind: string, name: string): readonly KeyMaker[] {
  const whole: KeyMaker = [`same ${name}`, 1, (value) => value];
  switch (kindOf(kind).id) {
    case 'given':
      return [[`same ${name} or nickname`, 1, (value) => nicknameRoot(value.split(' ')[0]!)]];
    case 'family':
      return [[`${name} sounds alike`, 0, (value) => soundex(value) || value], whole];
    case 'date':
      return [
        whole,
        [`same year and month in ${name}`, 0, (value) => (value.endsWith('0000') ? '' : value.slice(0, 6))],
        [`same month and day in ${name}`, 0, (value) => (value.endsWith('0000') ? '' : value.slice(4))],
      ];
    case 'email':
      return [[`same mailbox in ${name}`, 0, (value) => value.slice(0, value.indexOf('@'))], whole];
    case 'phone':
      return [[`same last seven digits in ${name}`, 1, phoneTail]];
    case 'street':
      return [
        [
          `same number and first letters in ${name}`,
          0,
          (value) => {
            const [number, words] = value.split('|');
            return number === '' ? '' : `${number}|${(words ?? '').slice(0, 4)}`;
          },
        ],
        whole,
      ];
    case 'url':
      return [[`same host in ${name}`, 0, (value) => value.split('/')[0]!], whole];
    case 'company':
    case 'text':
      return [
        [`same first letters in ${name}`, 0, (value) => value.replace(/ /g, '').slice(0, 6)],
        [`same words in ${name}`, 1, (value) => value.split(' ').sort().join(' ')],
      ];
    case 'city':
      return [[`first letters of ${name}`, 0, (value) => value.slice(0, 5)], whole];
    case 'postcode':
    case 'identifier':
    case 'number':
    case 'code':
      return [whole];
  }
}

/** The single keys of every comparison whose values are single. */
export function keyColumns(comparisons: readonly PreparedComparison[]): KeyColumn[] {
  return comparisons.flatMap(({ column, name }, comparison) => {
    if (hasSets(column.values)) return [];
    return keyMakers(column.kind, name).map(([label, fineness, make]) => {
      const dictionary = new Dictionary();
      const map = new Uint32Array(column.values.length);
      const used = new Uint8Array(column.values.length);
      const codes = new Uint32Array(column.codes.length);
      for (let row = 0; row < codes.length; row++) {
        const code = column.codes[row]!;
        if (code === 0) continue;
        if (used[code] === 0) {
          used[code] = 1;
          map[code] = dictionary.codeOf(make(column.values[code]!));
        }
        codes[row] = map[code]!;
      }
      return { comparison, label, codes, size: dictionary.values.length, fineness };
    });
  });
}

/** The several keys of sets (phones, addresses): one per member. */
export function setKeys(comparisons: readonly PreparedComparison[]): MultiKey[] {
  return comparisons.flatMap(({ column, name }, comparison) => {
    if (!hasSets(column.values)) return [];
    const maker = keyMakers(column.kind, name)[0]!;
    return [
      multiKey(comparison, maker[0], column.codes, column.values, (value) => [
        ...new Set(value.split(SEPARATOR).map(maker[2])),
      ]),
    ];
  });
}

/** The words of company names and texts. */
export function wordKeys(comparisons: readonly PreparedComparison[]): MultiKey[] {
  return comparisons.flatMap(({ column, name }, comparison) => {
    if (column.kind !== 'company' && column.kind !== 'text') return [];
    return [
      multiKey(comparison, `a rare word of ${name}`, column.codes, column.values, (value) => [
        ...new Set(value.split(' ')),
      ]),
    ];
  });
}

function hasSets(values: readonly string[]): boolean {
  return values.some((value) => value.includes(SEPARATOR));
}

function multiKey(
  comparison: number,
  label: string,
  codes: Uint32Array,
  values: readonly string[],
  split: (value: string) => readonly string[],
): MultiKey {
  const dictionary = new Dictionary();
  const lists: (Uint32Array | undefined)[] = new Array(values.length);
  const offsets = new Uint32Array(codes.length + 1);
  let total = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code !== 0) {
      let list = lists[code];
      if (!list) {
        list = Uint32Array.from(
          split(values[code]!)
            .filter((key) => key !== '')
            .map((key) => dictionary.codeOf(key)),
        ).sort();
        lists[code] = list;
      }
      total += list.length;
    }
    offsets[row + 1] = total;
  }
  const keys = new Uint32Array(total);
  for (let row = 0; row < codes.length; row++) {
    const list = lists[codes[row]!];
    if (codes[row] !== 0 && list) keys.set(list, offsets[row]!);
  }
  return { comparison, label, offsets, keys, size: dictionary.values.length };
}
