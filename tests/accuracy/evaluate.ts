import { quietTask } from '../../src/shared/base/progress';
import { sharesBlock } from '../../src/shared/match/blocking/pairs';
import { planBlocking } from '../../src/shared/match/blocking/plan';
import { findTwins } from '../../src/shared/match/blocking/twins';
import { clusterRecords } from '../../src/shared/match/cluster';
import { withDefaultThreshold } from '../../src/shared/match/honesty/threshold';
import { matchInputOfTables } from '../../src/shared/match/input';
import { matchRecords } from '../../src/shared/match/match-records';
import { prepareInput } from '../../src/shared/match/prepare/prepare';
import { comparedSources } from '../../src/shared/match/sources';
import {
  type ClusterResult,
  DEFAULT_MATCH_SETTINGS,
  type MatchInput,
  type MatchResult,
  type MatchSettings,
} from '../../src/shared/match/types';
import type { LabelledSet } from './labelled-sets';
import { type Accuracy, measure } from './measures';

/** One set through the engine with the one default configuration. */
export interface Evaluation extends Accuracy {
  readonly set: LabelledSet;
  readonly input: MatchInput;
  readonly settings: MatchSettings;
  readonly result: MatchResult;
  readonly clusters: ClusterResult;
  /** Share of true pairs among the candidates. */
  readonly candidateRecall: number;
  readonly candidates: number;
  /** Candidates as a share of all pairs. */
  readonly reduction: number;
  /** Processor seconds, so that a busy machine does not change the figure. */
  readonly seconds: number;
}

/** Settings: the default; linking two tables is one to one, as `--link` is. */
export function settingsFor(set: LabelledSet): MatchSettings {
  return set.link
    ? { ...DEFAULT_MATCH_SETTINGS, oneToOne: true, withinSource: false }
    : DEFAULT_MATCH_SETTINGS;
}

export async function evaluate(set: LabelledSet): Promise<Evaluation> {
  const asked = settingsFor(set);
  const input = matchInputOfTables(set.tables);
  const before = process.cpuUsage();
  const result = await matchRecords(input, asked, quietTask);
  const settings = withDefaultThreshold(asked, result);
  const clusters = clusterRecords(result, input, settings, { mustLink: [], cannotLink: [] });
  const seconds = process.cpuUsage(before).user / 1e6;
  const prepared = prepareInput(input, settings);
  const twins = findTwins(prepared, input.count, comparedSources(input, settings));
  const { rules } = planBlocking(prepared, input, settings, twins);
  const reached = set.truth.filter(([a, b]) => {
    const x = twins.first[a]!;
    const y = twins.first[b]!;
    return x === y || rules.some((rule) => sharesBlock(rule, x, y));
  }).length;
  return {
    ...measure(clusters.groupOf, set.truth, set.link ? input.source : null),
    set,
    input,
    settings,
    result,
    clusters,
    candidateRecall: reached / Math.max(1, set.truth.length),
    candidates: result.candidates,
    reduction: result.candidates / Math.max(1, result.totalPairs),
    seconds,
  };
}
