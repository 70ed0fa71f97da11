import type { ColumnGuess } from '@shared/ingest/types';
import type { FacetAnswer } from '@shared/table/types';
import { IconFilterOff, IconX } from '@tabler/icons-react';
import { cx } from '../../base/format';
import { useEngineQuery } from '../../state/context';
import { IconButton } from '../button';
import { ErrorPanel, Skeleton } from '../states';
import { BlankFacetBody } from './blank-facet';
import { ErrorFacetBody } from './error-facet';
import classes from './facet-card.module.css';
import { FACET_KINDS, type FacetKind, isSet, kindsOf, questionOf, withoutFacet } from './facet-model';
import type { FacetPanelProps } from './facet-panel';
import { PatternFacetBody } from './pattern-facet';
import { RangeFacetBody } from './range-facet';
import { TextFacetBody } from './text-facet';

export interface FacetCardProps extends FacetPanelProps {
  readonly column: ColumnGuess;
  readonly kind: FacetKind;
  readonly onKind: (kind: FacetKind) => void;
  readonly onClose: () => void;
  /** The first card has no line above. */
  readonly first: boolean;
}

/** What every kind of facet is given: its column, its answer, and the view it changes. */
export interface FacetBodyProps<A extends FacetAnswer> extends Pick<FacetPanelProps, 'view' | 'onView'> {
  readonly column: ColumnGuess;
  readonly answer: A;
}

/** One facet: its column, how it is looked at, and its counts. */
export function FacetCard(props: FacetCardProps) {
  const { tableId, view, onView, column, kind, ask, stamp } = props;
  const question = questionOf(column, kind);
  const asked = [
    'answerFacet',
    tableId,
    stamp ?? '',
    JSON.stringify(view.filters),
    JSON.stringify(question),
  ] as const;
  const query = useEngineQuery(
    asked,
    (engine) => (ask ? ask(engine, view, question) : engine.answerFacet(tableId, view, question)),
    { keepPrevious: true },
  );
  const set = isSet(view, { column: column.name, kind });
  const body = { view, onView, column };
  return (
    <section
      className={cx(classes.card, !props.first && classes.below, query.stale && classes.stale)}
      aria-label={`Facet of ${column.name}`}
      data-testid="facet"
    >
      <header className={classes.head}>
        <h3 className={cx(classes.name, 'clip')} title={column.name}>
          {column.name}
        </h3>
        {set ? (
          <IconButton
            label={`Every ${column.name} again`}
            icon={<IconFilterOff size={14} />}
            onClick={() => onView(withoutFacet(view, { column: column.name, kind }))}
            testId="facet-reset"
          />
        ) : null}
        <select
          className={classes.kind}
          aria-label={`How ${column.name} is looked at`}
          value={kind}
          onChange={(event) => {
            const chosen = FACET_KINDS.find((item) => item.kind === event.currentTarget.value);
            if (chosen) props.onKind(chosen.kind);
          }}
          data-testid="facet-kind"
        >
          {kindsOf(column).map((item) => (
            <option key={item} value={item}>
              {FACET_KINDS.find((known) => known.kind === item)?.label}
            </option>
          ))}
        </select>
        <IconButton
          label={`Take the facet of ${column.name} away`}
          icon={<IconX size={14} />}
          onClick={props.onClose}
          testId="facet-close"
        />
      </header>
      {query.error ? <ErrorPanel error={query.error} compact onRetry={query.retry} /> : null}
      {query.data ? bodyOf(query.data, kind, body) : query.error ? null : <Skeleton lines={4} />}
    </section>
  );
}

function bodyOf(answer: FacetAnswer, kind: FacetKind, body: Omit<FacetBodyProps<FacetAnswer>, 'answer'>) {
  switch (answer.kind) {
    case 'text':
      return <TextFacetBody {...body} answer={answer} />;
    case 'pattern':
      return <PatternFacetBody {...body} answer={answer} />;
    case 'range':
      return <RangeFacetBody key={kind} {...body} answer={answer} />;
    case 'blank':
      return <BlankFacetBody {...body} answer={answer} />;
    case 'error':
      return <ErrorFacetBody {...body} answer={answer} />;
  }
}
