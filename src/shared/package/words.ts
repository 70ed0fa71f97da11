import { transformSentence } from '../clean/step-sentence';
import { HELD_WAIVER } from '../govern/gate';
import { itemWaiver } from '../govern/item-state';
import type { ChecklistItem } from '../govern/types';
import { sourceWords } from '../mapping/source-words';
import type { FieldSource, Transform } from '../mapping/types';

/** A whole number with commas between groups of three: `1,204,331`. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 row`, `1,204 rows`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}

/** A share 0..1 as per cent with one decimal: `93.4 %`. */
export function percent(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)} %`;
}

/** A size a person can grasp: `412 bytes`, `3.2 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** An ISO instant without its fraction: `2025-03-01 14:07 UTC`; other text as it is. */
export function instant(iso: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/.exec(iso);
  return parts ? `${parts[1]} ${parts[2]} UTC` : iso;
}

const DATE_ORDERS = { DMY: 'day, month, year', MDY: 'month, day, year', YMD: 'year, month, day' } as const;
const CASES = {
  upper: 'upper case',
  lower: 'lower case',
  name: 'capitals as in names',
  sentence: 'capitals as in sentences',
} as const;

/** A transform as a phrase: `read as date (day, month, year)`. */
export function transformWords(transform: Transform): string {
  switch (transform.op) {
    case 'trim':
      return 'trim blanks';
    case 'case':
      return CASES[transform.to];
    case 'date':
      return `read as date (${DATE_ORDERS[transform.order]})`;
    case 'number':
      return `read as number (decimal ${transform.decimal === ',' ? 'comma' : 'point'})`;
    case 'boolean':
      return 'read as yes or no';
    case 'phone':
      return `phone number in international form (country ${transform.country})`;
    case 'email':
      return 'clean e-mail address';
    case 'url':
      return 'clean web address';
    case 'country':
      return transform.to === 'iso2' ? 'country as two-letter code' : 'country as name';
    case 'nameLast':
      return 'family name out of the full name';
    case 'nameFirst':
      return 'given name out of the full name';
    case 'replace':
      return `replace "${transform.find}" by "${transform.with}"`;
    case 'truncate':
      return `cut after ${transform.length} characters`;
    case 'default':
      return `"${transform.value}" where empty`;
    default: {
      const words = transformSentence(transform);
      return words.charAt(0).toLowerCase() + words.slice(1);
    }
  }
}

/** Where a field comes from, in full: what stands between joined columns, what a reference is. */
export function sourceText(from: FieldSource, tableName: (tableId: string) => string): string {
  switch (from.kind) {
    case 'join':
      return `${from.columns.join(' + ')} (joined by "${from.separator}")`;
    case 'constant':
      return `fixed value "${from.value}"`;
    case 'reference':
      return `${from.column} (key of ${tableName(from.table)}${from.by === null ? '' : `, by its column ${from.by}`})`;
    default:
      return sourceWords(from, tableName);
  }
}

/** What a waiver lets through, in words: the question of its item, or the held rows. */
export function waiverWords(subject: string, items: readonly ChecklistItem[]): string {
  if (subject === HELD_WAIVER) return 'Rows still held';
  return items.find(({ id }) => itemWaiver(id) === subject)?.question ?? subject;
}
