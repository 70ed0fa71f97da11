import { guessColumns } from '../ingest/column-guess';
import type { ColumnGuess } from '../ingest/types';
import type { Column } from '../table/types';

/** A column that was changed, and what was known of it before. */
export interface ChangedColumn {
  readonly column: Column;
  readonly before: ColumnGuess | undefined;
}

/**
 * Types of changed and new columns, guessed from their values. What a person or the values settled before is kept where the
 * new values leave it open: the order of dates that could be either, the decimal sign of `1,234`.
 */
export function guessChanged(changed: readonly ChangedColumn[]): ReadonlyMap<string, ColumnGuess> {
  const { columns, evidence } = guessColumns(
    changed.map(({ column }) => column),
    null,
  );
  const guesses = new Map<string, ColumnGuess>();
  for (const [at, guess] of columns.entries()) {
    const before = changed[at]?.before;
    const open = (about: 'dateOrder' | 'decimal'): boolean =>
      evidence.some((item) => item.column === guess.name && item.about === about && item.certainty === 'ask');
    guesses.set(guess.name, {
      ...guess,
      dateOrder:
        guess.type === before?.type && (guess.dateOrder === null || open('dateOrder'))
          ? before.dateOrder
          : guess.dateOrder,
      decimalComma: guess.type === before?.type && open('decimal') ? before.decimalComma : guess.decimalComma,
    });
  }
  return guesses;
}
