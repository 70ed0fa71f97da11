import { packColumn, unpackColumn } from '../../table/pack';
import type { ComparisonColumn } from '../types';
import type { PackedComparison } from './types';

/** A column for another thread. Frequencies stay: levels do not depend on them. */
export function packComparison({ kind, partner, codes, values }: ComparisonColumn): PackedComparison {
  return { kind, partner, column: packColumn({ name: '', codes, values }) };
}

/** The column as the other thread sees it. */
export function unpackComparison({ kind, partner, column }: PackedComparison): ComparisonColumn {
  const { codes, values } = unpackColumn(column);
  return { kind, partner, codes, values, frequency: new Float32Array(0) };
}
