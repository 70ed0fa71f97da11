import { pacedBy, type TaskContext } from '../base/progress';
import { type CellSink, LocalSink } from './cell-sink';
import { withoutComments } from './comments';
import { dialectOf } from './dialect';
import { badOptions, tooManyColumns } from './errors';
import { layoutOf } from './layout';
import { MAX_COLUMNS } from './limits';
import { lineEndWarnings } from './line-ends';
import { ThreadedSink } from './parallel/threaded-sink';
import type { ReadThread } from './parallel/types';
import type { ThreadStart } from './parallel/with-help';
import { RowCollector } from './row-collector';
import { RowScanner } from './scan-rows';
import { textPieces } from './source';
import { textWarnings } from './table-warnings';
import { headRows, headText, readHead } from './text-head';
import type { ByteSource, DelimitedOptions, IngestedTable } from './types';

/**
 * Reads a text file under settled options, with a thread that encodes columns if one can be started. Throws `AppFailure`,
 * and `ThreadFailed`. Linear; about 30 MB/s a core with twenty columns.
 */
export async function readDelimited(
  file: ByteSource,
  fileName: string,
  options: DelimitedOptions,
  task: TaskContext,
  start: ThreadStart,
): Promise<IngestedTable> {
  const dialect = checkedDialect(options);
  const head = await readHead(file, fileName);
  const { rows, ends } = headRows(headText(head, options.encoding, fileName), head.whole, dialect);
  const sample = withoutComments(rows, options.comment);
  const layout = layoutOf(sample, options);
  if (layout.names.length > MAX_COLUMNS) throw tooManyColumns(fileName, layout.names.length);
  const sink = sinkFor(layout.names.length, start());
  try {
    const table = new RowCollector(layout, sample, options, fileName, sink);
    const scanner = new RowScanner(dialect, ends);
    let undecodable = 0;
    let mended = 0;
    let nuls = 0;
    for await (const piece of textPieces(file, fileName, options.encoding, task)) {
      undecodable += piece.undecodable;
      mended += piece.mended;
      for (let at = piece.bytes.indexOf(0); at >= 0; at = piece.bytes.indexOf(0, at + 1)) nuls++;
      scanner.feed(piece.bytes, piece.last, (row) => table.take(row));
      table.flush();
      await sink.ready();
    }
    const pace = pacedBy(task);
    const notes = [
      ...lineEndWarnings(scanner.ended),
      ...textWarnings({ encoding: options.encoding, undecodable, mended, nuls }),
    ];
    return await table.finish(notes, (values) => {
      task.report({ label: `Collecting the values of ${fileName}`, done: file.size, total: file.size });
      return pace(values);
    });
  } finally {
    sink.close();
  }
}

function sinkFor(columns: number, thread: ReadThread | null): CellSink {
  return thread ? new ThreadedSink(thread, columns) : new LocalSink(columns);
}

/** The dialect of the options; throws `BAD_READ_OPTIONS` for what cannot be read with. */
export function checkedDialect(options: DelimitedOptions) {
  const { delimiter, quote, escape: escaper } = options;
  if (delimiter === '' || /[\r\n]/.test(delimiter)) {
    throw badOptions(
      'Choose a delimiter: one or more characters that stand between cells, not a line break.',
    );
  }
  for (const sign of [quote, escaper]) {
    if (sign.length > 1 || sign.charCodeAt(0) > 0x7f || /[\r\n]/.test(sign)) {
      throw badOptions('Quote and escape must be one plain character each, or empty.');
    }
  }
  if (quote !== '' && delimiter.startsWith(quote)) {
    throw badOptions('Delimiter and quote must be different characters.');
  }
  return dialectOf(options);
}
