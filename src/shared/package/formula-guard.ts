/**
 * A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection"), full-width forms
 * included. Cells that already begin with apostrophes before one are guarded too, so that the guard can be undone.
 */
const DANGEROUS = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** The cell with an apostrophe in front where a spreadsheet would take it for a formula. Never used in load files. */
export function guardFormula(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text before `guardFormula`. */
export function unguardFormula(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
