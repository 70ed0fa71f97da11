import { columnsOf } from '../derive/columns-of';
import type { ProjectState } from '../journal/types';
import { columnsRead } from '../mapping/source-columns';
import { plural } from '../profile/text';

/** What a newer extract brings, as far as decisions depend on it. */
export interface Fit {
  readonly state: ProjectState;
  readonly tableId: string;
  /** Columns of the table before, and those of them that are there again. */
  readonly columnsBefore: number;
  readonly columnsAlike: number;
  /** Columns of the newer extract, cleaned. */
  readonly columns: ReadonlySet<string>;
  readonly keysBefore: readonly string[];
  readonly keysAfter: ReadonlySet<string>;
  /** Raw text of the lines of the newer extract that are no rows. */
  readonly rejected: ReadonlySet<string>;
  /** Cleaning steps that cannot run. */
  readonly steps: readonly { readonly name: string; readonly why: string }[];
}

/** Mappings, steps, repairs and decisions that no longer fit, one sentence each, the gravest first. */
export function unfitSentences(fit: Fit): readonly string[] {
  return [
    ...otherTable(fit),
    ...keySentence(fit),
    ...mappingSentences(fit),
    ...fit.steps.map(({ name, why }) => `The cleaning step "${name}" cannot run: ${why}`),
    ...derivedSentences(fit),
    ...decisionSentences(fit),
    ...repairSentence(fit),
  ];
}

function otherTable({ columnsBefore, columnsAlike }: Fit): string[] {
  if (columnsAlike * 2 >= columnsBefore) return [];
  return [`Only ${columnsAlike} of ${columnsBefore} columns are there: this looks like another table.`];
}

function keySentence({ state, tableId, columns }: Fit): string[] {
  const key = state.tables.find(({ id }) => id === tableId)?.keyColumn ?? null;
  if (key === null || columns.has(key)) return [];
  return [
    `The key column "${key}" is missing: rows would go by their content, and decisions about them no longer apply.`,
  ];
}

function mappingSentences({ state, tableId, columns }: Fit): string[] {
  const sentences: string[] = [];
  for (const mapping of state.mappings) {
    const lost = new Map<string, string[]>();
    const lose = (field: string, column: string | null) => {
      if (column === null || columns.has(column)) return;
      lost.set(column, [...(lost.get(column) ?? []), field]);
    };
    const own = mapping.tableId === tableId;
    for (const { field, from } of mapping.fields) {
      if (own) for (const column of columnsRead(from)) lose(field, column);
      if (from.kind === 'reference' && from.table === tableId) lose(field, from.by);
    }
    for (const [column, fields] of lost) {
      sentences.push(
        `"${column}" is missing and mapped to ${mapping.object} ${fields.join(', ')}: map another column there.`,
      );
    }
  }
  return sentences;
}

function derivedSentences({ state, tableId, columns }: Fit): string[] {
  return state.tables.flatMap(({ name, derivation }) => {
    if (derivation?.from !== tableId) return [];
    return columnsOf(derivation)
      .filter((column) => !columns.has(column))
      .map((column) => `"${column}" is missing, and ${name} is made with it: choose another column there.`);
  });
}

function decisionSentences({ state, keysBefore, keysAfter }: Fit): string[] {
  const gone = new Set(keysBefore.filter((key) => !keysAfter.has(key)));
  if (gone.size === 0) return [];
  const said: readonly (readonly [number, string, string])[] = [
    [
      state.decisions.filter(({ groups }) => groups.some((group) => group.some((key) => gone.has(key))))
        .length,
      'decision about duplicates names',
      'decisions about duplicates name',
    ],
    [
      state.settled.filter(({ key }) => gone.has(key)).length,
      'settled record is among',
      'settled records are among',
    ],
    [
      state.choices.filter(({ member, from }) => gone.has(member) || gone.has(from)).length,
      'choice of a surviving value names',
      'choices of surviving values name',
    ],
  ];
  return said
    .filter(([count]) => count > 0)
    .map(([count, one, many]) =>
      `${plural(count, one, many)} rows that vanish; it rests until they come back.`.replace(
        'it rests',
        count === 1 ? 'it rests' : 'they rest',
      ),
    );
}

function repairSentence({ state, tableId, rejected }: Fit): string[] {
  const idle = state.repairs.filter(
    (repair) => repair.tableId === tableId && !rejected.has(repair.raw),
  ).length;
  return idle === 0 ? [] : [`${plural(idle, 'repaired line does', 'repaired lines do')} not come again.`];
}
