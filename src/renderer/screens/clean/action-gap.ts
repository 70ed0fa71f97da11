import type { Result } from '@shared/base/result';
import { parseExpression } from '@shared/clean/expression/parse';
import { compilePattern } from '@shared/clean/pattern';
import type { StepAction } from '@shared/clean/types';
import { readyTransforms } from '@shared/clean/value-transform';
import { transformGap } from '../../components/transforms/transform-offers';

/** What a step still lacks before it can be kept, as a sentence; null when nothing. The engine checks the rest. */
export function actionGap(action: StepAction): string | null {
  switch (action.kind) {
    case 'change':
      if (action.columns.length === 0) return 'Choose a column.';
      if (action.transforms.length === 0) return 'Choose what is done to each value.';
      return first([...action.transforms.map(transformGap), wrong(readyTransforms(action.transforms))]);
    case 'merge':
      return action.clusters.length === 0 ? 'Choose at least one cluster to merge.' : null;
    case 'split':
      if (action.by.kind === 'separator' && action.by.separator === '') return 'Say what to split at.';
      if (action.by.kind === 'pattern') {
        if (action.by.pattern === '') return 'Write the pattern to split at.';
        const unread = wrong(compilePattern(action.by.pattern, action.by.ignoreCase));
        if (unread !== null) return unread;
      }
      if (action.by.kind === 'lengths' && action.by.lengths.length === 0) return 'Give at least one length.';
      return namesGap(action.into);
    case 'join':
      if (action.columns.length < 2) return 'Choose at least two columns.';
      return namesGap([action.into]);
    case 'extract':
      if (action.pattern === '') return 'Write the pattern to find.';
      return wrong(compilePattern(action.pattern, action.ignoreCase)) ?? namesGap(action.into);
    case 'fillDown':
    case 'remove':
      return action.columns.length === 0 ? 'Choose a column.' : null;
    case 'formula':
      if (action.expression.trim() === '') return 'Write the formula.';
      return wrong(parseExpression(action.expression)) ?? namesGap([action.into]);
    case 'parseName':
    case 'parseAddress':
      return namesGap(Object.values(action.into));
    case 'rename':
      if (action.to === action.column) return 'Give it another name.';
      return namesGap([action.to]);
  }
}

function namesGap(names: readonly string[]): string | null {
  if (names.length === 0) return 'Name at least one new column.';
  if (names.some((name) => name.trim() === '')) return 'Every new column needs a name.';
  return new Set(names).size < names.length ? 'Two new columns have the same name.' : null;
}

/** Why something cannot be read. */
function wrong(result: Result<unknown>): string | null {
  return result.ok ? null : result.error.message;
}

function first(gaps: readonly (string | null)[]): string | null {
  return gaps.find((gap) => gap !== null) ?? null;
}
