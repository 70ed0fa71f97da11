import { hashOf } from '@shared/base/canonical';
import type { IngestedTable } from '@shared/ingest/types';

/** Everything of a table that was read, as one hash. */
export function digest({ table, lines, columns: guesses, rejected, warnings }: IngestedTable): string {
  const columns = table.columns.map(({ name, codes, values }) => ({
    name,
    codes: [...codes],
    values: [...values],
  }));
  return hashOf({ rows: table.rowCount, columns, lines: [...lines], guesses, rejected, warnings });
}
