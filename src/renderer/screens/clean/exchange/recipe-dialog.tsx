import { Modal, Radio } from '@mantine/core';
import { stepSentence } from '@shared/clean/step-sentence';
import type { Recipe } from '@shared/clean/types';
import type { TableState } from '@shared/journal/types';
import { useState } from 'react';
import { plural } from '../../../base/format';
import { Button } from '../../../components/button';
import { Tag } from '../../../components/chip';
import { ErrorPanel, Skeleton } from '../../../components/states';
import { useEngineQuery } from '../../../state/context';
import { draftOf } from '../recipe-edit';
import { stateTag } from '../step-words';
import type { RecipeWriter } from '../use-steps';
import classes from './exchange.module.css';

/** Steps from somewhere else, before they are taken over. */
export interface Offered {
  /** Where they come from: a file, another table. */
  readonly from: string;
  readonly steps: Recipe;
  /** What could not be read as a step, each with a sentence. */
  readonly skipped: readonly { readonly operation: string; readonly sentence: string }[];
}

export interface RecipeDialogProps {
  readonly table: TableState;
  readonly recipe: Recipe;
  readonly offered: Offered;
  readonly writer: RecipeWriter;
  readonly onClose: () => void;
}

/** Steps of a file or of another table: what each would do to this table, and what was left out and why. */
export function RecipeDialog({ table, recipe, offered, writer, onClose }: RecipeDialogProps) {
  const [instead, setInstead] = useState(false);
  const [busy, setBusy] = useState(false);
  const { steps, skipped } = offered;
  const before = instead ? [] : recipe;
  const tried = useEngineQuery(['offered', table.id, offered.from, steps.length, instead], (engine) =>
    engine.draftRecipe(table.id, [
      ...draftOf(before),
      ...steps.map((step, at) => ({ ...step, id: `offered-${at}` })),
    ]),
  );
  const outcomes = tried.data?.steps.slice(before.length).map((line) => line.outcome) ?? [];
  const take = async () => {
    setBusy(true);
    const done = await writer.add(steps, instead);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`${plural(steps.length, 'step')} from ${offered.from}`} size={620}>
      <div className={classes.body} data-testid="recipe-dialog">
        {tried.error ? <ErrorPanel error={tried.error} compact onRetry={tried.retry} /> : null}
        {steps.length > 0 ? (
          <ol className={classes.steps}>
            {steps.map((step, at) => {
              const outcome = outcomes[at];
              const tag = outcome ? stateTag(outcome) : null;
              return (
                <li key={step.id} data-testid="offered-step">
                  <span>{stepSentence(step.action)}</span>
                  {tag ? (
                    <Tag tone={tag.tone} title={outcome?.sentence ?? ''}>
                      {tag.text}
                    </Tag>
                  ) : null}
                  {outcome ? <span className={classes.what}>{outcome.sentence}</span> : null}
                </li>
              );
            })}
          </ol>
        ) : (
          <p>There is no step in it that Winnow knows.</p>
        )}
        {tried.loading && outcomes.length === 0 && steps.length > 0 ? <Skeleton lines={2} /> : null}
        {skipped.length > 0 ? (
          <section data-testid="skipped">
            <h3 className={classes.heading}>{plural(skipped.length, 'operation')} left out</h3>
            <ul className={classes.skipped}>
              {skipped.map(({ operation, sentence }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same operation can stand there twice.
                <li key={at}>
                  <code>{operation}</code> {sentence}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {recipe.length > 0 && steps.length > 0 ? (
          <Radio.Group
            aria-label="Where they go"
            value={instead ? 'instead' : 'after'}
            onChange={(value) => setInstead(value === 'instead')}
          >
            <Radio value="after" label={`After the ${plural(recipe.length, 'step')} there are`} />
            <Radio value="instead" label="In place of them" />
          </Radio.Group>
        ) : null}
      </div>
      <div className={classes.foot}>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          kind="primary"
          onClick={() => void take()}
          busy={busy}
          disabled={steps.length === 0}
          testId="recipe-take"
        >
          Take {plural(steps.length, 'step')}
        </Button>
      </div>
    </Modal>
  );
}
