import type { FacetAnswer } from '@shared/table/types';
import { formatCount, plural } from '../../base/format';
import { withFilter } from '../data-grid/grid-view';
import type { FacetBodyProps } from './facet-card';
import classes from './facet-card.module.css';
import { FACET_LIMIT } from './facet-model';
import { ValueList } from './value-list';

/** The shapes of the values: `A` a capital, `a` a letter, `9` a digit. */
export function PatternFacetBody({
  view,
  onView,
  column: { name },
  answer: { facet },
}: FacetBodyProps<Extract<FacetAnswer, { kind: 'text' | 'pattern' }>>) {
  const filter = view.filters.find((item) => item.kind === 'pattern' && item.column === name);
  const shown = filter?.kind === 'pattern' ? filter.mask : null;
  return (
    <>
      <p className={classes.facts}>
        {plural(facet.distinct, 'pattern')}
        {facet.blank > 0 ? ` · ${formatCount(facet.blank)} empty` : ''}
        {facet.distinct > FACET_LIMIT ? ` · the ${FACET_LIMIT} most frequent` : ''}
      </p>
      <ValueList
        label={`Patterns of ${name}`}
        mono
        values={facet.values}
        isOn={(mask) => mask === shown}
        onToggle={(mask) =>
          onView(
            withFilter(
              view,
              name,
              'pattern',
              mask === shown ? null : { kind: 'pattern', column: name, mask },
            ),
          )
        }
        testId="facet-patterns"
      />
    </>
  );
}
