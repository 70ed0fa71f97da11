import * as XLSX from '@e965/xlsx';
import { quietTask } from '@shared/base/progress';
import { inspectFile, previewTable } from '@shared/ingest/inspect';
import { readTable } from '@shared/ingest/read';
import type { DelimitedOptions } from '@shared/ingest/types';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { xlsxOf } from './make-workbook';
import { source } from './support';

/** Inspects a file and reads everything found in it; anything but a `Result` is a failure of the test. */
async function swallow(bytes: Uint8Array<ArrayBuffer>, name = 'file'): Promise<void> {
  const inspection = await inspectFile(source(bytes), name, quietTask);
  if (!inspection.ok) {
    expect(inspection.error.code).toMatch(/^[A-Z_]+$/);
    expect(inspection.error.message.length).toBeGreaterThan(20);
    return;
  }
  for (const { options, columns, preview } of inspection.value.tables) {
    for (const row of preview) expect(row.length).toBe(columns.length);
    const read = await readTable(source(bytes), name, options, quietTask);
    if (!read.ok) continue;
    for (const column of read.value.table.columns)
      expect(column.codes.length).toBe(read.value.table.rowCount);
    expect(read.value.lines.length).toBe(read.value.table.rowCount);
  }
}

/** A valid file with some bytes overwritten, cut out or doubled. */
function mutated(file: Uint8Array<ArrayBuffer>) {
  const place = fc.nat(file.length - 1);
  const change = fc.tuple(fc.constantFrom('set', 'cut', 'double'), place, fc.nat(255), fc.nat(40));
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    let bytes: number[] = [...file];
    for (const [kind, at, value, length] of changes) {
      if (kind === 'set' && at < bytes.length) bytes[at] = value;
      else if (kind === 'cut') bytes = [...bytes.slice(0, at), ...bytes.slice(at + length)];
      else bytes = [...bytes.slice(0, at + length), ...bytes.slice(at)];
    }
    return Uint8Array.from(bytes);
  });
}

const csv = new TextEncoder().encode(
  'Kundenliste\n\nid;name;seit;betrag\n001;"Müller; Co";31.12.2020;1.234,50\n002;"say ""hi""";01.02.2021;7,5\n003;Zoë\n',
);

function book(bookType: XLSX.BookType): Uint8Array<ArrayBuffer> {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['id', 'name', 'since'],
    [1, 'Ann', new Date(Date.UTC(2020, 1, 2))],
    [2, 'Bob', true],
  ]);
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, sheet, 'S');
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType }) as ArrayBuffer);
}

/** SheetJS tells the console of every record it does not know. */
vi.spyOn(console, 'error').mockImplementation(() => undefined);

describe('hostile files end in a result', { timeout: 240_000 }, () => {
  it('random bytes', async () => {
    const bytes = fc.uint8Array({ maxLength: 600 });
    await fc.assert(
      fc.asyncProperty(bytes, (content) => swallow(Uint8Array.from(content))),
      { numRuns: 400 },
    );
  });

  it('random text made of what dialects are made of', async () => {
    const unit = fc.constantFrom(
      'a',
      '1',
      '.',
      ',',
      ';',
      '\t',
      '|',
      '"',
      "'",
      '\\',
      '\n',
      '\r',
      ' ',
      '/',
      'é',
      '\0',
      '+|',
      '&|',
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 200 }), (text) =>
        swallow(new TextEncoder().encode(text)),
      ),
      { numRuns: 400 },
    );
  });

  it('damaged CSV files', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(csv), (bytes) => swallow(bytes)),
      { numRuns: 300 },
    );
  });

  it('damaged XLSX files', async () => {
    const file = await xlsxOf(
      [{ name: 'S', data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44197</v></c></row>' }],
      { strings: '<si><t>x</t></si>', styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' },
    );
    await fc.assert(
      fc.asyncProperty(mutated(file), (bytes) => swallow(bytes)),
      { numRuns: 150 },
    );
  });

  it.each(['biff8', 'biff5', 'biff2', 'xlsb', 'ods', 'xlml'] as const)(
    'damaged %s files',
    async (bookType) => {
      await fc.assert(
        fc.asyncProperty(mutated(book(bookType)), (bytes) => swallow(bytes)),
        { numRuns: 60 },
      );
    },
  );

  it('any reading options on any text', async () => {
    const options: fc.Arbitrary<DelimitedOptions> = fc.record({
      kind: fc.constant('delimited' as const),
      encoding: fc.constantFrom('utf-8', 'utf-16le', 'shift_jis', 'windows-1252', 'nonsense'),
      delimiter: fc.constantFrom(',', ' ', '+|', '"', 'ab', '', '\n', '漢'),
      quote: fc.constantFrom('"', "'", '', 'ab'),
      escape: fc.constantFrom('"', '\\', ''),
      headerRow: fc.option(fc.nat(5)),
      firstRow: fc.nat(8),
      types: fc.constant({}),
      dateOrders: fc.constant({}),
    });
    await fc.assert(
      fc.asyncProperty(options, fc.string({ maxLength: 100 }), async (chosen, text) => {
        const file = source(`x${text}`);
        expect(await previewTable(file, 'f', chosen, quietTask)).toHaveProperty('ok');
        expect(await readTable(file, 'f', chosen, quietTask)).toHaveProperty('ok');
      }),
      { numRuns: 400 },
    );
  });
});
