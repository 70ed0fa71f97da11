import { soundex } from '../../base/text/phonetics/soundex';
import { TextCodes } from '../../table/text-codes';
import { kindOf, SEPARATOR } from '../compare/kinds';
import { ASIDE_MARK } from '../normalise/label';
import { SMALL_WORDS } from '../normalise/label-words';
import { nicknameRoot } from '../normalise/nicknames';
import { phoneTail } from '../normalise/phone';
import type { PreparedComparison } from '../prepare/prepare';
import type { ComparisonColumn } from '../types';

/** One key per record: records with the same code (not 0) share a block. */
export interface KeyColumn {
  readonly comparison: number;
  readonly label: string;
  readonly codes: Uint32Array;
  /** Highest code plus one. */
  readonly size: number;
  /** Finer keys of one comparison split the blocks of coarser ones; 0 is the coarsest. */
  readonly fineness: number;
  /** The value behind the key of a record, for telling a person which block is meant. */
  valueAt(row: number): string;
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
  const whole: KeyMaker = [`same ${name}`, 1, itself];
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
        [`same initials in ${name}`, 0, initials],
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

const itself = (value: string): string => value;

/** "black entertainment television" and "bet" alike: initials of three words and more, small ones and remarks aside, or one short word. */
function initials(value: string): string {
  const mark = value.indexOf(ASIDE_MARK);
  const words = (mark < 0 ? value : value.slice(0, mark)).split(' ').filter((word) => !SMALL_WORDS.has(word));
  if (words.length === 1) return words[0]!.length >= 3 && words[0]!.length <= 6 ? words[0]! : '';
  return words.length < 3 ? '' : words.map((word) => word.slice(0, 1)).join('');
}

/**
 * The single keys of every comparison whose values are single. Few people have several names, so names keep their single
 * keys, made of the first one; the others have keys of their own beside them.
 */
export function keyColumns(comparisons: readonly PreparedComparison[]): KeyColumn[] {
  return comparisons.flatMap(({ column, name }, comparison) => {
    const several = hasSets(column.values);
    if (several && column.kind !== 'given' && column.kind !== 'family') return [];
    const valueAt = (row: number): string => column.values[column.codes[row]!] ?? '';
    return keyMakers(column.kind, name).map(([label, fineness, make]) => {
      const keys =
        make === itself && !several
          ? { codes: column.codes, size: column.values.length }
          : keyCodes(column, (value) => make(firstOf(value)));
      return { comparison, label, fineness, valueAt, ...keys };
    });
  });
}

/** One key per record, made once per distinct value that occurs. */
function keyCodes(
  column: ComparisonColumn,
  make: (value: string) => string,
): { codes: Uint32Array; size: number } {
  const { values } = column;
  const texts = new TextCodes(values.length);
  const map = new Uint32Array(values.length);
  const made = new Uint8Array(values.length);
  const codes = new Uint32Array(column.codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = column.codes[row]!;
    if (code === 0) continue;
    if (made[code] === 0) {
      made[code] = 1;
      map[code] = texts.codeOf(make(values[code]!));
    }
    codes[row] = map[code]!;
  }
  return { codes, size: texts.values.length };
}

function firstOf(value: string): string {
  const end = value.indexOf(SEPARATOR);
  return end < 0 ? value : value.slice(0, end);
}

/** Whether some value is a set of several. */
export function hasSets(values: readonly string[]): boolean {
  return values.some((value) => value.includes(SEPARATOR));
}
