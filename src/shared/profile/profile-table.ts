import type { ColumnGuess } from '../ingest/types';
import type { Table } from '../table/types';
import { activityOf } from './activity';
import { columnFacts } from './column-facts';
import { guessCountry } from './country-guess';
import { isLikelyKey, keyColumnOf } from './key-column';
import { problemsOf } from './problems';
import { qualityOf } from './quality';
import { rangeOf } from './range';
import { semanticOf } from './semantic';
import type { ColumnProfile, TableProfile } from './types';
import { worthOf } from './worth';

/**
 * What is in a table: every column with its fill, types, patterns, range, problems and worth, a quality score and the best
 * key. `columns` are the reader's guesses, matched by name; `referenceDate` (ISO) stands for today. Works on distinct
 * values: linear in rows and in distinct values.
 */
export function profileTable(
  table: Table,
  columns: readonly ColumnGuess[],
  referenceDate: string,
): TableProfile {
  const guesses = new Map(columns.map((guess) => [guess.name, guess]));
  const facts = table.columns.map((column) =>
    columnFacts(column, guesses.get(column.name) ?? unknown(column.name)),
  );
  const semantics = table.columns.map((column) => semanticOf(column.name, column));
  const country = guessCountry(table, semantics)?.country ?? null;
  const keyColumn = keyColumnOf(facts, semantics);
  const activity = activityOf(facts, semantics, table.rowCount, referenceDate);
  const problems = facts.map((column, index) => {
    const semantic = semantics[index]!;
    return problemsOf(column, { semantic, country, referenceDate, likelyKey: isLikelyKey(column, semantic) });
  });
  const profiles = facts.map((column, index): ColumnProfile => {
    const range = rangeOf(column);
    const semantic = semantics[index]!;
    return {
      name: column.column.name,
      rows: column.rows,
      filled: column.filled,
      distinct: column.distinct,
      type: column.type,
      dateOrder: column.dateOrder,
      semantic,
      typeMix: column.typeMix,
      patterns: column.patterns,
      top: column.top,
      minLength: column.minLength,
      maxLength: column.maxLength,
      min: range.min,
      max: range.max,
      histogram: range.histogram,
      likelyKey: isLikelyKey(column, semantic),
      problems: problems[index]!.map(({ kind: _kind, ...problem }) => problem),
      worth: worthOf(column, activity, referenceDate),
    };
  });
  const quality = qualityOf(table, facts, semantics, problems, activity, keyColumn, referenceDate);
  return { rows: table.rowCount, columns: profiles, quality, keyColumn };
}

function unknown(name: string): ColumnGuess {
  return { name, type: 'text', dateOrder: null, decimalComma: false };
}
