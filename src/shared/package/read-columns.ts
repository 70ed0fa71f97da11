import { readStrictCsv } from './csv-read';
import { REPORT_CSV } from './csv-write';
import { unguardFormula } from './formula-guard';
import type { CsvFormat, ManifestFile } from './types';

/**
 * Reads the named columns of a file of the package and compares its number of rows with the manifest's. Lists for
 * people are read in their own format, without the guard against formulas.
 *
 * @param take Gets the cells in the order of `headers`; the array is used again for the next row.
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
    const wanted = headers.map(() => '');
    return (cells) => {
      for (let i = 0; i < at.length; i++) {
        const cell = at[i]! < 0 ? '' : cells[at[i]!]!;
        wanted[i] = loadFormat === null ? unguardFormula(cell) : cell;
      }
      take(wanted);
    };
  });
  if (missing !== undefined) return `${file.path} has no column "${missing}".`;
  if (!rows.ok) return `${file.path} cannot be read. ${rows.error.message}`;
  if (rows.value !== file.rows) {
    return `${file.path} has ${rows.value} rows; the manifest says ${file.rows}.`;
  }
  return null;
}

/** A cell to be kept: a string of its own, that does not keep the whole file in memory. */
export function kept(cell: string): string {
  return cell.length <= 12 ? cell : ` ${cell}`.slice(1);
}
