import { html, type Markup } from '../../base/html';
import type { TableFindings, TableLink } from '../findings/types';
import { countText, plural } from '../text';

interface Line {
  readonly sentence: string;
  readonly sample: readonly string[];
}

/** What stands between the columns of a table, as lists of sentences with samples. */
export function findingsSection(found: TableFindings): Markup {
  const sections: readonly (readonly [title: string, lines: readonly Line[]])[] = [
    [
      'Columns that contradict each other',
      found.contradictions.map(({ sentence, sample, earlier, later }) => ({
        sentence,
        sample: sample.map((pair) => `${earlier} ${pair.earlier}, ${later} ${pair.later}`),
      })),
    ],
    [
      'Amounts, states and places that contradict each other',
      found.disagreements.map(({ sentence, definition, sample }) => ({
        sentence: `${sentence} ${definition}`,
        sample,
      })),
    ],
    ['Test records', found.tests ? [{ sentence: found.tests.sentence, sample: found.tests.sample }] : []],
    [
      'Columns that decide others',
      found.dependencies.map(({ sentence, sample }) => ({
        sentence,
        sample: sample.map(
          ({ value, usual, others }) =>
            `${value}: ${usual}, but ${others.map((other) => `${other.value} (${countText(other.count)})`).join(', ')}`,
        ),
      })),
    ],
    ['Columns that say the same', found.twins.map(({ sentence }) => ({ sentence, sample: [] }))],
    [
      'Several currencies or units in one column',
      found.mixes.map(({ sentence }) => ({ sentence, sample: [] })),
    ],
    [
      'Words and dates for “nothing”',
      found.placeholders.map(({ column, rows, values }) => ({
        sentence: `${column}: ${plural(rows, 'cell')}.`,
        sample: values.map(({ value, count }) => `${value} (${countText(count)})`),
      })),
    ],
    ['What tells rows apart', found.keys.map(({ sentence }) => ({ sentence, sample: [] }))],
  ];
  return html`${sections.map(([title, lines]) => (lines.length === 0 ? html`` : html`<h3>${title}</h3>${list(lines)}`))}`;
}

/** References between tables. */
export function linksSection(links: readonly TableLink[]): Markup {
  if (links.length === 0) return html``;
  return html`<h2>References between tables</h2>${list(
    links.map(({ sentence, sample }) => ({
      sentence,
      sample: sample.map(({ value, count }) => `${value} (${countText(count)})`),
    })),
  )}`;
}

function list(lines: readonly Line[]): Markup {
  return html`<ul>${lines.map(
    ({ sentence, sample }) =>
      html`<li>${sentence}${sample.length > 0 ? html`<br><span class="quiet small">${sample.join(' · ')}</span>` : html``}</li>`,
  )}</ul>`;
}
