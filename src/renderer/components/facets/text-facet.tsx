import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { FacetAnswer } from '@shared/table/types';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { formatCount, plural } from '../../base/format';
import { tickedValues, toggleValue, withFilter } from '../data-grid/grid-view';
import type { FacetBodyProps } from './facet-card';
import classes from './facet-card.module.css';
import { FACET_LIMIT } from './facet-model';
import { ValueList } from './value-list';

/** Typed text reaches the rows after this pause. */
const PAUSE_MS = 120;

/** The values of a column; typing narrows them and the rows at once. */
export function TextFacetBody({
  view,
  onView,
  column: { name },
  answer,
}: FacetBodyProps<Extract<FacetAnswer, { kind: 'text' | 'pattern' }>>) {
  const filter = view.filters.find((item) => item.kind === 'contains' && item.column === name);
  const contains = filter?.kind === 'contains' ? filter.text : '';
  const [text, setText] = useState(contains);
  const sent = useRef(contains);
  useEffect(() => {
    // Taken away elsewhere: the field follows.
    if (contains !== sent.current) setText(contains);
    sent.current = contains;
  }, [contains]);
  const latest = useRef(view);
  latest.current = view;
  const search = useDebouncedCallback((wanted: string) => {
    sent.current = wanted;
    const next = wanted === '' ? null : ({ kind: 'contains', column: name, text: wanted } as const);
    onView(withFilter(latest.current, name, 'contains', next));
  }, PAUSE_MS);
  const ticked = tickedValues(view, name) ?? [];
  const { facet } = answer;
  // Ticked values that no longer occur stay in sight, else they could not be unticked here.
  const gone = ticked.filter((value) => value !== '' && !facet.values.some((item) => item.value === value));
  return (
    <>
      <TextInput
        aria-label={`Rows where ${name} contains`}
        placeholder="Contains"
        size="xs"
        leftSection={<IconSearch size={13} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
        data-testid="facet-contains"
      />
      <p className={classes.facts}>
        {plural(facet.distinct, 'value')}
        {facet.blank > 0 ? ` · ${formatCount(facet.blank)} empty` : ''}
        {facet.distinct > FACET_LIMIT ? ` · the ${FACET_LIMIT} most frequent` : ''}
      </p>
      <ValueList
        label={`Values of ${name}`}
        values={[...gone.map((value) => ({ value, count: 0 })), ...facet.values]}
        isOn={(value) => ticked.includes(value)}
        onToggle={(value) => onView(toggleValue(view, name, value))}
        testId="facet-values"
      />
    </>
  );
}
