import { type CellWriter, REPORT_CSV, textWriter, writeCsv } from './csv-write';
import { guardFormula } from './formula-guard';

/** A column of a file people open in a spreadsheet; `text` by place in the list of rows. */
export interface ReportColumn {
  readonly header: string;
  readonly text: (place: number) => string;
}

/** A file for people: quoted, guarded against formulas, readable by Excel as it is. */
export function reportCsv(columns: readonly ReportColumn[], count: number): Uint8Array {
  const writers: CellWriter[] = columns.map(({ text }) =>
    textWriter((place) => guardFormula(text(place)), REPORT_CSV.delimiter),
  );
  return writeCsv(
    columns.map((column) => column.header),
    writers,
    range(count),
    REPORT_CSV,
  );
}

function* range(count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield i;
}
