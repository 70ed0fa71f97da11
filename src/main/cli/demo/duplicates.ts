import type { EventDraft } from '@shared/journal/types';
import type { ClusterDetail } from '@shared/pipeline/review-types';
import { answer, commit, draft, type Stage } from './stage';

/** Clusters asked for at a time. */
const PAGE = 500;

/** A steward who is shown two records merges them from this probability on. */
const MERGE_FROM = 0.6;

/** Answers teach, and what was learned can raise new questions: so many times the queue is worked through at most. */
const ROUNDS = 5;

/**
 * Reviews every cluster that waits for a person. The scripted steward follows the suggestion: what belongs together at
 * `MERGE_FROM` or more is merged, the rest is kept apart. Clusters above the match threshold were joined without asking.
 */
export async function reviewDuplicates(stage: Stage, object: string): Promise<void> {
  const decisions: EventDraft<'cluster.decided'>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const answers = await answersToOpen(stage, object);
    if (answers.length === 0) break;
    await commit(stage, answers, stage.cast.steward);
    decisions.push(...answers);
  }
  const merged = decisions.filter((decision) => decision.payload.verdict !== 'separate').length;
  const after = await answer(stage.engine.clusters(object, 'all', 0, 0));
  stage.tell(
    `Reviewed ${decisions.length} uncertain clusters of ${object}: ${merged} merged, ${decisions.length - merged} kept apart; ${after.open} still open. ${after.expected.merges} joins in all, about ${Math.round(after.expected.wrong)} expected to be wrong.`,
  );
}

/** What the steward says to every cluster that waits now. */
async function answersToOpen(
  { engine }: Stage,
  object: string,
): Promise<readonly EventDraft<'cluster.decided'>[]> {
  const open: number[] = [];
  for (let start = 0; ; start += PAGE) {
    const page = await answer(engine.clusters(object, 'open', start, PAGE));
    open.push(...page.items.map((item) => item.id));
    if (start + PAGE >= page.total || page.items.length === 0) break;
  }
  const answers: EventDraft<'cluster.decided'>[] = [];
  for (const id of open) answers.push(decide(object, await answer(engine.cluster(object, id))));
  return answers;
}

function decide(object: string, detail: ClusterDetail): EventDraft<'cluster.decided'> {
  const together = detail.cluster.probability >= MERGE_FROM;
  const keyOf = new Map(detail.records.map((record) => [record.index, record.key]));
  const keys = (members: readonly number[]): string[] => members.flatMap((member) => keyOf.get(member) ?? []);
  const groups = together ? [keys(detail.cluster.members)] : detail.cluster.groups.map(keys);
  const verdict = together ? 'merge' : groups.every((group) => group.length === 1) ? 'separate' : 'split';
  return draft('cluster.decided', detail.title, {
    object,
    verdict,
    groups,
    reason: together
      ? `Same ${object.toLowerCase()}: the evidence is strong (${percent(detail.cluster.probability)}).`
      : `Not enough evidence that these are one (${percent(detail.cluster.probability)}).`,
  });
}

function percent(probability: number): string {
  return `${(probability * 100).toFixed(0)} %`;
}
