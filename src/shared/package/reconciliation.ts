import { html, type Markup } from '../base/html';
import { DISPOSITION_WORDS, type DispositionWord } from './disposition-words';
import { DISPOSITION_COLOURS, page } from './html';
import { difference, LEDGER_NUMBERS, ledgerNumber, rowsOf, sumWords, totals } from './ledger-sums';
import type { WrittenFile } from './load-files';
import { reportCsv } from './report-csv';
import type { LedgerLine, LedgerTotals, PackageInput, TableDispositions } from './types';
import { grouped, instant, percent } from './words';

/** `reconciliation.csv`: one row per table, the numbers that must add up. */
export function reconciliationCsv(input: PackageInput): WrittenFile {
  const rows = input.ledger.map((line) => ({ line, table: tableOf(input, line) }));
  const bytes = reportCsv(
    [
      { header: 'source', text: (place) => rows[place]!.table?.sourceName ?? rows[place]!.line.sourceId },
      { header: 'table', text: (place) => rows[place]!.table?.tableName ?? rows[place]!.line.tableId },
      { header: 'target_object', text: (place) => rows[place]!.line.object ?? '' },
      ...LEDGER_NUMBERS.map((word) => ({
        header: word,
        text: (place: number) => String(ledgerNumber(rows[place]!.line, word)),
      })),
      { header: 'difference', text: (place) => String(difference(rows[place]!.line)) },
      { header: 'table_id', text: (place) => rows[place]!.line.tableId },
    ],
    rows.length,
  );
  return { path: 'reconciliation.csv', bytes, role: 'reconciliation', rows: rows.length };
}

/** `reconciliation.html`: the same numbers for print, per source and object, with the reasons behind them. */
export function reconciliationHtml(input: PackageInput): WrittenFile {
  const total = totals(input.ledger);
  const body = html`<h1>Reconciliation: ${input.projectName}</h1>
<p class="quiet">Package ${input.name}, written ${instant(input.createdAt)} for ${input.system.label}.</p>
<p>${sumWords(total)}. ${difference(total) === 0 ? 'Every row is accounted for.' : `${grouped(difference(total))} rows are not accounted for.`}</p>
${ledgerBar(total)}
<h2>By source table and target object</h2>
${ledgerTable(input)}
<h2>By target object</h2>
${objectTable(input)}
<h2>Why rows are where they are</h2>
${input.tables.map((table) => reasonTable(table))}
${qualityTable(input)}`;
  return {
    path: 'reconciliation.html',
    bytes: page(`Reconciliation: ${input.projectName}`, body),
    role: 'reconciliation',
    rows: null,
  };
}

/** The parts of the ledger as one bar with its legend; drawn, so that it needs no style attribute. */
export function ledgerBar(total: LedgerTotals): Markup {
  const rows = rowsOf(total);
  let x = 0;
  const parts = DISPOSITION_WORDS.map((word) => {
    const width = rows === 0 ? 0 : (total[word] / rows) * 1000;
    const part = html`<rect x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="14" fill="${DISPOSITION_COLOURS[word]}"><title>${word}: ${grouped(total[word])}</title></rect>`;
    x += width;
    return part;
  });
  return html`<svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" role="img" aria-label="Exported, merged, excluded, rejected, held">${parts}</svg>
<ul class="legend">${DISPOSITION_WORDS.map((word) => html`<li class="${word}">${word} ${grouped(total[word])}</li>`)}</ul>`;
}

function tableOf(input: PackageInput, line: LedgerLine): TableDispositions | undefined {
  return input.tables.find((table) => table.tableId === line.tableId);
}

function numberCells(line: LedgerTotals): readonly Markup[] {
  return [
    ...LEDGER_NUMBERS.map((word) => html`<td class="n">${grouped(ledgerNumber(line, word))}</td>`),
    html`<td class="n">${grouped(difference(line))}</td>`,
  ];
}

const NUMBER_HEADS = html`${[...LEDGER_NUMBERS, 'difference'].map((word) => html`<th class="n">${word}</th>`)}`;

