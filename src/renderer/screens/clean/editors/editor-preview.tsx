import type { Recipe, Step } from '@shared/clean/types';
import type { RecipeReport } from '@shared/pipeline/cleaning-types';
import { useState } from 'react';
import { plural } from '../../../base/format';
import { Card } from '../../../components/card';
import { Chip, Tag } from '../../../components/chip';
import { ErrorPanel, Skeleton } from '../../../components/states';
import { ChangeList } from '../../../components/transforms/change-list';
import { type EngineQuery, useEngineQuery } from '../../../state/context';
import { draftOf, stepsBefore } from '../recipe-edit';
import classes from './editors.module.css';

export interface EditorPreviewProps {
  readonly tableId: string;
  readonly recipe: Recipe;
  /** The step before which the edited one runs; null = at the end. */
  readonly before: string | null;
  readonly step: Step;
  /** Nothing is missing in the step. */
  readonly ready: boolean;
  /** The whole recipe with the step as it is edited. */
  readonly report: EngineQuery<RecipeReport>;
}

/** Distinct values asked for. */
const LIMIT = 2_000;

/** Distinct values before and after a step, those it could not read first, and what becomes of later steps. */
export function EditorPreview({ tableId, recipe, before, step, ready, report }: EditorPreviewProps) {
  const { action } = step;
  const [picked, setPicked] = useState<string | null>(null);
  const columns = action.kind === 'change' ? action.columns : [];
  const column = columns.find((name) => name === picked) ?? columns[0] ?? null;
  const transforms = action.kind === 'change' ? action.transforms : [];
  const prefix = draftOf(stepsBefore(recipe, before));
  const preview = useEngineQuery(
    ready && column !== null
      ? ['previewTransforms', tableId, before, column, JSON.stringify(transforms)]
      : null,
    (engine) => engine.previewTransforms(tableId, prefix, column ?? '', transforms, LIMIT),
    { keepPrevious: true },
  );
  const outcome = report.data?.steps.find((item) => item.step.id === step.id)?.outcome ?? null;
  const changes = action.kind === 'change' ? (preview.data?.changes ?? []) : (outcome?.samples ?? []);
  const failing = action.kind === 'change' ? (preview.data?.failedValues ?? 0) : 0;
  const error = report.error ?? preview.error;
  const waiting = action.kind === 'change' ? preview.data === undefined : outcome === null;
  return (
    <Card
      flush
      fill
      title="Before and after"
      aside={
        <div className={classes.previewHead}>
          {columns.length > 1
            ? columns.map((name) => (
                <Chip key={name} on={name === column} onClick={() => setPicked(name)}>
                  {name}
                </Chip>
              ))
            : null}
          {failing > 0 ? (
            <Tag tone="rejected" testId="failing">
              {plural(failing, 'value')} not read
            </Tag>
          ) : null}
          {ready && outcome ? (
            <span className="num" data-testid="preview-counts">
              {plural(outcome.values, 'value')} · {plural(outcome.rows, 'row')}
            </span>
          ) : null}
        </div>
      }
      testId="editor-preview"
    >
      {ready ? (
        <>
          {action.kind === 'change' && step.where.length > 0 ? (
            <p className={classes.note}>
              The list shows all values of the column; the counts are those of the rows that meet the
              conditions.
            </p>
          ) : null}
          <LaterSteps report={report.data ?? null} recipe={recipe} stepId={step.id} />
          {error ? (
            <ErrorPanel error={error} compact />
          ) : waiting ? (
            <Skeleton lines={5} />
          ) : (
            <ChangeList
              label="Values before and after"
              changes={changes}
              empty={outcome?.sentence ?? 'Nothing changes.'}
              testId="changes"
            />
          )}
        </>
      ) : (
        <p className={classes.waiting}>
          Once the step says what to do, its effect on every value stands here.
        </p>
      )}
    </Card>
  );
}

interface LaterStepsProps {
  readonly report: RecipeReport | null;
  readonly recipe: Recipe;
  readonly stepId: string;
}

/** Says when a later step would not run any more. */
function LaterSteps({ report, recipe, stepId }: LaterStepsProps) {
  if (!report) return null;
  const at = report.steps.findIndex((item) => item.step.id === stepId);
  const later = report.steps.slice(at + 1).filter((item) => item.outcome.state === 'broken');
  if (later.length === 0 || recipe.length === 0) return null;
  return (
    <p className={classes.later} role="status" data-testid="later-broken">
      {plural(later.length, 'later step')} cannot run after this: {later[0]?.outcome.sentence}
    </p>
  );
}
