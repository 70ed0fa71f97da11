import { readStrictCsv } from './csv-read';
import { REPORT_CSV } from './csv-write';
import { unguardFormula } from './formula-guard';
import type { CsvFormat, ManifestFile } from './types';

/**
 * Reads the named columns of a file of the package and compares its number of rows with the manifest's. Lists for
 * people are read in their own format, without the guard against formulas.
 *
 * @param optional Columns behind the first may be missing; they read as empty.
 * @returns What is wrong with the file, or null.
 */
export function readColumns(
  file: ManifestFile,
  bytes: Uint8Array,
  loadFormat: CsvFormat | null,
  headers: readonly string[],
  optional: boolean,
  take: (cells: readonly string[]) => void,
): string | null {
  let missing: string | undefined;
  const rows = readStrictCsv(bytes, loadFormat ?? REPORT_CSV, (header) => {
    const at = headers.map((name) => header.indexOf(name));
    missing = headers.find((_, index) => at[index]! < 0 && !(optional && index > 0));
    if (missing !== undefined) return () => undefined;
    return (cells) => take(at.map((index) => ownText(index < 0 ? '' : cells[index]!, loadFormat === null)));
  });
  if (missing !== undefined) return `${file.path} has no column "${missing}".`;
  if (!rows.ok) return `${file.path} cannot be read. ${rows.error.message}`;
  if (rows.value !== file.rows) {
    return `${file.path} has ${rows.value} rows; the manifest says ${file.rows}.`;
  }
  return null;
}

/** The text of a cell as a string of its own, so that it does not keep the whole file in memory. */
function ownText(cell: string, guarded: boolean): string {
  const text = guarded ? unguardFormula(cell) : cell;
  return text.length <= 12 ? text : ` ${text}`.slice(1);
}
