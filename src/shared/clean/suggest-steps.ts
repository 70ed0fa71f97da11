import { pacedBy, quietTask, type TaskContext } from '../base/progress';
import type { ColumnGuess } from '../ingest/types';
import { PROBLEM_WORDS } from '../profile/problem-words';
import { countText, plural } from '../profile/text';
import type { ColumnProblem, ColumnProfile, Semantic, TableProfile } from '../profile/types';
import { columnNamed } from '../table/column';
import { compareText } from '../table/rank';
import type { Table } from '../table/types';
import { freeNames } from './free-names';
import { areOwners, formFinding, VALUES_LOOKED_AT } from './suggest-forms';
import type { StepAction, StepCondition, ValueTransform } from './types';
import { valueTransform } from './value-transform';

/** A step worth making, with the finding that speaks for it. */
export interface StepSuggestion {
  /** Stable while the finding stands; unique among the suggestions of a table. */
  readonly id: string;
  /** What was found, with its size: "1,204 cells in City have blanks at their ends." */
  readonly sentence: string;
  readonly action: StepAction;
  /** The rows the step is for; absent = all. */
  readonly where?: readonly StepCondition[];
  /** `apply` = the step is complete; `edit` = something is to be said first; `clusters` = spellings are to be looked at. */
  readonly opens: 'apply' | 'edit' | 'clusters';
  /** Rows the finding touches. */
  readonly rows: number;
}

/** Columns named in a sentence before "and n more". */
const NAMED = 2;

/** A table with what is known of it. */
export interface SuggestionInput {
  readonly profile: TableProfile;
  readonly table: Table;
  /** The reader's guesses, matched by name. */
  readonly guesses: readonly ColumnGuess[];
}

/**
 * Steps that the profile of a table speaks for, the largest finding first, at most one per finding and column. A step
 * is proposed only if it changes something; its rows are counted over the different values of the column, the first
 * `VALUES_LOOKED_AT` of them. Rests between columns, and stops when asked to.
 */
export async function suggestSteps(
  { profile, table, guesses }: SuggestionInput,
  task: TaskContext = quietTask,
): Promise<readonly StepSuggestion[]> {
  const found = [
    ...sharedFindings(profile),
    ...profile.columns.flatMap(emptied),
    ...profile.columns.flatMap(spelledOut),
    ...profile.columns.flatMap(unreadable),
    ...profile.columns.flatMap((column) => takenApart(column, profile.columns)),
  ];
  const pace = pacedBy(task);
  for (const column of profile.columns) {
    found.push(...written(column, table, guesses, profile.country));
    await pace(Math.min(column.distinct, VALUES_LOOKED_AT) * 2);
  }
  return found.sort((a, b) => b.rows - a.rows || compareText(a.id, b.id));
}

/** Findings whose cure is the same in every column: one step for all of them. */
const SHARED: Readonly<Record<string, ValueTransform>> = {
  STRAY_BLANKS: { op: 'squeeze' },
  DAMAGED_TEXT: { op: 'mojibake' },
  CONTROL_CHARACTERS: { op: 'unicode', form: 'NFC', controls: true },
};

function sharedFindings({ columns }: TableProfile): StepSuggestion[] {
  return Object.entries(SHARED).flatMap(([code, transform]) => {
    const change = valueTransform(transform);
    const found = columns.flatMap(({ name, problems }) =>
      problems
        .filter((problem) => problem.code === code && problem.values.some((value) => change(value) !== value))
        .map(({ rows }) => ({ name, rows })),
    );
    if (found.length === 0) return [];
    const rows = found.reduce((sum, item) => sum + item.rows, 0);
    const names = found.map(({ name }) => name);
    const words = PROBLEM_WORDS[code];
    const what = rows === 1 ? words?.one : words?.many;
    const text = `${countText(rows)} ${(what ?? '').replace(/^(cells?)/, `$1 in ${namesText(names)}`)}.`;
    const action: StepAction = { kind: 'change', columns: names, transforms: [transform] };
    return [{ id: code, sentence: text, action, opens: 'apply', rows }];
  });
}

