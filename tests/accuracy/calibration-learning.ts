import { clusterRecords } from '../../src/shared/match/cluster';
import type { Label } from '../../src/shared/match/learning/labels';
import { learnFromLabels } from '../../src/shared/match/learning/learn';
import type { MatchResult } from '../../src/shared/match/types';
import type { Judged } from './calibration';
import { measure, truthGroups } from './measures';

/** How many clusters somebody decides. */
export const DECISIONS = [10, 30, 100] as const;

/** Decisions between two updates: the queue is asked anew that often. */
const BATCHES = 10;

/** F1 after some decisions: by obeying them alone, with learning from them, and of the learned model without them. */
export interface LearningPoint {
  readonly decided: number;
  readonly obeyed: number;
  readonly learned: number;
  readonly modelAlone: number;
}

/**
 * Simulates an honest steward who takes clusters from the head of the queue and says which records are one. The same
 * decisions are scored with and without learning, so that the gain of learning is seen apart from theirs.
 */
export function learningCurve(judged: Judged): { before: number; points: LearningPoint[] } {
  const { input, settings, result, truth, link } = judged;
  const f1 = (of: MatchResult, decided: Decided): number =>
    measure(clusterRecords(of, input, settings, decided).groupOf, truth, link ? input.source : null).f1;
  const nothing: Decided = { mustLink: [], cannotLink: [] };
  const points = DECISIONS.map((decisions): LearningPoint => {
    const { decided, count, learned } = work(judged, decisions);
    return {
      decided: count,
      obeyed: f1(result, decided),
      learned: f1(learned, decided),
      modelAlone: f1(learned, nothing),
    };
  });
  return { before: f1(result, nothing), points };
}

interface Decided {
  readonly mustLink: (readonly [number, number])[];
  readonly cannotLink: (readonly [number, number])[];
}

function work(
  { input, settings, result, truth }: Judged,
  decisions: number,
): { decided: Decided; count: number; learned: MatchResult } {
  const entity = truthGroups(input.count, truth);
  const decided: Decided = { mustLink: [], cannotLink: [] };
  const labels: Label[] = [];
  const seen = new Set<number>();
  let learned = result;
  let count = 0;
  for (let batch = 1; batch <= BATCHES; batch++) {
    const { clusters } = clusterRecords(learned, input, settings, decided);
    for (const { members } of clusters) {
      if (count >= (decisions * batch) / BATCHES) break;
      if (members.some((row) => seen.has(row))) continue;
      for (const row of members) seen.add(row);
      const firstOf = new Map<number, number>();
      for (const row of members) {
        const first = firstOf.get(entity[row]!);
        if (first === undefined) {
          for (const other of firstOf.values()) decided.cannotLink.push([other, row]);
          firstOf.set(entity[row]!, row);
        } else decided.mustLink.push([first, row]);
      }
      for (let i = 0; i < members.length; i++)
        for (let j = i + 1; j < members.length; j++) {
          const left = members[i]!;
          const right = members[j]!;
          labels.push({ left, right, match: entity[left] === entity[right], decision: count });
        }
      count++;
    }
    learned = learnFromLabels(result, labels);
  }
  return { decided, count, learned };
}

/** The table of the learning curves. */
export function learningTable(
  curves: readonly {
    readonly name: string;
    readonly before: number;
    readonly points: readonly LearningPoint[];
  }[],
): string[] {
  const cell = ({ obeyed, learned, modelAlone }: LearningPoint): string =>
    `${obeyed.toFixed(4)} / **${learned.toFixed(4)}** / ${modelAlone.toFixed(4)}`;
  return [
    '### Learning from decisions',
    '',
    'An honest steward decides the clusters at the head of the queue. F1 with the decisions obeyed and nothing learned / **with',
    'learning** / of the learned model without the decisions.',
    '',
    `| set | before | ${DECISIONS.map((n) => `${n} decisions`).join(' | ')} |`,
    `|---|---${'|---'.repeat(DECISIONS.length)}|`,
    ...curves.map(
      ({ name, before, points }) => `| ${[name, before.toFixed(4), ...points.map(cell)].join(' | ')} |`,
    ),
  ];
}
