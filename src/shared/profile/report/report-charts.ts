import { html, type Markup } from '../../base/html';
import { countText, percentText } from '../text';

/** Charts of the report as plain SVG; each says its content in a title, and nothing in them runs. */

const WIDTH = 300;

function whole(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A share as a bar. */
export function shareBar(share: number, label: string): Markup {
  const width = whole(Math.max(0, Math.min(1, share)) * WIDTH);
  return html`<svg viewBox="0 0 ${WIDTH} 6" height="6" preserveAspectRatio="none" role="img"><title>${label}: ${percentText(share)}</title><rect class="track" width="${WIDTH}" height="6" rx="3"/><rect class="fill" width="${width}" height="6" rx="3"/></svg>`;
}

/** Parts of a whole side by side. */
export function partsBar(parts: readonly { readonly label: string; readonly share: number }[]): Markup {
  let at = 0;
  const rects = parts.map(({ share }, index) => {
    const x = at;
    at += share * WIDTH;
    return html`<rect class="p${Math.min(index, 4)}" x="${whole(x)}" width="${whole(Math.max(0, share * WIDTH - 1))}" height="6"/>`;
  });
  const said = parts.map(({ label, share }) => `${label} ${percentText(share)}`).join(', ');
  return html`<svg viewBox="0 0 ${WIDTH} 6" height="6" preserveAspectRatio="none" role="img"><title>${said}</title>${rects}</svg>`;
}

/** Bins between two values. */
export function binsChart(bins: readonly number[], from: string, to: string): Markup {
  const top = Math.max(1, ...bins);
  const width = WIDTH / Math.max(1, bins.length);
  const rects = bins.map((count, bin) => {
    const height = count === 0 ? 0 : Math.max(1, (count / top) * 44);
    return html`<rect class="fill" x="${whole(bin * width + 1)}" y="${whole(46 - height)}" width="${whole(width - 2)}" height="${whole(height)}"><title>${countText(count)}</title></rect>`;
  });
  return html`<svg viewBox="0 0 ${WIDTH} 47" height="47" preserveAspectRatio="none" role="img"><title>${from} to ${to}</title>${rects}<rect class="track" y="46" width="${WIDTH}" height="1"/></svg>
<div class="values quiet"><span>${from}</span><span>${to}</span></div>`;
}

/** Values with their rows. */
export function valueList(values: readonly { readonly value: string; readonly count: number }[]): Markup {
  return html`<div class="values">${values.map(
    ({ value, count }) =>
      html`<span title="${value}">${value}</span><span class="n">${countText(count)}</span>`,
  )}</div>`;
}
