import { checkCancelled, type TaskContext } from '../base/progress';
import { detectComments, withoutComments } from './comments';
import { checkedDialect } from './delimited-read';
import { detectDialect } from './dialect';
import { corruptWorkbook, emptyFile, tooManyColumns } from './errors';
import { findTables } from './find-tables';
import { detectHeader } from './header';
import { spanHeader } from './header-rows';
import { MAX_COLUMNS, SAMPLE_ROWS } from './limits';
import { isBlank, proposalOf, tableNameOf } from './proposal';
import { rowsInRange } from './range';
import { severalEvidence } from './several-tables';
import { headEncoding, headRows, headText, readHead } from './text-head';
import type { ByteSource, DelimitedOptions, Evidence, TableProposal } from './types';

/** How a text file is best read, and what it looks like then. Throws `AppFailure`. Reads two megabytes at most. */
export async function inspectDelimited(
  file: ByteSource,
  fileName: string,
  task: TaskContext,
): Promise<readonly TableProposal[]> {
  const head = await readHead(file, fileName);
  checkCancelled(task);
  const encoding = await headEncoding(file, fileName, head);
  const text = headText(head, encoding.encoding, fileName);
  const { dialect, evidence } = detectDialect(text, head.whole);
  const { rows, evidence: ofEnds } = headRows(text, head.whole, dialect);
  const filled = rows.filter((row) => !isBlank(row));
  if (filled.length === 0) throw emptyFile(fileName, file.size);
  // An export that failed often leaves its error message under the name of the workbook.
  if (
    /\.(?:xls[xmb]?|ods)$/i.test(fileName) &&
    filled.length < 3 &&
    filled.every((row) => row.length === 1)
  ) {
    throw corruptWorkbook(fileName, 'a line or two of text instead of a workbook');
  }
  const comments = detectComments(filled, dialect.delimiter);
  const evidenceOfText: Evidence[] = [
    { about: 'encoding', text: encoding.text, certainty: encoding.certainty },
    ...evidence,
    ...ofEnds,
    ...comments.evidence,
  ];
  const bare = withoutComments(rows, comments.comment ?? undefined);
  const found = findTables(bare);
  return found.map(({ range, title }, i) => {
    const seen = rowsInRange(bare, range);
    const header = spanHeader(seen, detectHeader(seen));
    const options: DelimitedOptions = {
      kind: 'delimited',
      encoding: encoding.encoding,
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      escape: dialect.escape,
      ...(comments.comment !== null && { comment: comments.comment }),
      headerRow: header.headerRow,
      ...(header.headerRows > 1 && { headerRows: header.headerRows }),
      firstRow: header.firstRow,
      ...(range && { range }),
      types: {},
      dateOrders: {},
    };
    const several = severalEvidence(found, i, rows.length);
    const proposal = propose(
      fileName,
      options,
      rows,
      [...evidenceOfText, ...several, header.evidence],
      head.whole,
    );
    if (found.length < 2) return proposal;
    return { ...proposal, name: `${proposal.name} ${title !== '' && title.length <= 60 ? title : i + 1}` };
  });
}

/** The same under a person's options: types and preview anew, nothing else is guessed. */
export async function previewDelimited(
  file: ByteSource,
  fileName: string,
  options: DelimitedOptions,
): Promise<TableProposal> {
  const dialect = checkedDialect(options);
  const head = await readHead(file, fileName);
  const { rows } = headRows(headText(head, options.encoding, fileName), head.whole, dialect);
  return propose(fileName, options, rows, [], head.whole);
}

function propose(
  fileName: string,
  options: DelimitedOptions,
  rows: readonly (readonly string[])[],
  evidence: readonly Evidence[],
  whole: boolean,
): TableProposal {
  const complete = whole && rows.length < SAMPLE_ROWS;
  const proposal = proposalOf({
    name: tableNameOf(fileName),
    options,
    rows,
    evidence,
    whole: complete,
    hidden: false,
  });
  if (proposal.columns.length > MAX_COLUMNS) throw tooManyColumns(fileName, proposal.columns.length);
  return proposal;
}
