import type { FacetAnswer } from '@shared/table/types';
import { withFilter } from '../data-grid/grid-view';
import type { FacetBodyProps } from './facet-card';
import { ValueList } from './value-list';

const FILLED = 'filled';
const EMPTY = 'empty';

/** How many rows have a value at all. */
export function BlankFacetBody({
  view,
  onView,
  column: { name },
  answer: { facet },
}: FacetBodyProps<Extract<FacetAnswer, { kind: 'blank' }>>) {
  const filter = view.filters.find((item) => item.kind === 'blank' && item.column === name);
  const shown = filter?.kind === 'blank' ? (filter.blank ? EMPTY : FILLED) : null;
  return (
    <ValueList
      label={`Whether ${name} is filled`}
      values={[
        { value: FILLED, count: facet.filled },
        { value: EMPTY, count: facet.blank },
      ]}
      isOn={(value) => value === shown}
      onToggle={(value) =>
        onView(
          withFilter(
            view,
            name,
            'blank',
            value === shown ? null : { kind: 'blank', column: name, blank: value === EMPTY },
          ),
        )
      }
      testId="facet-blank"
    />
  );
}
