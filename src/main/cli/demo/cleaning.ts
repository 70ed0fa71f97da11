import type { Step, StepAction, StepCondition } from '@shared/clean/types';
import type { EventDraft } from '@shared/journal/types';
import { answer, commit, draft, type Stage } from './stage';

/** A step of the demonstration: which table, what it does, why. */
interface ScriptedStep {
  readonly tableId: string;
  readonly action: StepAction;
  readonly where?: readonly StepCondition[];
  readonly note: string;
}

const squeezed = (...columns: readonly string[]): StepAction => ({
  kind: 'change',
  columns,
  transforms: [{ op: 'squeeze' }],
});

/** What a steward would do at first sight of the estate; what the mapping transforms anyway is left to it. */
const CLEANING_SCRIPT: readonly ScriptedStep[] = [
  {
    tableId: 'crm-accounts',
    action: squeezed('Firma', 'Firma 2', 'Ort'),
    note: 'Blanks typed twice or left at the end.',
  },
  {
    tableId: 'crm-accounts',
    action: {
      kind: 'change',
      columns: ['PLZ'],
      transforms: [{ op: 'postcode', country: 'DE' }],
    },
    where: [
      {
        kind: 'equals',
        column: 'Land',
        values: ['Deutschland', 'Germany', 'DE', 'D', 'BRD'],
        not: false,
      },
    ],
    note: 'Leading zeros that a spreadsheet dropped.',
  },
  {
    tableId: 'crm-contacts',
    action: squeezed('Vorname', 'Nachname', 'Funktion'),
    note: 'Blanks typed twice or left at the end.',
  },
  {
    tableId: 'sales-contacts',
    action: {
      kind: 'change',
      columns: ['City'],
      transforms: [{ op: 'squeeze' }, { op: 'case', to: 'name' }],
    },
    note: 'The sales list has cities in capitals.',
  },
];

/** Writes the recipes and says what their steps touch. */
export async function cleanTables(stage: Stage): Promise<void> {
  const steps = CLEANING_SCRIPT.map(({ tableId, action, where = [], note }, at) => ({
    tableId,
    step: { id: `demo-${at + 1}`, action, where, enabled: true, note } satisfies Step,
  }));
  const drafts: readonly EventDraft[] = steps.map(({ tableId, step }) =>
    draft('step.set', tableId, { tableId, step, before: null }),
  );
  await commit(stage, drafts, stage.cast.steward);
  let rows = 0;
  for (const tableId of new Set(steps.map((item) => item.tableId))) {
    const { steps: lines } = await answer(stage.engine.recipe(tableId));
    for (const { outcome } of lines) rows += outcome.rows;
  }
  stage.tell(
    `Cleaned ${new Set(steps.map((item) => item.tableId)).size} tables by ${steps.length} steps: ${rows} cells changed.`,
  );
}
