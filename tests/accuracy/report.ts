import type { Evaluation } from './evaluate';
import { machine } from './sections';

/** Best published or measured figures of peers, from their own pages; see the notes under the table. */
const PEERS: Readonly<Record<string, string>> = {
  febrl3: 'Splink 0.9954 edges, 0.9938 clusters; GoldenMatch 0.996',
  febrl4: 'Splink 4,959 of 5,000 found',
  fake_1000: 'Splink 0.862 edges, 0.922 best clusters',
  dblp_acm: 'GoldenMatch 0.964; Splink 0.728',
  abt_buy: 'GoldenMatch 0.172',
};

/** The accuracy section of docs/benchmarks.md. */
export function accuracyTable(evaluations: readonly Evaluation[]): string {
  const rows = evaluations.map((e) =>
    [
      e.set.name,
      e.set.records.toLocaleString('en-US'),
      e.actual.toLocaleString('en-US'),
      e.precision.toFixed(4),
      e.recall.toFixed(4),
      `**${e.f1.toFixed(4)}**`,
      e.bCubed.toFixed(4),
      e.candidateRecall.toFixed(4),
      `${(100 * e.reduction).toFixed(2)} %`,
      e.seconds.toFixed(2),
      PEERS[e.set.name] ?? '',
    ].join(' | '),
  );
  return [
    '## Accuracy on labelled data',
    '',
    `Command: \`npm run accuracy\`. Machine: ${machine()}. One default configuration for every set; linking sets run one to`,
    'one, as `--link` does. Ids and truth columns are hidden from the matcher. Pairs of the final clusters are judged, not',
    'single scores. "Compared" is the share of all pairs that were candidates; tables of up to a million pairs are compared',
    'completely.',
    '',
    '| set | records | true pairs | precision | recall | F1 | B³ F1 | candidate recall | compared | seconds | peers (F1) |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
