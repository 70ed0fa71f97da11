import { hashOf } from '@shared/base/canonical';
import { unwrap } from '@shared/base/result';
import { inspectFile } from '@shared/ingest/inspect';
import { createEncodeSide } from '@shared/ingest/parallel/thread-side';
import { type EncodeAnswer, type EncodeHelp, encodeHelp } from '@shared/ingest/parallel/types';
import { readTable } from '@shared/ingest/read';
import type { IngestedTable } from '@shared/ingest/types';
import { describe, expect, it } from 'vitest';
import { sourceEncoding } from './source-encoding';

const idle = { report: () => undefined, signal: new AbortController().signal };

/** A thread that runs in this one; it fails after so many requests. */
function pretended(requests = Number.POSITIVE_INFINITY): { readonly help: EncodeHelp; closed: number } {
  const told = { closed: 0, help: encodeHelp(start, 0) };
  return told;

  function start() {
    let left = requests;
    let hear: (answer: EncodeAnswer) => void = () => undefined;
    let fail: () => void = () => undefined;
    const side = createEncodeSide((answer, transfer) => {
      const copy = structuredClone(answer, { transfer });
      queueMicrotask(() => hear(copy));
    });
    return {
      post: (request: Parameters<typeof side>[0], transfer: ArrayBuffer[] = []) => {
        const copy = structuredClone(request, { transfer });
        queueMicrotask(() => (left-- > 0 ? side(copy) : fail()));
      },
      listen: (onAnswer: typeof hear, onFailed: () => void) => {
        hear = onAnswer;
        fail = onFailed;
      },
      close: () => {
        told.closed++;
      },
    };
  }
}

/** Quotes in quotes, signs of several bytes, short rows, a note, a repeated header and totals, over several pieces. */
function mixedFile(): Blob {
  const header = 'Id,Name,City,Note';
  const lines = [header];
  for (let row = 0; row < 30_000; row++) {
    const note =
      row % 7 === 0 ? `"said ""${row % 911}"", twice\nand more"` : 'a plain remark to fill the line';
    const name = `Müller ${row % 13_000}`;
    if (row % 5_000 === 17) lines.push(`${row},${name}`);
    else if (row % 9_000 === 4_500) lines.push(header, 'checked by hand');
    else lines.push(`${row},${name},"Åre ${row % 300} 東京",${note}`);
  }
  lines.push('Total,,,');
  return new Blob([lines.join('\r\n')]);
}

const file = mixedFile();
const optionsOf = async (): Promise<Parameters<typeof readTable>[2]> =>
  unwrap(await inspectFile(file, 'mixed.csv', idle)).tables[0]!.options;

async function read(help: EncodeHelp | null): Promise<string> {
  const found = unwrap(await readTable(file, 'mixed.csv', await optionsOf(), idle, help));
  return digest(found);
}

function digest({ table, lines, columns: guesses, rejected, warnings }: IngestedTable): string {
  const columns = table.columns.map(({ name, codes, values }) => ({
    name,
    codes: [...codes],
    values: [...values],
  }));
  return hashOf({ rows: table.rowCount, columns, lines: [...lines], guesses, rejected, warnings });
}

describe('reading with another thread', () => {
  it('makes the table that one thread makes', async () => {
    const alone = unwrap(await readTable(file, 'mixed.csv', await optionsOf(), idle));
    expect(alone.table.rowCount).toBe(29_997);
    expect(alone.rejected.map(({ kind }) => kind)).toEqual([
      ...Array(3).fill(['header', 'note']).flat(),
      'total',
    ]);
    const thread = pretended();
    expect(await read(thread.help)).toBe(digest(alone));
    expect(thread.closed).toBe(1);
    expect(await read(await sourceEncoding(0))).toBe(digest(alone));
  });

  it('reads alone when the thread cannot be started or fails on the way', async () => {
    const alone = await read(null);
    for (const requests of [0, 1, 20]) {
      const thread = pretended(requests);
      expect(await read(thread.help)).toBe(alone);
      expect(thread.closed).toBe(1);
    }
    const none = encodeHelp(() => {
      throw new Error('no threads here');
    }, 0);
    expect(await read(none)).toBe(alone);
  });

  it('lets the thread go when the person stops', async () => {
    const stop = new AbortController();
    const thread = pretended();
    const task = { report: () => stop.abort(), signal: stop.signal };
    const found = await readTable(file, 'mixed.csv', await optionsOf(), task, thread.help);
    expect(found.ok ? null : found.error.code).toBe('CANCELLED');
    expect(thread.closed).toBe(1);
  });
});
