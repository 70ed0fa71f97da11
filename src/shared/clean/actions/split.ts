import { ok, type Result } from '../../base/result';
import { trimBlank } from '../../profile/text';
import type { Table } from '../../table/types';
import { compilePattern } from '../pattern';
import type { SplitBy, StepAction } from '../types';
import { deriveColumns } from './derive';
import type { Worked } from './work';

/**
 * Pieces of a value into columns, without blanks around them. What is left after the last column stays in it, with its
 * separators, so that nothing is lost.
 */
export function runSplit(table: Table, action: Extract<StepAction, { readonly kind: 'split' }>): Worked {
  const cut = cutterOf(action.by, action.into.length);
  if (!cut.ok) return { broken: cut.error.message };
  return deriveColumns(table, action.column, action.into, action.keep, 0, (value) =>
    cut.value(value).map(trimBlank),
  );
}

/** Named or numbered groups into columns: the n-th group into the n-th column; the whole match where there is no group. */
export function runExtract(table: Table, action: Extract<StepAction, { readonly kind: 'extract' }>): Worked {
  const pattern = compilePattern(action.pattern, action.ignoreCase);
  if (!pattern.ok) return { broken: pattern.error.message };
  const { groups } = pattern.value;
  if (groups > 0 && action.into.length > groups)
    return {
      broken: `The pattern has ${groups === 1 ? 'one group' : `${groups} groups`} in brackets, but there are ${action.into.length} new columns. Give each column a group.`,
    };
  if (groups === 0 && action.into.length > 1)
    return { broken: 'The pattern has no groups in brackets, so it can fill one column only.' };
  return deriveColumns(table, action.column, action.into, true, -1, (value) => {
    const match = pattern.value.first(value);
    return match === null ? null : groups === 0 ? match : match.slice(1);
  });
}

function cutterOf(by: SplitBy, most: number): Result<(value: string) => readonly string[]> {
  switch (by.kind) {
    case 'separator':
      return ok((value) => {
        const pieces = value.split(by.separator);
        if (pieces.length <= most) return pieces;
        return [...pieces.slice(0, most - 1), pieces.slice(most - 1).join(by.separator)];
      });
    case 'pattern': {
      const pattern = compilePattern(by.pattern, by.ignoreCase);
      return pattern.ok ? ok((value) => pattern.value.split(value, most)) : pattern;
    }
    case 'lengths':
      return ok((value) => {
        const characters = Array.from(value);
        const pieces: string[] = [];
        let from = 0;
        for (const length of by.lengths.slice(0, most - 1)) {
          pieces.push(characters.slice(from, from + length).join(''));
          from += length;
        }
        return [...pieces, characters.slice(from).join('')];
      });
  }
}
