import { sha256 } from '@noble/hashes/sha2.js';
import { html, type Markup } from '../../base/html';
import type { TableFindings, TableLink } from '../findings/types';
import { countText, percentText, plural } from '../text';
import type { ColumnProfile, QualityScore, TableProfile } from '../types';
import { isWorthCarrying } from '../worth';
import { columnCard } from './report-column';
import { findingsSection, linksSection } from './report-findings';
import { REPORT_STYLE } from './report-style';

/** One table of the report. */
export interface ReportedTable {
  readonly tableId: string;
  readonly name: string;
  readonly profile: TableProfile;
  readonly findings: TableFindings;
  /** The kept baseline, or the quality as read; null when there is nothing to compare with. */
  readonly before: QualityScore | null;
  readonly choices: readonly {
    readonly column: string;
    readonly verdict: 'carry' | 'leave';
    readonly reason: string;
  }[];
}

export interface ReportInput {
  readonly title: string;
  readonly tables: readonly ReportedTable[];
  readonly links: readonly TableLink[];
}

/** Columns drawn one by one; wider tables are cut with a sentence. */
const MOST_COLUMNS = 400;

/**
 * The profile of a project as one page that stands alone: style inside, charts as SVG, no script, nothing loaded from
 * elsewhere; light or dark as the reader's machine is set, and printable. Every text from the data is escaped, and a
 * content policy allows the page nothing but its own style.
 */
export function reportHtml({ title, tables, links }: ReportInput): string {
  const body = html`<h1>Data profile: ${title}</h1>
<p class="quiet">${plural(tables.length, 'table')}, ${plural(
    tables.reduce((sum, table) => sum + table.profile.rows, 0),
    'row',
  )}. Made by Winnow on this computer; nothing was sent anywhere. It holds examples from the data: treat it like the data.</p>
${tables.length > 1 ? overview(tables) : html``}
${linksSection(links)}
${tables.map(tableSection)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash()}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
${html`<title>Data profile: ${title}</title>`.text}
<style>${REPORT_STYLE}</style>
</head>
<body>
${body.text}
</body>
</html>
`;
}

function styleHash(): string {
  return btoa(String.fromCharCode(...sha256(new TextEncoder().encode(REPORT_STYLE))));
}

/** A share out of a hundred, rounded down so that 100 means all. */
function score(share: number): string {
  return String(Math.floor(share * 100 + 1e-9));
}

function overview(tables: readonly ReportedTable[]): Markup {
  return html`<table><thead><tr><th>Table</th><th class="n">Rows</th><th class="n">Columns</th><th class="n">Quality</th><th class="n">Problems</th></tr></thead><tbody>${tables.map(
    ({ name, profile }, index) =>
      html`<tr><td><a href="#t${index + 1}">${name}</a></td><td class="n">${countText(profile.rows)}</td><td class="n">${profile.columns.length}</td><td class="n">${score(profile.quality.overall)}</td><td class="n">${countText(profile.columns.reduce((sum, column) => sum + column.problems.length, 0))}</td></tr>`,
  )}</tbody></table>`;
}

function tableSection(table: ReportedTable, index: number): Markup {
  const { profile } = table;
  const shown = profile.columns.slice(0, MOST_COLUMNS);
  const cut = profile.columns.length - shown.length;
  return html`<h2 id="t${index + 1}">${table.name}</h2>
<p class="quiet">${plural(profile.rows, 'row')}, ${plural(profile.columns.length, 'column')}, ${profile.keyColumn === null ? 'no column identifies the rows' : `rows identified by ${profile.keyColumn}`}; seen from ${profile.referenceDate}.</p>
${qualitySection(profile.quality, table.before)}
${findingsSection(table.findings)}
<h3>Columns</h3>
<div class="columns">${shown.map(columnCard)}</div>
${cut > 0 ? html`<p class="quiet">${plural(cut, 'further column is', 'further columns are')} not drawn here.</p>` : html``}
${worthSection(table)}`;
}

function qualitySection(now: QualityScore, before: QualityScore | null): Markup {
  return html`<p><span class="figure">${score(now.overall)}</span> of 100, the mean of:</p>
<table><thead><tr><th>Characteristic</th>${before ? html`<th class="n">Before</th>` : html``}<th class="n">Now</th><th>How it is computed</th></tr></thead><tbody>${now.parts.map(
    (part) => {
      const was = before?.parts.find((item) => item.characteristic === part.characteristic);
      return html`<tr><td>${part.characteristic}</td>${before ? html`<td class="n">${was ? score(was.score) : ''}</td>` : html``}<td class="n">${score(part.score)}</td><td class="quiet">${part.formula}</td></tr>`;
    },
  )}</tbody></table>`;
}

function worthSection({ profile, choices }: ReportedTable): Markup {
  const word = (column: ColumnProfile): string => {
    const choice = choices.find((item) => item.column === column.name);
    if (!choice) return isWorthCarrying(column.worth) ? 'carry over?' : 'leave behind?';
    return `${choice.verdict === 'leave' ? 'left behind' : 'carried over'}: ${choice.reason}`;
  };
  return html`<h3>Worth carrying over</h3>
<p class="quiet small">Worth = fill × distinctness × recency: the share of rows with a real value; the entropy of the values over three bits, at most 1; the share of its rows from the last three years against that of all rows.</p>
<table><thead><tr><th>Column</th><th class="n">Fill</th><th class="n">Distinctness</th><th class="n">Recency</th><th class="n">Worth</th><th>Decision</th></tr></thead><tbody>${profile.columns.map(
    (column) =>
      html`<tr><td>${column.name}</td><td class="n">${percentText(column.worth.fill)}</td><td class="n">${percentText(column.worth.distinctness)}</td><td class="n">${column.worth.recency === null ? '' : percentText(column.worth.recency)}</td><td class="n">${score(column.worth.score)}</td><td>${word(column)}</td></tr>`,
  )}</tbody></table>`;
}
