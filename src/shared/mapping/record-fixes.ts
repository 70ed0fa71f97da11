import type { Column } from '../table/types';
import { keyIndex } from './link';
import type { RecordRows } from './types';

/** A person's correction of one record: its value becomes `to` as long as it reads `from`. */
export interface RecordFix {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/**
 * A mapped column with single records corrected. A record that is gone, or whose value changed in a newer extract, is left
 * alone. Costs one copy of the codes where anything changes.
 */
export function fixRecords(column: Column, rows: RecordRows, fixes: readonly RecordFix[]): Column {
  const index = keyIndex(rows);
  const apply = fixes.flatMap(({ key, from, to }) => {
    const record = index.get(key);
    return record !== undefined && column.values[column.codes[record]!] === from ? [{ record, to }] : [];
  });
  if (apply.length === 0) return column;
  const codes = column.codes.slice();
  const values = [...column.values];
  const codeOf = new Map(values.map((value, code) => [value, code]));
  for (const { record, to } of apply) {
    let code = codeOf.get(to);
    if (code === undefined) {
      code = values.length;
      values.push(to);
      codeOf.set(to, code);
    }
    codes[record] = code;
  }
  return { name: column.name, codes, values };
}
