import { PROBLEM_WORDS } from '../profile/problem-words';
import { countText, plural } from '../profile/text';
import type { ColumnProfile, Semantic, TableProfile } from '../profile/types';
import { compareText } from '../table/rank';
import { freeNames } from './free-names';
import type { StepAction, ValueTransform } from './types';
import { valueTransform } from './value-transform';

/** A step worth making, with the finding that speaks for it. */
export interface StepSuggestion {
  /** Stable while the finding stands; unique among the suggestions of a table. */
  readonly id: string;
  /** What was found, with its size: "1,204 cells in City have blanks at their ends." */
  readonly sentence: string;
  readonly action: StepAction;
  /** `apply` = the step is complete; `edit` = something is to be said first; `clusters` = spellings are to be looked at. */
  readonly opens: 'apply' | 'edit' | 'clusters';
  /** Rows the finding touches. */
  readonly rows: number;
}

/** Columns named in a sentence before "and n more". */
const NAMED = 2;

/**
 * Steps that the profile of a table speaks for, the largest finding first, at most one per finding and column. A step
 * is proposed only if it changes values the profile shows.
 */
export function suggestSteps(profile: TableProfile): readonly StepSuggestion[] {
  return [
    ...sharedFindings(profile),
    ...profile.columns.flatMap(emptied),
    ...profile.columns.flatMap(spelledOut),
    ...profile.columns.flatMap(written),
    ...profile.columns.flatMap((column) => takenApart(column, profile.columns)),
  ].sort((a, b) => b.rows - a.rows || compareText(a.id, b.id));
}

/** Findings whose cure is the same in every column: one step for all of them. */
const SHARED: Readonly<Record<string, ValueTransform>> = {
  STRAY_BLANKS: { op: 'squeeze' },
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
    .map(({ code, values, rows, sentence }) => ({
      id: `${code}:${name}`,
      sentence: `${name}: ${sentence}`,
      action: {
        kind: 'change',
        columns: [name],
        transforms: [{ op: 'lookup', entries: values.map((from) => ({ from, to: '' })), otherwise: 'keep' }],
      },
      opens: 'apply',
      rows,
    }));
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

/** Meanings whose values have one good form. */
const FORMS: Readonly<Partial<Record<Semantic, readonly [ValueTransform, string]>>> = {
  email: [{ op: 'email' }, 'not written as plain e-mail addresses'],
  url: [{ op: 'url' }, 'not written as whole web addresses'],
  country: [{ op: 'country', to: 'name' }, 'not written as the usual names of countries'],
  boolean: [{ op: 'boolean' }, 'written as yes or no in other words'],
};

const NAMES: ReadonlySet<Semantic> = new Set(['personName', 'givenName', 'familyName', 'city']);

/** Values that are right but not written in the usual form, as far as the most frequent ones show. */
function written(column: ColumnProfile): StepSuggestion[] {
  const { name, semantic } = column;
  const change = (transform: ValueTransform, words: string, counted: number): StepSuggestion => ({
    id: `FORM:${name}:${transform.op}`,
    sentence: `${name}: at least ${plural(counted, 'cell is', 'cells are')} ${words}.`,
    action: { kind: 'change', columns: [name], transforms: [transform] },
    opens: 'apply',
    rows: counted,
  });
  if ((column.type === 'date' || column.type === 'datetime') && column.dateOrder !== null) {
    const transform: ValueTransform = { op: 'date', order: column.dateOrder };
    const rows = changedRows(column, transform);
    return rows === 0 ? [] : [change(transform, 'written as dates in another form than 2026-11-14', rows)];
  }
  if (NAMES.has(semantic)) {
    const rows = sum(column.patterns.filter(({ value }) => /A{3,}/.test(value) && !/[a-z]/.test(value)));
    return rows === 0 ? [] : [change({ op: 'case', to: 'name' }, 'written in capitals', rows)];
  }
  const form = FORMS[semantic];
  if (!form) return [];
  const [transform, words] = form;
  const rows = changedRows(column, transform);
  return rows === 0 ? [] : [change(transform, words, rows)];
}

/** Share of different values from which a column of names is about the rows, not about who looks after them. */
const LEAST_DIFFERENT = 0.2;

/** Full names where no column has the parts of them. */
function takenApart(column: ColumnProfile, columns: readonly ColumnProfile[]): StepSuggestion[] {
  const has = (semantic: Semantic) => columns.some((other) => other.semantic === semantic);
  if (column.semantic !== 'personName' || has('givenName') || has('familyName')) return [];
  if (column.distinct < column.filled * LEAST_DIFFERENT) return [];
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

/** Rows of the most frequent values that a transform would change. */
function changedRows({ top }: ColumnProfile, transform: ValueTransform): number {
  const change = valueTransform(transform);
  return sum(top.filter(({ value }) => value !== '' && change(value) !== value));
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function namesText(names: readonly string[]): string {
  if (names.length <= NAMED) return names.join(' and ');
  return `${names.slice(0, NAMED).join(', ')} and ${plural(names.length - NAMED, 'more column', 'more columns')}`;
}
