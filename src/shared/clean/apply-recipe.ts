import { assertNever } from '../base/result';
import type { ColumnGuess } from '../ingest/types';
import { plural } from '../profile/text';
import type { Column, Table } from '../table/types';
import { runChange } from './actions/change';
import { rowMask } from './actions/conditions';
import { runFillDown } from './actions/fill-down';
import { runFormula } from './actions/formula';
import { runJoin } from './actions/join';
import { runMerge } from './actions/merge';
import { runParseAddress, runParseName } from './actions/parse';
import { runExtract, runSplit } from './actions/split';
import { runRemove, runRename } from './actions/structure';
import { isBroken, type RowMask, type Work, type Worked } from './actions/work';
import { type ChangedColumn, guessChanged } from './column-types';
import type { CleanedTable, Recipe, Step, StepAction, StepOutcome } from './types';

/**
 * A table after its recipe, with what every step did. Steps run in order on distinct values; rows keep their number and
 * order; a step that cannot run here says so and the rest go on. `columns` are the types of the columns as read; those of
 * changed and new columns are guessed anew. A recipe without enabled steps answers with the table itself.
 */
export function applyRecipe(table: Table, columns: readonly ColumnGuess[], recipe: Recipe): CleanedTable {
  let current = table;
  /** Name in the table as read, by name now. */
  const names = new Map(table.columns.map((column) => [column.name, column.name]));
  const outcomes: StepOutcome[] = [];
  for (const step of recipe) {
    const { outcome, after } = runStep(current, step);
    outcomes.push(outcome);
    if (after === null) continue;
    if (step.action.kind === 'rename' && outcome.state === 'applied')
      names.set(step.action.to, names.get(step.action.column) ?? step.action.column);
    current = { rowCount: current.rowCount, columns: after };
  }
  if (current === table) return { table, columns, outcomes };
  return { table: current, columns: typesOf(current, table, columns, names), outcomes };
}

function runStep(table: Table, step: Step): { outcome: StepOutcome; after: readonly Column[] | null } {
  if (!step.enabled) return { outcome: quiet(step, 'disabled', 'Switched off.'), after: null };
  const limited = TAKES_CONDITIONS.has(step.action.kind) ? step.where : [];
  const mask = rowMask(table, limited);
  if (!mask.ok) return { outcome: quiet(step, 'broken', mask.error.message), after: null };
  const done = runAction(table, step.action, mask.value);
  if (isBroken(done)) return { outcome: quiet(step, 'broken', done.broken), after: null };
  const before = new Set(table.columns.map((column) => column.name));
  const now = new Set(done.columns.map((column) => column.name));
  const columnsAdded = [...now].filter((name) => !before.has(name));
  const columnsRemoved = [...before].filter((name) => !now.has(name));
  const state = done.values > 0 || columnsAdded.length + columnsRemoved.length > 0 ? 'applied' : 'unmatched';
  const outcome: StepOutcome = {
    stepId: step.id,
    state,
    values: done.values,
    rows: done.rows,
    caught: done.caught,
    sentence: outcomeSentence(step.action, done, state),
    samples: done.samples,
    columnsAdded,
    columnsRemoved,
  };
  return { outcome, after: state === 'applied' ? done.columns : null };
}

const TAKES_CONDITIONS: ReadonlySet<StepAction['kind']> = new Set(['change', 'merge', 'fillDown', 'formula']);

function runAction(table: Table, action: StepAction, mask: RowMask): Worked {
  switch (action.kind) {
    case 'change':
      return runChange(table, action, mask);
    case 'merge':
      return runMerge(table, action, mask);
    case 'fillDown':
      return runFillDown(table, action, mask);
    case 'rename':
      return runRename(table, action);
    case 'remove':
      return runRemove(table, action);
    case 'split':
      return runSplit(table, action);
    case 'join':
      return runJoin(table, action);
    case 'extract':
      return runExtract(table, action);
    case 'formula':
      return runFormula(table, action, mask);
    case 'parseName':
      return runParseName(table, action);
    case 'parseAddress':
      return runParseAddress(table, action);
    default:
      return assertNever(action);
  }
}

function quiet(step: Step, state: 'disabled' | 'broken', sentence: string): StepOutcome {
  return {
    stepId: step.id,
    state,
    values: 0,
    rows: 0,
    caught: [],
    sentence,
    samples: [],
    columnsAdded: [],
    columnsRemoved: [],
  };
}

function outcomeSentence(action: StepAction, done: Work, state: StepOutcome['state']): string {
  const sentences = [mainSentence(action, done, state)];
  if (done.caughtInAll > 0)
    sentences.push(
      `${plural(done.caughtInAll, 'new variant was', 'new variants were')} caught that the step does not list.`,
    );
  return [...sentences, ...done.notes].join(' ');
}

function mainSentence(action: StepAction, done: Work, state: StepOutcome['state']): string {
  switch (action.kind) {
    case 'rename':
      return state === 'unmatched' ? 'It has this name already.' : 'Renamed.';
    case 'remove':
      return `${plural(done.columns.length, 'column')} left.`;
    case 'change':
    case 'merge':
    case 'fillDown':
    case 'formula':
      if (state === 'unmatched') return 'Nothing here to change.';
      return `${plural(done.values, 'value')} in ${plural(done.rows, 'row')} ${action.kind === 'fillDown' ? 'filled' : 'changed'}.`;
    default:
      if (done.values === 0) return 'Nothing found to fill the new columns with.';
      return `${plural(done.values, 'value')} in ${plural(done.rows, 'row')} read.`;
  }
}

/** Types of all columns: untouched ones as they were, under their new names, the others guessed anew. */
function typesOf(
  after: Table,
  before: Table,
  columns: readonly ColumnGuess[],
  names: ReadonlyMap<string, string>,
): readonly ColumnGuess[] {
  const guessOf = new Map(columns.map((guess) => [guess.name, guess]));
  const codesOf = new Map(before.columns.map((column) => [column.name, column.codes]));
  const changed: ChangedColumn[] = [];
  const known = new Map<string, ColumnGuess>();
  for (const column of after.columns) {
    const origin = names.get(column.name) ?? column.name;
    const guess = guessOf.get(origin);
    if (guess && codesOf.get(origin) === column.codes)
      known.set(column.name, { ...guess, name: column.name });
    else changed.push({ column, before: guess });
  }
  const guessed = changed.length > 0 ? guessChanged(changed) : new Map<string, ColumnGuess>();
  return after.columns.map(
    (column) =>
      known.get(column.name) ??
      guessed.get(column.name) ?? { name: column.name, type: 'text', dateOrder: null, decimalComma: false },
  );
}
