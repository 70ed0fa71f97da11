import type { TableState } from '@shared/journal/types';
import type { ColumnProfile } from '@shared/profile/types';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { navigate } from '../../app/routes';
import { plural } from '../../base/format';
import { Button, IconButton } from '../../components/button';
import { Card } from '../../components/card';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { WhyPanel } from '../../components/why';
import { useEngineQuery, useProject, useProjectModel, useUndo } from '../../state/context';
import classes from './clean.module.css';
import { CleanGrid } from './clean-grid';
import { ClusterPanel } from './clusters/cluster-panel';
import { ColumnMenuItems } from './column-menu-items';
import { EditorAt } from './editors/editor-at';
import { columnOf } from './editors/kind-field';
import { RecipeMenu } from './exchange/recipe-menu';
import { captionOf, END } from './place';
import { QualityLine } from './quality-line';
import { draftOf, stepsBefore } from './recipe-edit';
import { RecipeList } from './recipe-list';
import { RecipeWhy } from './recipe-why';
import { StepWhy } from './step-why';
import { Suggestions } from './suggestions';
import { TableChoice } from './table-choice';
import { useCleanCommands } from './use-clean-commands';
import { type Seen, useCleaning } from './use-cleaning';
import { rowsOf, viewWithin } from './where-filters';

export interface CleanTableProps {
  readonly table: TableState;
  readonly tables: readonly TableState[];
  /** A column to begin with, from the address. */
  readonly column: string | null;
}

/** One table, its recipe, and the table as of any step of it. */
export function CleanTable({ table, tables, column }: CleanTableProps) {
  const { folder } = useProject();
  const version = useProjectModel((model) => model.version);
  const cleaning = useCleaning(table);
  const { recipe, report, seen, place, work, deeds } = cleaning;
  const { undo, redo } = useUndo();
  const [hovered, setHovered] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(column);
  const [facets, setFacets] = useState(false);
  const profile = useEngineQuery(['profile', table.id], (engine) => engine.profile(table.id));
  const suggested = useEngineQuery(['suggestedSteps', table.id], (engine) => engine.suggestedSteps(table.id));
  const addStep = () => cleaning.addStep(active);
  const back = () => cleaning.setWork({ kind: 'rows' });
  useCleanCommands(cleaning, active, addStep);
  const worked = useRef(work.kind);
  useEffect(() => {
    if (worked.current !== 'rows' && work.kind === 'rows') focusList();
    worked.current = work.kind;
  }, [work.kind]);

  const shownStep = hovered ?? (place.at === 'step' ? place.stepId : null);
  const at = report.data?.steps.findIndex((line) => line.step.id === shownStep) ?? -1;
  const line = work.kind === 'rows' ? report.data?.steps[at] : undefined;
  const shown = line && recipe.find((step) => step.id === line.step.id);
  const rows = shown && line ? rowsOf(shown.action, line.outcome) : null;
  const known = (id: string) => recipe.some((step) => step.id === id);

  return (
    <Screen
      title="What has to be put right?"
      subtitle={
        report.data
          ? `${table.name} · ${plural(report.data.rowCount, 'row')} · ${plural(recipe.length, 'step')}`
          : table.name
      }
      actions={
        <>
          <IconButton
            label="Take my last entry back (Ctrl Z)"
            icon={<IconArrowBackUp size={17} stroke={1.7} />}
            onClick={() => void undo()}
            testId="clean-undo"
          />
          <IconButton
            label="Bring it back (Ctrl Shift Z)"
            icon={<IconArrowForwardUp size={17} stroke={1.7} />}
            onClick={() => void redo()}
            testId="clean-redo"
          />
          <RecipeMenu table={table} tables={tables} recipe={recipe} writer={cleaning.writer} />
          <Button
            kind="primary"
            hotkey="A"
            onClick={addStep}
            disabled={work.kind !== 'rows' || !seen.data}
            testId="add-step"
          >
            Add step
          </Button>
        </>
      }
      fill
      testId="screen-clean"
    >
      <TableChoice
        tables={tables}
        current={table.id}
        onSelect={(id) => navigate({ at: 'project', folder, screen: 'clean', rest: [id] })}
      />
      {work.kind === 'clusters' && work.step.action.kind === 'merge' ? (
        <ClusterPanel
          key={work.step.id}
          tableId={table.id}
          prefix={draftOf(stepsBefore(recipe, known(work.step.id) ? work.step.id : work.before))}
          prefixKey={`${version}:${known(work.step.id) ? work.step.id : (work.before ?? '')}`}
          step={work.step}
          action={work.step.action}
          onSave={(step, matched) => cleaning.save(step, work.before, matched)}
          onCancel={back}
        />
      ) : (
        <QueryView query={report}>
          {(data) => (
            <div className={classes.body}>
              <Card flush fill className={classes.recipe}>
                <RecipeList
                  {...deeds}
                  steps={data.steps}
                  rows={data.rowCount}
                  place={place}
                  onPlace={cleaning.show}
                  onHover={setHovered}
                />
                <section className={classes.suggested} aria-label="Suggested steps">
                  <h2>Suggested</h2>
                  {suggested.data ? (
                    <Suggestions suggestions={suggested.data} column={column} onPick={cleaning.pick} />
                  ) : (
                    <p className={classes.looking}>{suggested.error?.message ?? 'Looking at the values…'}</p>
                  )}
                </section>
                <QualityLine table={table} quality={profile.data?.quality ?? null} />
              </Card>
              {work.kind === 'rows' ? (
                <QueryView query={seen}>
                  {(here) => (
                    <Rows
                      table={table}
                      here={here}
                      cleaning={cleaning}
                      caption={captionOf(here.place, data.steps)}
                      facets={facets}
                      onFacets={setFacets}
                      onColumn={setActive}
                      begin={column}
                      semantics={profile.data?.columns ?? []}
                    />
                  )}
                </QueryView>
              ) : (
                <EditorAt
                  key={work.step.id}
                  tableId={table.id}
                  recipe={recipe}
                  step={work.step}
                  before={work.before}
                  onSave={(step, matched) => cleaning.save(step, work.before, matched)}
                  onCancel={back}
                  onSpellings={(step) => cleaning.setWork({ ...work, kind: 'clusters', step })}
                />
              )}
            </div>
          )}
        </QueryView>
      )}
      <WhyPanel>
        {line ? (
          <StepWhy
            item={line}
            number={at + 1}
            onEdit={() => deeds.onEdit(line.step.id)}
            onRows={rows ? () => cleaning.showRows(line.step.id, rows) : null}
          />
        ) : (
          <RecipeWhy lines={report.data?.steps ?? []} work={work.kind} onEnd={() => cleaning.show(END)} />
        )}
      </WhyPanel>
    </Screen>
  );
}

