import type { ColumnGuess } from '../../ingest/types';
import { columnNamed } from '../../table/column';
import { type Column, EMPTY, type Table } from '../../table/types';
import { type ColumnFacts, columnFacts, LONGEST_COUNTED, TYPES } from '../column-facts';
import { outlierCodes } from '../outliers';
import { codesWithProblem } from '../problems';
import { unknownGuess } from '../profile-table';
import { binOf, numbersOf } from '../range';
import type { ColumnProfile, TableProfile } from '../types';
import { readCheckId } from './check-id';
import { contradictionRows } from './contradictions';
import { dependencyRows } from './dependencies';
import { columnsNamed, disagreementRows } from './disagreements';
import { repeatRows } from './keys';
import { placeholderRows } from './placeholder-values';
import { testRows } from './test-records';
import { differingRows } from './twins';
import { unitRows } from './units';

/** What a check of a table is computed from. */
export interface CheckedTable {
  readonly table: Table;
  readonly guesses: readonly ColumnGuess[];
  readonly profile: TableProfile;
}

/**
 * The rows a check of the profile or the findings stands for: 1 in the place of each; null when the check or one of its
 * columns is not known (any more). The same code that counted decides, so the rows are as many as were said.
 */
export function rowsOfCheck(of: CheckedTable, column: string, check: string): Uint8Array | null {
  const asked = readCheckId(check);
  const subject = columnNamed(of.table, column);
  const profile = of.profile.columns.find((item) => item.name === column);
  if (!asked || !subject || !profile) return null;
  const codes = codesOfCheck(of, subject, profile, asked.kind, asked.about);
  if (codes) return rowsOfCodes(subject, codes);
  return rowsAcross(of, subject, profile, asked.kind, asked.about);
}

function rowsOfCodes({ codes }: Column, wanted: Uint8Array): Uint8Array {
  const rows = new Uint8Array(codes.length);
  for (let row = 0; row < rows.length; row++) rows[row] = wanted[codes[row]!]!;
  return rows;
}

/** Checks of one column, decided by value. */
function codesOfCheck(
  of: CheckedTable,
  column: Column,
  profile: ColumnProfile,
  kind: string,
  [first = '', second = '']: readonly string[],
): Uint8Array | null {
  const facts = (): ColumnFacts =>
    columnFacts(column, of.guesses.find((guess) => guess.name === column.name) ?? unknownGuess(column.name));
  switch (kind) {
    case 'problem':
      return codesWithProblem(
        facts(),
        {
          semantic: profile.semantic,
          country: of.profile.country,
          referenceDate: of.profile.referenceDate,
          likelyKey: profile.likelyKey,
        },
        first,
      );
    case 'outlier': {
      const measured = facts();
      return outlierCodes(measured, numbersOf(measured), first);
    }
    case 'type': {
      return byCode(facts(), ({ types }, code) => TYPES[types[code]!] === first);
    }
    case 'length':
      return byCode(
        facts(),
        ({ lengthOf }, code) =>
          lengthOf[code]! >= Number(first) && lengthOf[code]! <= Math.min(Number(second), LONGEST_COUNTED),
      );
    case 'shape': {
      const measured = facts();
      const shape = measured.patterns.find((item) => item.value === first);
      return byCode(measured, ({ maskOf }, code) => shape !== undefined && maskOf[code] === shape.mask);
    }
    case 'bin': {
      const measured = facts();
      const { values } = numbersOf(measured);
      const [min, max] = [values[0] ?? Number.NaN, values.at(-1) ?? Number.NaN];
      return byCode(
        measured,
        ({ numeric }, code) =>
          !Number.isNaN(numeric[code]!) && binOf(numeric[code]!, min, max) === Number(first),
      );
    }
    default:
      return null;
  }
}

function byCode(facts: ColumnFacts, test: (facts: ColumnFacts, code: number) => boolean): Uint8Array {
  const codes = new Uint8Array(facts.counts.length);
  for (let code = EMPTY + 1; code < codes.length; code++)
    if (facts.counts[code]! > 0 && test(facts, code)) codes[code] = 1;
  return codes;
}

/** Checks across columns, decided row by row. */
function rowsAcross(
  of: CheckedTable,
  column: Column,
  profile: ColumnProfile,
  kind: string,
  about: readonly string[],
): Uint8Array | null {
  const named = about.map((name) => columnNamed(of.table, name));
  const [first, second] = named;
  switch (kind) {
    case 'dependency':
      return first && second ? dependencyRows(first, second) : null;
    case 'differ':
      return first && second ? differingRows(first, second) : null;
    case 'contradiction':
      return first && second
        ? contradictionRows(first, second, new Map(of.guesses.map((guess) => [guess.name, guess])))
        : null;
    case 'disagree': {
      const [, ...names] = about;
      const columns = columnsNamed(of.table, names);
      const guesses = new Map(of.guesses.map((guess) => [guess.name, guess]));
      return columns && disagreementRows(about[0] ?? '', columns, guesses, of.table.rowCount);
    }
    case 'repeats': {
      const known = named.filter((item) => item !== undefined);
      return known.length > 0 && known.length === named.length ? repeatRows(known, of.table.rowCount) : null;
    }
    case 'unit':
      return unitRows(column, about[0] ?? '');
    case 'placeholder':
      return placeholderRows(column, profile);
    case 'test':
      return testRows(
        of.table,
        of.profile.columns.map((item) => item.semantic),
      );
    default:
      return null;
  }
}
