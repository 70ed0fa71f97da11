import type { RecordSet } from '../mapping/types';
import type { Column } from '../table/types';
import type { TargetObject } from '../target/types';

const WHOLE_NAMES = ['name', 'dealname', 'subject', 'company'];
const NAME_PARTS: readonly (readonly [string, string])[] = [
  ['firstname', 'lastname'],
  ['first_name', 'last_name'],
];

/** A name a person recognises, per record: a company or deal name, a person's full name, else any text, else the key. */
export function titlesOf(records: RecordSet, object: TargetObject): (record: number) => string {
  const byApi = new Map(records.columns.map((column) => [column.name.toLowerCase(), column]));
  const parts: (readonly Column[])[] = [];
  for (const pair of NAME_PARTS) {
    const found = pair.flatMap((api) => byApi.get(api) ?? []);
    if (found.length > 0) parts.push(found);
  }
  for (const api of WHOLE_NAMES) {
    const column = byApi.get(api);
    if (column) parts.push([column]);
  }
  const texts = object.fields
    .filter((field) => field.type === 'text' || field.type === 'email')
    .filter((field) => field.api !== object.legacyKeyField && !field.working)
    .flatMap((field) => byApi.get(field.api.toLowerCase()) ?? []);
  for (const column of texts) parts.push([column]);
  return (record) => {
    for (const columns of parts) {
      const words = columns
        .map((column) => column.values[column.codes[record]!]!)
        .filter((word) => word !== '');
      if (words.length > 0) return words.join(' ');
    }
    return keyPart(records.keys[record]!);
  };
}

/** The source's own key inside a record key: `old-crm-accounts:4471` → `4471`. */
export function keyPart(recordKey: string): string {
  return recordKey.slice(recordKey.indexOf(':') + 1);
}