interface RowsProps {
  readonly table: TableState;
  readonly here: Seen;
  readonly cleaning: ReturnType<typeof useCleaning>;
  readonly caption: string;
  readonly facets: boolean;
  readonly onFacets: (shown: boolean) => void;
  readonly onColumn: (name: string) => void;
  /** A column to be in view where no step asks for another. */
  readonly begin: string | null;
  /** What the columns of the cleaned table mean. */
  readonly semantics: readonly ColumnProfile[];
}

function Rows({ table, here, cleaning, semantics, ...props }: RowsProps) {
  const names = useMemo(() => here.columns.map((item) => item.name), [here.columns]);
  const view = useMemo(() => viewWithin(cleaning.view, names), [cleaning.view, names]);
  const stamp = `${table.id}:${here.place.at === 'step' ? here.place.stepId : here.place.at}:${here.version}`;
  return (
    <CleanGrid
      tableId={table.id}
      label={`Rows of ${table.name}`}
      steps={draftOf(here.recipe)}
      stamp={stamp}
      columns={here.columns}
      marked={here.place.at === 'step'}
      reveal={revealed(here, names) ?? (names.includes(props.begin ?? '') ? props.begin : null)}
      caption={props.caption}
      view={view}
      onView={cleaning.setView}
      facets={props.facets}
      onFacets={props.onFacets}
      scope={cleaning.scope}
      onScope={cleaning.setScope}
      onActive={(cell) => props.onColumn(cell.column)}
      columnActions={(name) => {
        const column = here.columns.find((item) => item.name === name);
        const semantic = semantics.find((item) => item.name === name)?.semantic ?? null;
        return column ? (
          <ColumnMenuItems context={{ column, columns: names, semantic }} onPick={cleaning.pick} />
        ) : null;
      }}
    />
  );
}

/** Gives the focus back to the step looked at, once an editor is closed. */
function focusList(): void {
  document.querySelector<HTMLElement>('[data-testid="recipe"] [aria-current="step"]')?.focus();
}

/** The first column that the step looked at changed or made. */
function revealed({ place, recipe, steps }: Seen, names: readonly string[]): string | null {
  const step = place.at === 'step' ? recipe.at(-1) : undefined;
  if (!step) return null;
  const [added] = steps.at(-1)?.outcome.columnsAdded ?? [];
  const column = added ?? columnOf(step.action);
  return column !== null && names.includes(column) ? column : null;
}
