import type { FacetAnswer } from '@shared/table/types';
import { formatCount } from '../../base/format';
import { Chip } from '../chip';
import { tickedValues, toggleValue, withFilter } from '../data-grid/grid-view';
import type { FacetBodyProps } from './facet-card';
import classes from './facet-card.module.css';
import { errorWords, questionOf } from './facet-model';
import { ValueList } from './value-list';

/** Values that cannot be read as what the column holds. */
export function ErrorFacetBody({
  view,
  onView,
  column,
  answer: { facet, readable, unreadable },
}: FacetBodyProps<Extract<FacetAnswer, { kind: 'error' }>>) {
  const { name } = column;
  const filter = view.filters.find((item) => item.kind === 'readable' && item.column === name);
  const shown = filter?.kind === 'readable' ? filter.readable : null;
  const ticked = tickedValues(view, name) ?? [];
  const show = (wanted: boolean) => {
    const question = questionOf(column, 'error');
    if (question.kind !== 'error') return;
    const next = { kind: 'readable', column: name, reading: question.reading, readable: wanted } as const;
    onView(withFilter(view, name, 'readable', shown === wanted ? null : next));
  };
  if (unreadable === 0) {
    return <p className={classes.facts}>No row has a value that is {errorWords(column)}.</p>;
  }
  return (
    <>
      <div className={classes.chips}>
        <Chip on={shown === false} onClick={() => show(false)} testId="facet-errors">
          {formatCount(unreadable)} {errorWords(column)}
        </Chip>
        <Chip on={shown === true} onClick={() => show(true)}>
          {formatCount(readable)} fit
        </Chip>
      </div>
      <ValueList
        label={`Values of ${name} that do not fit`}
        values={facet.values}
        isOn={(value) => ticked.includes(value)}
        onToggle={(value) => onView(toggleValue(view, name, value))}
        testId="facet-error-values"
      />
    </>
  );
}
