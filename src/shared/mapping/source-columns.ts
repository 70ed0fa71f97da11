import { parseExpression } from '../clean/expression/parse';
import type { FieldSource } from './types';

/**
 * The columns of its own table that a field source reads, each once, in its order. An expression that cannot be read
 * names none.
 */
export function columnsRead(source: FieldSource): readonly string[] {
  switch (source.kind) {
    case 'column':
    case 'reference':
      return [source.column];
    case 'join':
    case 'first':
      return source.columns;
    case 'formula': {
      const parsed = parseExpression(source.expression);
      return parsed.ok ? parsed.value.columns : [];
    }
    case 'constant':
    case 'key':
      return [];
  }
}
