import { html, type Markup } from '../../base/html';
import { countText, percentText, plural } from '../text';
import type { ColumnProfile } from '../types';
import { binsChart, partsBar, shareBar, valueList } from './report-charts';

const TOP = 5;
const SHAPES = 4;
const EXAMPLES = 3;

/** One column on the page: what the cards of the screen show, and its problems with examples. */
export function columnCard(column: ColumnProfile): Markup {
  const share = column.rows === 0 ? 0 : column.filled / column.rows;
  const mix = Object.entries(column.typeMix)
    .map(([label, part]) => ({ label, share: part }))
    .sort((a, b) => b.share - a.share);
  return html`<section class="column"><header><h4>${column.name}</h4><span class="quiet small">${column.semantic}</span></header>
${shareBar(share, 'Filled')}
<p class="small quiet">${percentText(share)} filled (${countText(column.filled)} of ${countText(column.rows)}), ${plural(column.distinct, 'value')}, ${column.minLength === column.maxLength ? plural(column.maxLength, 'character') : `${countText(column.minLength)} to ${plural(column.maxLength, 'character')}`}</p>
${mix.length > 1 ? html`${partsBar(mix)}<p class="small quiet">${mix.map(({ label, share: part }) => `${label} ${percentText(part)}`).join(', ')}</p>` : html``}
${column.histogram.length > 0 && column.min !== null && column.max !== null ? binsChart(column.histogram, column.min, column.max) : valueList(column.top.slice(0, TOP))}
${column.patterns.length > 0 ? html`<div class="values">${column.patterns.slice(0, SHAPES).map(({ value, count }) => html`<span><code>${value}</code></span><span class="n">${countText(count)}</span>`)}</div>` : html``}
${found('bad', column.problems)}
${found('quiet', column.outliers)}
</section>`;
}

function found(
  tone: 'bad' | 'quiet',
  items: readonly { readonly sentence: string; readonly values: readonly string[] }[],
): Markup {
  if (items.length === 0) return html``;
  return html`<ul class="${tone}">${items.map(
    ({ sentence, values }) =>
      html`<li>${sentence}${values.length > 0 ? html` <span class="quiet">${values.slice(0, EXAMPLES).map(clipped).join(', ')}</span>` : html``}</li>`,
  )}</ul>`;
}

function clipped(value: string): string {
  return value.length <= 40 ? value : `${value.slice(0, 39)}…`;
}
