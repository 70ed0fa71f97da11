import type { EventDraft } from '@shared/journal/types';
import type { RuleReport } from '@shared/pipeline/types';
import { answer, commit, draft, type Stage } from './stage';

/** Rounds of settling; each lists at most 200 records. */
const MAX_ROUNDS = 100;

/** Takes the rule Winnow proposes for an object, with the script's changes. */
export async function agreeRule(
  stage: Stage,
  object: string,
  adjust: (rule: RuleReport['rule']) => RuleReport['rule'],
): Promise<void> {
  const proposed = await answer(stage.engine.rule(object));
  await commit(stage, [draft('rule.set', object, { rule: adjust(proposed.rule) })], stage.cast.steward);
  const report = await answer(stage.engine.rule(object));
  stage.tell(
    `Active rule for ${report.label}: ${report.kept} kept, ${report.excluded} left behind, ${report.unknown} unclear. ${report.sentence}`,
  );
}

/** Settles every record the rule cannot decide, each with a reason, as a steward does on the Active records screen. */
export async function settleUnclear(stage: Stage, object: string): Promise<void> {
  let settled = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const report = await answer(stage.engine.rule(object));
    const waiting = report.waiting.filter((row) => !row.settled);
    if (waiting.length === 0) break;
    const events: EventDraft[] = waiting.map((row) =>
      draft('record.settled', row.title, {
        object,
        key: row.key,
        verdict: 'exclude',
        reason: 'No date of any contact in any system, and nobody in sales knows the record.',
      }),
    );
    await commit(stage, events, stage.cast.steward);
    settled += events.length;
  }
  if (settled > 0) stage.tell(`Settled ${settled} unclear ${object} records by hand, each with its reason.`);
}
