import { parseExpression } from '../clean/expression/parse';
import type { StepCondition } from '../clean/types';
import type { Derivation } from './types';

/** The columns of the other table a derivation needs, each once. */
export function columnsOf(derivation: Derivation): readonly string[] {
  switch (derivation.kind) {
    case 'apart':
      return [...new Set(derivation.where.flatMap(conditionColumns))];
    case 'distinct':
      return [...new Set([...derivation.by, ...derivation.columns])];
    case 'items':
      return [...new Set([...derivation.columns, ...derivation.keep])];
  }
}

function conditionColumns(condition: StepCondition): readonly string[] {
  if (condition.kind !== 'formula') return [condition.column];
  const parsed = parseExpression(condition.expression);
  return parsed.ok ? parsed.value.columns : [];
}
