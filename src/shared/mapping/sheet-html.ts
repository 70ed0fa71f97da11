import { escapeHtml, html, type Markup } from '../base/html';
import { type MappingSheet, percentWords, type SheetRow, type SheetValue } from './sheet';

/** Values of one field written out on paper; the workbook has them all. */
const MOST_VALUES = 40;

const STYLE = `
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 90rem; padding: 0 1.5rem; background: #fff; color: #1d1f23;
  font: 12px/1.45 Inter, system-ui, -apple-system, "Segoe UI", sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 22px; margin: 0 0 4px; }
h2 { font-size: 16px; margin: 28px 0 6px; break-after: avoid; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: 4px 8px 4px 0; border-bottom: 1px solid #e4e1da; overflow-wrap: anywhere; }
thead th { color: #5b5f68; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
ul { margin: 0; padding: 0; list-style: none; }
.quiet { color: #5b5f68; }
.open { color: #a33c00; font-weight: 600; }
.n { text-align: right; }
.sign { margin-top: 40px; break-inside: avoid; }
.sign td { height: 44px; border-bottom: 1px solid #1d1f23; }
.sign th { border-bottom: 0; }
@page { size: A4 landscape; margin: 12mm; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`;

/** The sheet as a page that stands alone: printable, no script, nothing from elsewhere, every text escaped. */
export function sheetHtml(sheet: MappingSheet): string {
  const objects = [...new Set(sheet.rows.map((row) => row.object))];
  const sections = objects.map((object) =>
    section(
      object,
      sheet.rows.filter((row) => row.object === object),
    ),
  );
  const body = html`<h1>${sheet.title}: mapping to ${sheet.target}</h1>
<p class="quiet">What fills each field of the new system, from which columns, and what is done to the values on the way.</p>
${sections.length === 0 ? html`<p>No table is mapped yet.</p>` : sections}
<table class="sign"><thead><tr><th>Agreed by</th><th>Role</th><th>Date</th><th>Signature</th></tr></thead>
<tbody><tr><td></td><td></td><td></td><td></td></tr><tr><td></td><td></td><td></td><td></td></tr></tbody></table>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(sheet.title)}: mapping</title>
<style>${STYLE}</style>
</head>
<body>
${body.text}
</body>
</html>
`;
}

function section(object: string, rows: readonly SheetRow[]): Markup {
  return html`<h2>${object}</h2>
<table><thead><tr><th>Field</th><th>Type</th><th>From</th><th>Then</th><th>Values</th><th class="n">Filled</th><th>For example</th></tr></thead>
<tbody>${rows.map(line)}</tbody></table>
`;
}

function line(row: SheetRow): Markup {
  const from =
    row.table === ''
      ? html`<span class="open">nothing fills it</span>`
      : html`${row.from}<div class="quiet">${row.table}</div>`;
  return html`<tr><td>${row.field}${row.required ? ' *' : ''}<div class="quiet">${row.api}</div></td><td>${row.type}${
    row.default === '' ? '' : html`<div class="quiet">default: ${row.default}</div>`
  }</td><td>${from}</td><td>${list(row.steps)}</td><td>${values(row.values)}</td><td class="n">${percentWords(row.filled)}</td><td>${list(
    row.samples.map(({ from: before, to }) => (before === to ? before : `${before} → ${to || '(empty)'}`)),
  )}</td></tr>
`;
}

function list(items: readonly string[]): Markup {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function values(all: readonly SheetValue[]): Markup {
  if (all.length === 0) return html``;
  const more = all.length - MOST_VALUES;
  return html`<ul>${all
    .slice(0, MOST_VALUES)
    .map(({ from, to, count }) =>
      to === null
        ? html`<li class="open">${from} (${count}): no place yet</li>`
        : html`<li>${from || '(empty)'} → ${to || '(empty)'} <span class="quiet">(${count})</span></li>`,
    )}</ul>${more > 0 ? html`<div class="quiet">and ${more} more, in the workbook</div>` : ''}`;
}
