import { indexDecisions } from '../../src/shared/match/cluster/decisions';
import { errorCurve } from '../../src/shared/match/honesty/error-curve';
import { suggestedThreshold } from '../../src/shared/match/honesty/threshold';
import { oddsOf } from '../../src/shared/match/scoring/scorer';
import type {
  ClusterResult,
  Estimate,
  MatchInput,
  MatchResult,
  MatchSettings,
} from '../../src/shared/match/types';

/** A set through the engine, with its truth: what calibration is checked on. */
export interface Judged {
  readonly name: string;
  readonly input: MatchInput;
  readonly settings: MatchSettings;
  readonly result: MatchResult;
  readonly clusters: ClusterResult;
  readonly truth: readonly (readonly [number, number])[];
  readonly link: boolean;
}

/** Pairs whose stated probability lies in one tenth: how many, the mean stated, and how many are matches. */
export interface Bin {
  pairs: number;
  stated: number;
  matches: number;
}

/** What was stated about one set without labels, and what is so. */
export interface Calibration {
  readonly name: string;
  readonly bins: readonly Bin[];
  readonly joins: number;
  readonly wrongJoins: Estimate;
  readonly actualWrongJoins: number;
  readonly pairs: number;
  readonly wrongPairs: Estimate;
  readonly actualWrongPairs: number;
  readonly refused: Estimate;
  readonly actualRefused: number;
  readonly threshold: number;
}

const BINS = 10;
const emptyBins = (): Bin[] => Array.from({ length: BINS }, () => ({ pairs: 0, stated: 0, matches: 0 }));

/** Compares what is stated about every kept pair and every join with the truth. No label is used to state anything. */
export function calibrationOf({ name, input, settings, result, clusters, truth }: Judged): Calibration {
  const key = (a: number, b: number): number => (a < b ? a * input.count + b : b * input.count + a);
  const matches = new Set(truth.map(([a, b]) => key(a, b)));
  const cut = oddsOf(settings.matchThreshold);
  const nobody = indexDecisions({ mustLink: [], cannotLink: [] });
  const curve = errorCurve(result, clusters.groupOf, nobody, cut);
  const bins = emptyBins();
  let actualWrongPairs = 0;
  let actualRefused = 0;
  for (let i = 0; i < result.left.length; i++) {
    const left = result.left[i]!;
    const right = result.right[i]!;
    const isJoined = clusters.groupOf[left] === clusters.groupOf[right];
    const isMatch = matches.has(key(left, right));
    const weight = result.weight[i]!;
    if (isJoined && !isMatch) actualWrongPairs++;
    if (!isJoined && isMatch && weight >= -8) actualRefused++;
    const stated = isJoined ? 1 - curve.wrongWhenJoined(weight) : curve.matchWhenRefused(weight);
    const bin = bins[Math.min(BINS - 1, Math.floor(stated * BINS))]!;
    bin.pairs++;
    bin.stated += stated;
    bin.matches += Number(isMatch);
  }
  let actualWrongJoins = 0;
  for (const { steps } of clusters.clusters)
    for (const { a, b, joined } of steps) {
      if (!joined) continue;
      let right = 0;
      for (const x of a) for (const y of b) right += Number(matches.has(key(x, y)));
      actualWrongJoins += 1 - right / (a.length * b.length);
    }
  const { merges, wrong, low, high, pairs, wrongPairs } = clusters.expected;
  return {
    name,
    bins,
    joins: merges,
    wrongJoins: { expected: wrong, low, high },
    actualWrongJoins,
    pairs,
    wrongPairs,
    actualWrongPairs,
    refused: clusters.refused,
    actualRefused,
    threshold: suggestedThreshold(result),
  };
}

const number = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 });
const interval = ({ expected, low, high }: Estimate): string =>
  `${number(expected)} (${number(low)}–${number(high)})`;
const holds = ({ low, high }: Estimate, actual: number): boolean =>
  actual >= low - 0.5 && actual <= high + 0.5;

function reliabilityRow(name: string, bins: readonly Bin[]): string {
  const cells = bins.map(({ pairs, stated, matches }) =>
    pairs === 0 ? '' : `${(stated / pairs).toFixed(2)} → ${(matches / pairs).toFixed(2)} (${number(pairs)})`,
  );
  return `| ${[name, ...cells].join(' | ')} |`;
}

/** The bins of all sets in one. */
export function pooledBins(all: readonly Calibration[]): Bin[] {
  const pooled = emptyBins();
  for (const { bins } of all)
    bins.forEach((bin, at) => {
      const sum = pooled[at]!;
      sum.pairs += bin.pairs;
      sum.stated += bin.stated;
      sum.matches += bin.matches;
    });
  return pooled;
}

/** The tables of the calibration section. */
export function calibrationTables(all: readonly Calibration[]): string[] {
  const pooled = pooledBins(all);
  const withJoins = all.filter(({ joins }) => joins > 0);
  const held = withJoins.filter((one) => holds(one.wrongJoins, one.actualWrongJoins)).length;
  return [
    '### Wrong and refused matches, stated without labels',
    '',
    'Expected number with its 95 % interval, beside what the truth says. A join counts by the share of its pairs that are wrong.',
    `The interval for wrong joins holds the truth on ${held} of ${withJoins.length} sets.`,
    '',
    '| set | joins | stated wrong | really wrong | pairs | stated wrong | really wrong | matches stated refused | really refused | suggested threshold |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...all.map((one) =>
      [
        `| ${one.name}`,
        number(one.joins),
        interval(one.wrongJoins),
        `${number(one.actualWrongJoins)}${holds(one.wrongJoins, one.actualWrongJoins) ? '' : ' ✗'}`,
        number(one.pairs),
        interval(one.wrongPairs),
        `${number(one.actualWrongPairs)}${holds(one.wrongPairs, one.actualWrongPairs) ? '' : ' ✗'}`,
        interval(one.refused),
        number(one.actualRefused),
        `${one.threshold.toFixed(2)} |`,
      ].join(' | '),
    ),
    '',
    '### Reliability',
    '',
    'Every kept pair by the tenth its stated probability lies in: mean stated → share that are matches (pairs).',
    '',
    `| set | ${Array.from({ length: BINS }, (_, bin) => `${bin / BINS}–${(bin + 1) / BINS}`).join(' | ')} |`,
    `|---${'|---'.repeat(BINS)}|`,
    ...all.map(({ name, bins }) => reliabilityRow(name, bins)),
    reliabilityRow('**all sets**', pooled),
  ];
}
