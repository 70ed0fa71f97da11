import { compareText } from '../table/rank';
import type { MappingSheet } from './sheet';

/** A value that the lists of the target lack, for the administrator of the CRM to add or to refuse. */
export interface RequestedValue {
  readonly object: string;
  readonly field: string;
  readonly api: string;
  readonly value: string;
  /** Rows with it, over all tables. */
  readonly rows: number;
  readonly tables: readonly string[];
}

/** Every value without a place, once per field: by object and field as in the sheet, most rows first. */
export function requestList(sheet: MappingSheet): readonly RequestedValue[] {
  const fields = new Map<string, Map<string, RequestedValue>>();
  for (const row of sheet.rows) {
    const place = `${row.object}\n${row.api}`;
    const values = fields.get(place) ?? new Map<string, RequestedValue>();
    fields.set(place, values);
    for (const { from, to, count } of row.values) {
      if (to !== null) continue;
      const known = values.get(from);
      values.set(from, {
        object: row.object,
        field: row.field,
        api: row.api,
        value: from,
        rows: (known?.rows ?? 0) + count,
        tables: [...(known?.tables ?? []), row.table],
      });
    }
  }
  return [...fields.values()].flatMap((values) =>
    [...values.values()].sort((a, b) => b.rows - a.rows || compareText(a.value, b.value)),
  );
}
