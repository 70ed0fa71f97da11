import type { ValueChange } from '@shared/clean/types';
import type { RecipeLine } from '@shared/pipeline/cleaning-types';
import { plural } from '../../base/format';
import { Button } from '../../components/button';
import { Tag } from '../../components/chip';
import { MarkedChange } from '../../components/transforms/marked-change';
import { WhySection } from '../../components/why';
import classes from './step-why.module.css';
import { sinceLastTime, stateTag } from './step-words';

/** Changes shown of one step; the editor lists all of them. */
const SHOWN = 40;
const SHOWN_CAUGHT = 20;

export interface StepWhyProps {
  readonly item: RecipeLine;
  readonly number: number;
  readonly onEdit: () => void;
  /** Shows the rows that held the changed values, as they were before the step; null where values do not say which. */
  readonly onRows: (() => void) | null;
}

/** What one step does: before and after, what it caught by itself, how it did last time. */
export function StepWhy({ item, number, onEdit, onRows }: StepWhyProps) {
  const { outcome, step } = item;
  const tag = stateTag(outcome);
  const since = sinceLastTime(outcome, item.lastTime);
  const { caught, samples } = outcome;
  return (
    <div data-testid="step-why">
      <WhySection lead title={`Step ${number}`} subtitle={item.sentence}>
        <p>
          {tag ? <Tag tone={tag.tone}>{tag.text}</Tag> : null} {outcome.sentence}
        </p>
        {since ? <p className={classes.line}>{since}</p> : null}
        {step.note === '' ? null : <p className={classes.note}>{step.note}</p>}
        <div className={classes.actions}>
          <Button onClick={onEdit}>Edit</Button>
          {onRows ? (
            <Button kind="quiet" onClick={onRows}>
              Show the rows
            </Button>
          ) : null}
        </div>
      </WhySection>
      {outcome.columnsAdded.length > 0 ? (
        <WhySection title="New columns">{outcome.columnsAdded.join(', ')}</WhySection>
      ) : null}
      {outcome.columnsRemoved.length > 0 ? (
        <WhySection title="Columns that go">{outcome.columnsRemoved.join(', ')}</WhySection>
      ) : null}
      {caught.length > 0 ? (
        <WhySection
          title="New variants caught"
          subtitle="Not listed in the step when it was made; the rule caught them by itself."
        >
          <Changes changes={caught.slice(0, SHOWN_CAUGHT)} />
          {caught.length > SHOWN_CAUGHT ? (
            <p className="soft small">and {plural(caught.length - SHOWN_CAUGHT, 'more', 'more')}</p>
          ) : null}
        </WhySection>
      ) : null}
      {samples.length > 0 ? (
        <WhySection title="Before and after" subtitle="The most frequent first">
          <Changes changes={samples.slice(0, SHOWN)} />
        </WhySection>
      ) : null}
    </div>
  );
}

function Changes({ changes }: { readonly changes: readonly ValueChange[] }) {
  return (
    <ul className={classes.changes}>
      {changes.map(({ from, to, rows }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: samples have no other identity.
        <li key={at}>
          <span className={classes.from}>
            <MarkedChange from={from} to={to} show="from" />
          </span>
          <span className="num soft">{plural(rows, 'row')}</span>
          <span className={classes.to}>
            <MarkedChange from={from} to={to} show="to" />
          </span>
        </li>
      ))}
    </ul>
  );
}
