import { checkCancelled, type TaskContext } from '../base/progress';
import { detectEncoding } from './encoding';
import { notATable, workbookTooLarge } from './errors';
import { type HtmlTable, htmlTables } from './html-tables';
import { type ListVisitor, listVisitor } from './sheet-row';
import { bytesOf, decode } from './source';
import type { ByteSource } from './types';
import {
  type RowVisitor,
  SampleCollector,
  type SheetInfo,
  type SheetSample,
  type Workbook,
} from './workbook';

/** Bytes of a web page that is held in memory whole. */
const MAX_HTML = 64 << 20;

/** Opens the tables of an HTML page: what web programs often save under a name that ends in `.xls`, and what browsers copy. */
export async function openHtml(file: ByteSource, fileName: string): Promise<Workbook> {
  if (file.size > MAX_HTML) throw workbookTooLarge(fileName, file.size);
  const bytes = await bytesOf(file, 0, file.size);
  const tables = htmlTables(decode(bytes, encodingOf(bytes, fileName), fileName));
  if (tables.length === 0) throw notATable(fileName, 'a web page (HTML) without a table');
  return new HtmlWorkbook(tables, fileName);
}

/** The encoding the page declares at its start, or the one its bytes speak for. */
function encodingOf(bytes: Uint8Array<ArrayBuffer>, fileName: string): string {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1];
  const marked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe;
  if (declared !== undefined && !marked && isKnown(declared)) return declared.toLowerCase();
  return detectEncoding([bytes], fileName).encoding;
}

function isKnown(label: string): boolean {
  try {
    return !new TextDecoder(label).encoding.startsWith('utf-16');
  } catch {
    return false;
  }
}

class HtmlWorkbook implements Workbook {
  readonly format = 'html';
  readonly sheets: readonly SheetInfo[];
  readonly #tables: readonly HtmlTable[];
  readonly #fileName: string;

  constructor(tables: readonly HtmlTable[], fileName: string) {
    this.#tables = tables;
    this.#fileName = fileName;
    const used = new Set<string>();
    this.sheets = tables.map(({ caption }, i) => {
      const name = caption !== '' && !used.has(caption) ? caption.slice(0, 200) : `Table ${i + 1}`;
      used.add(name);
      return { name, hidden: false };
    });
  }

  async samples(sheets: readonly number[], limit: number, task: TaskContext): Promise<SheetSample[]> {
    checkCancelled(task);
    return sheets.map((sheet) => {
      const collector = new SampleCollector(limit);
      this.#visit(sheet, (row, cells) => collector.take(row, cells));
      return collector.finish();
    });
  }

  async rows(sheet: number, visit: RowVisitor, task: TaskContext): Promise<void> {
    const total = this.#tables[sheet]?.rows.length ?? 0;
    const take = listVisitor(visit);
    this.#visit(sheet, (row, cells) => {
      if (row % 5000 === 0) {
        checkCancelled(task);
        task.report({ label: `Reading ${this.#fileName}`, done: row, total });
      }
      return take(row, cells);
    });
  }

  #visit(sheet: number, visit: ListVisitor): void {
    for (const [row, cells] of (this.#tables[sheet]?.rows ?? []).entries()) {
      if (cells.some((cell) => cell !== '') && !visit(row, cells)) return;
    }
  }
}
