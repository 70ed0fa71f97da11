import type { TaskContext } from '../base/progress';
import { listed } from './column-names';
import type { Content } from './content';
import { emptyFile, sheetMissing } from './errors';
import { findTables } from './find-tables';
import { detectHeader } from './header';
import { spanHeader } from './header-rows';
import { SAMPLE_ROWS } from './limits';
import { headingsOf, MergedCount, mergedFrom } from './merged-cells';
import { guarded, openWorkbook } from './open-workbook';
import { proposalOf, tableNameOf } from './proposal';
import { rowsInRange } from './range';
import { severalEvidence } from './several-tables';
import type { ByteSource, Evidence, Inspection, TableProposal, WorkbookOptions } from './types';
import type { SheetInfo, SheetSample, Workbook } from './workbook';

/** Every sheet of a workbook as a proposal; sheets without any cell are left out. Throws `AppFailure`. */
export async function inspectWorkbook(
  file: ByteSource,
  fileName: string,
  content: Exclude<Content, 'text'>,
  task: TaskContext,
): Promise<{ readonly format: Inspection['format']; readonly tables: readonly TableProposal[] }> {
  const workbook = await openWorkbook(file, fileName, content);
  const samples = await guarded(fileName, () =>
    workbook.samples([...workbook.sheets.keys()], SAMPLE_ROWS, task),
  );
  const base = tableNameOf(fileName);
  const filled = samples.filter(({ rows }) => rows.length > 0).length;
  if (filled === 0) throw emptyFile(fileName, file.size);
  const notes = sheetEvidence(workbook.sheets, samples);
  const tables: TableProposal[] = [];
  for (const [i, sheet] of workbook.sheets.entries()) {
    const sample = samples[i]!;
    if (sample.rows.length === 0) continue;
    const name = filled > 1 ? sheetTableName(base, sheet.name) : base;
    tables.push(...proposeAll(name, sheet, sample, notes));
  }
  return { format: workbook.format, tables };
}

/** The tables of one sheet, usually one. */
function proposeAll(
  name: string,
  sheet: SheetInfo,
  sample: SheetSample,
  notes: readonly Evidence[],
): TableProposal[] {
  const found = findTables(sample.rows);
  return found.map(({ range, title }, i) => {
    const rows = rowsInRange(sample.rows, range);
    const merged = mergedFrom(sample.merged ?? [], range?.firstColumn ?? 0);
    const header = spanHeader(rows, detectHeader(rows), merged);
    const headings = headingsOf(merged, header.headerRow ?? 0, header.firstRow);
    const options: WorkbookOptions = {
      kind: 'workbook',
      sheet: sheet.name,
      headerRow: header.headerRow,
      ...(header.headerRows > 1 && { headerRows: header.headerRows }),
      firstRow: header.firstRow,
      ...(header.headerRows > 1 && headings.length > 0 && { headings }),
      ...(range && { range }),
      notes: 'named',
      types: {},
      dateOrders: {},
      cells: { as: 'shown', except: [] },
    };
    const several = severalEvidence(found, i, sample.rows.length);
    const named = found.length > 1 ? `${name} ${title !== '' && title.length <= 60 ? title : i + 1}` : name;
    return propose(named, options, sample, [...notes, ...several, header.evidence], sheet.hidden);
  });
}

/** The name of the table on one of several sheets: that of the file is not said twice ("Customers 2019" of customers.xlsx). */
function sheetTableName(base: string, sheet: string): string {
  return sheet.toLowerCase().includes(base.toLowerCase()) ? sheet : `${base} ${sheet}`;
}

/** One sheet under a person's options. */
export async function previewWorkbook(
  file: ByteSource,
  fileName: string,
  content: Exclude<Content, 'text'>,
  options: WorkbookOptions,
  task: TaskContext,
): Promise<TableProposal> {
  const workbook = await openWorkbook(file, fileName, content);
  const sheet = sheetIndex(workbook, options.sheet, fileName);
  const [sample] = await guarded(fileName, () => workbook.samples([sheet], SAMPLE_ROWS, task));
  const base = tableNameOf(fileName);
  const name = workbook.sheets.length > 1 ? sheetTableName(base, options.sheet) : base;
  return propose(
    name,
    options,
    sample ?? { rows: [], held: new Map(), merged: [], whole: true },
    [],
    workbook.sheets[sheet]!.hidden,
  );
}

/** The number of a sheet by its name. Throws `SHEET_MISSING`. */
export function sheetIndex(workbook: Workbook, name: string, fileName: string): number {
  const index = workbook.sheets.findIndex((sheet) => sheet.name === name);
  if (index < 0) throw sheetMissing(fileName, name);
  return index;
}

function sheetEvidence(sheets: readonly SheetInfo[], samples: readonly SheetSample[]): Evidence[] {
  if (sheets.length === 1) return [];
  const named = (wanted: (sheet: SheetInfo, i: number) => boolean): string =>
    listed(sheets.filter(wanted).map(({ name }) => `"${name}"`));
  const hidden = named((sheet) => sheet.hidden);
  const empty = named((_, i) => samples[i]!.rows.length === 0);
  const text = `The workbook has ${sheets.length} sheets${hidden ? `; hidden: ${hidden}` : ''}${empty ? `; without content: ${empty}` : ''}.`;
  return [{ about: 'sheet', text, certainty: 'sure' }];
}

function propose(
  name: string,
  options: WorkbookOptions,
  sample: SheetSample,
  evidence: readonly Evidence[],
  hidden: boolean,
): TableProposal {
  const { rows, held, merged, whole } = sample;
  const count = new MergedCount(options);
  for (const cells of merged ?? []) count.take(cells);
  const ofMerged = count.warnings().map((text): Evidence => ({ about: 'rows', text, certainty: 'likely' }));
  return proposalOf({ name, options, rows, held, evidence: [...evidence, ...ofMerged], whole, hidden });
}
