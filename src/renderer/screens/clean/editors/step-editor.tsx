import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { stepSentence } from '@shared/clean/step-sentence';
import type { Recipe, Step, StepAction } from '@shared/clean/types';
import { setStep } from '@shared/journal/recipe-steps';
import type { StepCount } from '@shared/journal/types';
import { useState } from 'react';
import { cx } from '../../../base/format';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ConditionsField } from '../../../components/conditions/conditions-field';
import { focusWanted } from '../../../components/focus';
import { useEngineQuery } from '../../../state/context';
import { useHotkey } from '../../../state/hotkeys';
import { actionGap } from '../action-gap';
import { draftOf } from '../recipe-edit';
import { ActionFields } from './action-fields';
import { EditorPreview } from './editor-preview';
import classes from './editors.module.css';
import { KindField } from './kind-field';

export interface StepEditorProps {
  readonly tableId: string;
  readonly recipe: Recipe;
  readonly step: Step;
  /** Where a new step goes; of no matter for a known one. */
  readonly before: string | null;
  /** It stands in the recipe already. */
  readonly known: boolean;
  /** Columns at that point of the recipe, before the step. */
  readonly columns: readonly string[];
  /** Written down with what it matched now; false when it could not be kept. */
  readonly onSave: (step: Step, matched: StepCount | null) => Promise<boolean>;
  readonly onCancel: () => void;
  /** Goes on with looking for spellings instead. */
  readonly onSpellings: (step: Step) => void;
}

/** Settles before the engine is asked, in milliseconds. */
const PAUSE = 180;

/** One step being made or changed, with what it does to the table now. */
export function StepEditor(props: StepEditorProps) {
  const { tableId, recipe, step, before, known, columns, onSave, onCancel } = props;
  const [action, setAction] = useState<StepAction>(step.action);
  const [where, setWhere] = useState(step.where);
  const [note, setNote] = useState(step.note);
  const [busy, setBusy] = useState(false);
  const draft: Step = { ...step, action, where, note };
  const gap = actionGap(action);
  const [settled] = useDebouncedValue(draft, PAUSE);
  const ready = actionGap(settled.action) === null;
  const report = useEngineQuery(
    ready ? ['draftRecipe', tableId, before, JSON.stringify(settled)] : null,
    (engine) =>
      engine.draftRecipe(tableId, draftOf(setStep(recipe, { ...settled, enabled: true }, before), recipe)),
    { keepPrevious: true },
  );
  const current = ready && !report.stale && JSON.stringify(settled) === JSON.stringify(draft);
  const mine = report.data?.steps.find((item) => item.step.id === step.id) ?? null;
  const broken = current && mine?.outcome.state === 'broken' ? mine.outcome.sentence : null;
  const conditional = action.kind === 'change' || action.kind === 'fillDown' || action.kind === 'formula';

  const save = async () => {
    if (gap !== null || busy) return;
    setBusy(true);
    const counted = current && mine && mine.outcome.state !== 'broken' ? mine.outcome : null;
    const kept = await onSave(draft, counted ? { values: counted.values, rows: counted.rows } : null);
    if (!kept) setBusy(false);
  };
  useHotkey('Escape', onCancel);

  return (
    <div className={classes.editor} data-testid="step-editor">
      <Card className={classes.form} title={stepSentence(action)}>
        <form
          ref={focusWanted}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <div className={classes.formBody}>
            {known ? null : (
              <KindField
                action={action}
                columns={columns}
                onChange={setAction}
                onSpellings={(spellings) => props.onSpellings({ ...draft, action: spellings })}
              />
            )}
            <ActionFields key={action.kind} action={action} columns={columns} onChange={setAction} />
            {conditional ? (
              <ConditionsField conditions={where} columns={columns} onChange={setWhere} />
            ) : null}
            <TextInput
              label="Note, for whoever reads the recipe"
              placeholder="Why this is done"
              value={note}
              maxLength={500}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </div>
        </form>
      </Card>
      <div className={classes.foot}>
        <p className={cx((gap !== null || broken !== null) && classes.gap)} role="status">
          {gap ?? broken ?? (current ? mine?.outcome.sentence : '')}
        </p>
        <Button onClick={onCancel} testId="editor-cancel">
          Cancel
        </Button>
        <Button
          kind="primary"
          hotkey="Ctrl+Enter"
          disabled={gap !== null}
          busy={busy}
          onClick={() => void save()}
          testId="editor-save"
        >
          {known ? 'Keep changes' : 'Add step'}
        </Button>
      </div>
      <EditorPreview
        tableId={tableId}
        recipe={recipe}
        before={known ? step.id : before}
        step={settled}
        ready={ready}
        report={report}
      />
    </div>
  );
}
