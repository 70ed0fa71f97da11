import type { Bin } from './calibration';

/** Side of a panel, and the room around it for its title and the numbers of its axes. */
const SIDE = 120;
const LEFT = 34;
const TOP = 26;
const BETWEEN = 22;
const COLUMNS = 5;

/** What is stated about one set, by tenths. */
export interface Reliability {
  readonly name: string;
  readonly bins: readonly Bin[];
}

/**
 * A reliability diagram (DeGroot and Fienberg 1983) of each set as one picture: across, the mean probability stated for the
 * pairs of a tenth; up, the share of them that are matches; the larger a dot, the more pairs. On the line, what is stated
 * is so.
 */
export function reliabilityDiagram(sets: readonly Reliability[]): string {
  const rows = Math.ceil(sets.length / COLUMNS);
  const width = (COLUMNS + 1) * BETWEEN + COLUMNS * (LEFT + SIDE);
  const height = rows * (TOP + SIDE + BETWEEN) + 20;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Reliability of stated probabilities by set" font-family="system-ui, sans-serif" font-size="10">`,
    '<style>',
    '.box { fill: none; stroke: #8b949e; stroke-width: 0.75 } .line { stroke: #8b949e; stroke-dasharray: 3 3 }',
    '.dot { fill: #0f766e; fill-opacity: 0.75 } text { fill: #24292f } .title { font-weight: 600; font-size: 9px }',
    '@media (prefers-color-scheme: dark) { .dot { fill: #2dd4bf } text { fill: #e6edf3 } }',
    '</style>',
    ...sets.flatMap((set, at) => panel(set, at)),
    `<text x="${LEFT}" y="${height - 6}">Across: probability stated. Up: share that are matches. Larger dots: more pairs.</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function panel({ name, bins }: Reliability, at: number): string[] {
  const x = (at % COLUMNS) * (LEFT + SIDE + BETWEEN) + LEFT;
  const y = Math.floor(at / COLUMNS) * (TOP + SIDE + BETWEEN) + TOP;
  const bottom = y + SIDE;
  return [
    `<text class="title" x="${x}" y="${y - 8}">${name}</text>`,
    `<rect class="box" x="${x}" y="${y}" width="${SIDE}" height="${SIDE}"/>`,
    `<line class="line" x1="${x}" y1="${bottom}" x2="${x + SIDE}" y2="${y}"/>`,
    ...[0, 0.5, 1].flatMap((tick) => [
      `<text x="${x - 5}" y="${(bottom - tick * SIDE + 3).toFixed(1)}" text-anchor="end">${tick}</text>`,
      `<text x="${(x + tick * SIDE).toFixed(1)}" y="${bottom + 12}" text-anchor="middle">${tick}</text>`,
    ]),
    ...bins
      .filter(({ pairs }) => pairs > 0)
      .map(({ pairs, stated, matches }) => {
        const across = (x + (stated / pairs) * SIDE).toFixed(1);
        const up = (bottom - (matches / pairs) * SIDE).toFixed(1);
        return `<circle class="dot" cx="${across}" cy="${up}" r="${radius(pairs)}"/>`;
      }),
  ];
}

/** One pair is a dot of 1.5, each tenfold adds as much. */
function radius(pairs: number): string {
  return (1.5 * (1 + Math.log10(pairs))).toFixed(1);
}