function ledgerTable(input: PackageInput): Markup {
  return html`<table><thead><tr><th>source</th><th>table</th><th>object</th>${NUMBER_HEADS}</tr></thead>
<tbody>${input.ledger.map((line) => {
    const table = tableOf(input, line);
    return html`<tr><td>${table?.sourceName ?? line.sourceId}</td><td>${table?.tableName ?? line.tableId}</td><td>${line.object ?? 'none'}</td>${numberCells(line)}</tr>`;
  })}</tbody>
<tfoot><tr><th>all</th><td></td><td></td>${numberCells(totals(input.ledger))}</tr></tfoot></table>`;
}

function objectTable(input: PackageInput): Markup {
  const names = [...new Set(input.ledger.map((line) => line.object))];
  return html`<table><thead><tr><th>object</th>${NUMBER_HEADS}</tr></thead><tbody>${names.map((name) => {
    const sum = totals(input.ledger.filter((line) => line.object === name));
    return html`<tr><td>${name ?? 'none'}</td>${numberCells(sum)}</tr>`;
  })}</tbody></table>`;
}

function reasonTable(table: TableDispositions): Markup {
  const counts = new Map<number, { word: DispositionWord; reason: string; code: string; rows: number }>();
  for (let row = 0; row < table.rows; row++) {
    const id = table.reason[row]! * DISPOSITION_WORDS.length + table.disposition[row]!;
    const known = counts.get(id);
    if (known) known.rows++;
    else {
      counts.set(id, {
        word: DISPOSITION_WORDS[table.disposition[row]!]!,
        reason: table.reasons[table.reason[row]!] ?? '',
        code: table.reasonCodes[table.reason[row]!] ?? '',
        rows: 1,
      });
    }
  }
  const merged = mergeReasons([...counts.values()]);
  if (merged.length === 0) return html``;
  return html`<h3>${table.sourceName}: ${table.tableName}</h3>
<table><thead><tr><th>disposition</th><th>reason</th><th>code</th><th class="n">rows</th></tr></thead><tbody>${merged.map(
    (line) =>
      html`<tr><td>${line.word}</td><td>${line.reason}</td><td><code>${line.code}</code></td><td class="n">${grouped(line.rows)}</td></tr>`,
  )}</tbody></table>`;
}

interface ReasonCount {
  readonly word: DispositionWord;
  readonly reason: string;
  readonly code: string;
  readonly rows: number;
}

/** Most reasons of one code printed one by one; beyond it they differ per row and only their number says something. */
const SEVERAL = 12;

/** One line per reason; codes with a sentence of its own for every row (merges) become one line. */
function mergeReasons(lines: readonly ReasonCount[]): readonly ReasonCount[] {
  const groups = new Map<string, ReasonCount[]>();
  for (const line of lines) {
    const id = `${line.word} ${line.code}`;
    groups.set(id, [...(groups.get(id) ?? []), line]);
  }
  return [...groups.values()]
    .flatMap((group): readonly ReasonCount[] => {
      if (group.length <= SEVERAL) return group;
      const rows = group.reduce((sum, line) => sum + line.rows, 0);
      const reason = `${grouped(group.length)} different reasons, for instance: ${group[0]!.reason}`;
      return [{ ...group[0]!, reason, rows }];
    })
    .sort((a, b) => DISPOSITION_WORDS.indexOf(a.word) - DISPOSITION_WORDS.indexOf(b.word) || b.rows - a.rows);
}

function qualityTable(input: PackageInput): Markup {
  if (input.quality.length === 0) return html``;
  return html`<h2>Quality before and after</h2>
<p class="quiet">Score over completeness, validity, uniqueness, consistency and currency (ISO/IEC 25012), as first read and as exported.</p>
<table><thead><tr><th>data</th><th class="n">before</th><th class="n">after</th></tr></thead><tbody>${input.quality.map(
    (line) =>
      html`<tr><td>${line.tableName}</td><td class="n">${line.baseline === null ? 'not kept' : percent(line.baseline)}</td><td class="n">${percent(line.now)}</td></tr>`,
  )}</tbody></table>`;
}