/** Words and made-up values that stand for "nothing": they are emptied. */
const NOTHING: ReadonlySet<string> = new Set([
  'PLACEHOLDER',
  'SPREADSHEET_ERROR',
  'EMAIL_PLACEHOLDER',
  'PHONE_PLACEHOLDER',
  'DATE_PLACEHOLDER',
]);

function emptied({ name, problems }: ColumnProfile): StepSuggestion[] {
  return problems
    .filter(({ code, values }) => NOTHING.has(code) && values.length > 0)
    .map((problem) => lookedUp(name, problem, () => '', 'apply'));
}

/** A step that says of each value of a problem what it becomes. */
function lookedUp(
  column: string,
  { code, values, rows, sentence }: ColumnProblem,
  become: (value: string) => string,
  opens: StepSuggestion['opens'],
): StepSuggestion {
  const entries = values.map((value) => ({ from: value, to: become(value) }));
  return {
    id: `${code}:${column}`,
    sentence: `${column}: ${sentence}`,
    action: { kind: 'change', columns: [column], transforms: [{ op: 'lookup', entries, otherwise: 'keep' }] },
    opens,
    rows,
  };
}

/** Values that cannot be read as what the others of their column are: only a person can say what they mean. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'NUMBER_UNREADABLE',
  'DATE_UNREADABLE',
  'BOOLEAN_UNREADABLE',
  'COUNTRY_UNKNOWN',
]);
/** Different values a person would still go through one by one. */
const MOST_UNREADABLE = 50;

/** The values as a list to be filled in; as long as it says the same, it changes nothing. */
function unreadable({ name, problems }: ColumnProfile): StepSuggestion[] {
  return problems
    .filter(({ code, values }) => UNREADABLE.has(code) && values.length <= MOST_UNREADABLE)
    .map((problem) => lookedUp(name, problem, (value) => value, 'edit'));
}

/** Several spellings of one value: looked at, not merged unseen. */
function spelledOut({ name, problems }: ColumnProfile): StepSuggestion[] {
  return problems
    .filter(({ code }) => code === 'SPELLING')
    .map(({ code, rows, sentence }) => ({
      id: `${code}:${name}`,
      sentence: `${name}: ${sentence}`,
      action: { kind: 'merge', column: name, method: { kind: 'fingerprint' }, clusters: [] },
      opens: 'clusters',
      rows,
    }));
}

/** Values that are right but not written in the usual form. */
function written(
  profile: ColumnProfile,
  table: Table,
  guesses: readonly ColumnGuess[],
  country: string | null,
) {
  const column = columnNamed(table, profile.name);
  if (!column) return [];
  const guess = guesses.find(({ name }) => name === profile.name);
  const found = formFinding({ profile, column, guess, country });
  if (!found) return [];
  const { transform, where, sentence, rows, open } = found;
  const suggestion: StepSuggestion = {
    id: `FORM:${profile.name}:${transform.op}`,
    sentence,
    action: { kind: 'change', columns: [profile.name], transforms: [transform] },
    ...(where.length > 0 && { where }),
    opens: open ? 'edit' : 'apply',
    rows,
  };
  return [suggestion];
}

/** Full names where no column has the parts of them. */
function takenApart(column: ColumnProfile, columns: readonly ColumnProfile[]): StepSuggestion[] {
  const has = (semantic: Semantic) => columns.some((other) => other.semantic === semantic);
  if (column.semantic !== 'personName' || has('givenName') || has('familyName')) return [];
  if (areOwners(column)) return [];
  const free = freeNames(columns.map(({ name }) => name));
  return [
    {
      id: `NAMES:${column.name}`,
      sentence: `${column.name}: ${plural(column.filled, 'cell holds a full name', 'cells hold full names')}; a CRM wants first and last name.`,
      action: {
        kind: 'parseName',
        column: column.name,
        order: 'auto',
        into: { first: free('First name'), last: free('Last name') },
        keep: true,
      },
      opens: 'edit',
      rows: column.filled,
    },
  ];
}

function namesText(names: readonly string[]): string {
  if (names.length <= NAMED) return names.join(' and ');
  return `${names.slice(0, NAMED).join(', ')} and ${plural(names.length - NAMED, 'more column', 'more columns')}`;
}
