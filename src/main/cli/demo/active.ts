import type { EventDraft } from '@shared/journal/types';
import type { ActiveRule, RuleLine } from '@shared/rules/types';
import { answer, commit, draft, type Stage } from './stage';

/** Rounds of settling; each lists at most 200 records. */
const MAX_ROUNDS = 100;

/** Months without any contact after which a record stays behind. */
const MONTHS = 36;

const note = (id: string, label: string, words: readonly string[]): RuleLine => ({
  id,
  label,
  condition: { kind: 'hasWord', field: 'Description', words },
  missing: 'no',
});

/** What the business adds to the rules Winnow proposes. */
const ADDED: Readonly<
  Record<string, { readonly includes: readonly RuleLine[]; readonly excludes: readonly RuleLine[] }>
> = {
  Account: {
    includes: [
      note('legal-hold', 'legal hold', ['rechtsstreit']),
      {
        id: 'open-balance',
        label: 'open balance',
        condition: { kind: 'inList', field: 'AccountNumber', table: 'open-items', column: 'Kunden-Nr.' },
        missing: 'no',
      },
      note('strategic', 'strategic mark', ['strategisch']),
    ],
    excludes: [
      note('dissolved', 'insolvency notice', [
        'insolvent',
        'insolvenz',
        'dissolved',
        'erloschen',
        'aufgelöst',
        'out of business',
      ]),
      note('internal', 'internal account', ['intern']),
    ],
  },
};

/** Sets the active rule of an object: what Winnow proposes, with the lines and the window the business wants. */
export async function agreeRule(stage: Stage, object: string): Promise<void> {
  const { rule } = await answer(stage.engine.rule(object));
  const added = ADDED[object] ?? { includes: [], excludes: [] };
  const agreed: ActiveRule = {
    ...rule,
    includes: [...added.includes, ...rule.includes],
    excludes: [...rule.excludes, ...added.excludes],
    window: rule.window === null ? null : { ...rule.window, months: MONTHS },
  };
  await commit(stage, [draft('rule.set', object, { rule: agreed })], stage.cast.steward);
  const report = await answer(stage.engine.rule(object));
  stage.tell(
    `Active ${report.label} records: ${report.kept} kept, ${report.excluded} left behind, ${report.unknown} unclear. ${report.sentence}`,
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
