import { countCodes } from '../table/column';
import { type Column, EMPTY } from '../table/types';
import { CURRENCY_PATTERN } from './currency-signs';
import { numberText } from './number-format';
import type { ColumnGuess } from './types';

/** Sums of fewer numbers than this prove nothing. */
const LEAST_ADDENDS = 3;

const UNIT = new RegExp(`^(?:${CURRENCY_PATTERN})\\s?|\\s?(?:${CURRENCY_PATTERN})$`, 'giu');

/** The number of a written amount, its grouping and currency aside; null for anything else. */
function quantityOf(text: string, decimalComma: boolean): number | null {
  const bare = text.trim().replace(/^([-+(]*)(.*?)\)?$/su, (_, sign: string, rest: string) => {
    return `${/[-(]/.test(sign) ? '-' : ''}${rest.replace(UNIT, '')}`;
  });
  const grouping = decimalComma ? /[. '’\u00a0\u202f]/gu : /[, '’\u00a0\u202f]/gu;
  const digits = bare.replace(grouping, '').replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : null;
}

interface Sum {
  readonly total: number;
  readonly addends: number;
}

/** The sum of a column by its distinct values; linear in them. */
function sumOf(column: Column, decimalComma: boolean): Sum {
  const counts = countCodes(column);
  let total = 0;
  let addends = 0;
  for (let code = EMPTY + 1; code < column.values.length; code++) {
    const count = counts[code]!;
    const number = count > 0 ? quantityOf(column.values[code]!, decimalComma) : null;
    if (number === null) continue;
    total += number * count;
    if (number !== 0) addends += count;
  }
  return { total, addends };
}

/** Does the number written stand for the sum? Half a unit of its last decimal is allowed. */
function agrees(written: number, text: string, sum: number): boolean {
  const decimals = /[.,](\d{1,9})\D*$/.exec(text)?.[1]?.length ?? 0;
  const allowed = Math.max(0.5 * 10 ** -decimals, Math.abs(sum) * 1e-9) * 1.0001;
  return Math.abs(written - sum) <= allowed;
}

/**
 * What the numbers of a totals row say of the columns above it: in which it is their sum, in which it is not. `cells` are
 * by column of the table, `columns` null where one was left out. Empty where no number can be checked.
 */
export function sumSentence(
  cells: readonly string[],
  columns: readonly (Column | null)[],
  guesses: ReadonlyMap<string, ColumnGuess>,
  rows: number,
): string {
  const equal: string[] = [];
  const other: string[] = [];
  for (const [i, column] of columns.entries()) {
    const guess = column && guesses.get(column.name);
    const text = cells[i] ?? '';
    if (!column || !guess || text === '' || (guess.type !== 'integer' && guess.type !== 'number')) continue;
    const written = quantityOf(text, guess.decimalComma);
    if (written === null) continue;
    const { total, addends } = sumOf(column, guess.decimalComma);
    if (addends < LEAST_ADDENDS) continue;
    if (agrees(written, text, total)) equal.push(`"${column.name}"`);
    else
      other.push(
        `in "${column.name}" it says ${text}, the rows add up to ${numberText(Math.round(total * 1e6) / 1e6)}`,
      );
  }
  const parts: string[] = [];
  if (equal.length > 0) parts.push(`In ${equal.join(', ')} it is the sum of the ${rows} rows above.`);
  if (other.length > 0 && equal.length > 0) parts.push(`But ${other.join('; ')}.`);
  else if (other.length > 0) parts.push(`It is not the sum of all ${rows} rows above: ${other.join('; ')}.`);
  return parts.join(' ');
}
