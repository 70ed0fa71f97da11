import { Select } from '@mantine/core';
import type { Result } from '@shared/base/result';
import type { ColumnGuess } from '@shared/ingest/types';
import type { FacetAnswer, FacetQuestion, View } from '@shared/table/types';
import { useStore } from 'zustand';
import { useColumns } from '../../state/columns';
import { useProject } from '../../state/context';
import type { EngineQueries } from '../../workers/engine-api';
import { EmptyState, ErrorPanel, Skeleton } from '../states';
import { FacetCard } from './facet-card';
import { type FacetChoice, firstKind, kindOfFilters, withoutFacet } from './facet-model';
import classes from './facet-panel.module.css';
import { facetStoreOf, facetsOf, setFacets } from './facet-store';

export interface FacetPanelProps {
  readonly tableId: string;
  /** The rows looked at; facets set its filters. */
  readonly view: View;
  readonly onView: (view: View) => void;
  /** Columns of the rows shown; those of the table as it is where left out. */
  readonly columns?: readonly ColumnGuess[];
  /** What the answers belong to besides table and view, for rows that are not the table as it is (a draft). */
  readonly stamp?: string;
  /** Asks about such rows; the table itself where left out. */
  readonly ask?: (engine: EngineQueries, view: View, question: FacetQuestion) => Promise<Result<FacetAnswer>>;
}

/** Facets beside a grid, combined with its filters; every change updates the counts of all others. */
export function FacetPanel(props: FacetPanelProps) {
  const read = useColumns(props.columns ? null : props.tableId);
  const columns = props.columns ?? read.data?.columns;
  if (columns) return <Facets {...props} columns={columns} />;
  return (
    <aside className={classes.panel}>
      {read.error ? <ErrorPanel error={read.error} compact onRetry={read.retry} /> : <Skeleton lines={5} />}
    </aside>
  );
}

function Facets(props: FacetPanelProps & { readonly columns: readonly ColumnGuess[] }) {
  const { tableId, view, onView, columns } = props;
  const project = useProject();
  const chosen = useStore(facetStoreOf(project), (model) => facetsOf(model, tableId));
  const set = (facets: readonly FacetChoice[]) => setFacets(project, tableId, facets);
  const shown = chosen.flatMap((choice) => {
    const column = columns.find(({ name }) => name === choice.column);
    return column ? [{ choice, column }] : [];
  });
  const add = (name: string) => {
    const column = columns.find((item) => item.name === name);
    if (!column) return;
    const preferred = kindOfFilters(view, name) ?? firstKind(column);
    const taken = chosen.some((item) => item.column === name && item.kind === preferred);
    set([...chosen, { column: name, kind: taken ? 'text' : preferred }]);
  };
  return (
    <aside className={classes.panel} aria-label="Facets" data-testid="facet-panel">
      <Select
        aria-label="Add a facet"
        placeholder="Add a facet: choose a column"
        size="xs"
        searchable
        value={null}
        data={[...new Set(columns.map(({ name }) => name))].filter((name) => name !== '')}
        onChange={(name) => name !== null && add(name)}
        data-testid="facet-add"
      />
      {shown.length === 0 ? (
        <EmptyState title="No facet yet">
          A facet counts the values of a column: words, numbers, dates, patterns, what is empty, what does not
          fit. Choosing in one narrows the rows and the counts of the others.
        </EmptyState>
      ) : null}
      <div className={classes.list}>
        {shown.map(({ choice, column }, at) => (
          <FacetCard
            key={`${choice.column}:${choice.kind}`}
            {...props}
            column={column}
            kind={choice.kind}
            onKind={(kind) => {
              onView(withoutFacet(view, choice));
              const others = chosen.filter((item) => item !== choice);
              const known = others.some((item) => item.column === choice.column && item.kind === kind);
              set(known ? others : chosen.map((item) => (item === choice ? { ...item, kind } : item)));
            }}
            onClose={() => {
              onView(withoutFacet(view, choice));
              set(chosen.filter((item) => item !== choice));
            }}
            first={at === 0}
          />
        ))}
      </div>
    </aside>
  );
}
