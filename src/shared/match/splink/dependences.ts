import type { MatchResult } from '../types';
import type { NamedComparison } from './columns';
import type { SplinkColumn, SplinkComparison, SplinkFrequencies } from './types';

/** Two comparisons that repeat each other as a comparison of its own, which only ever takes off. */
export interface ExportedDependence {
  readonly column: SplinkColumn;
  readonly comparison: SplinkComparison;
  readonly frequencies: SplinkFrequencies;
}

/**
 * What Winnow takes off where two comparisons agree exactly and usually do so together. In Splink: a comparison of the
 * joint value that weighs nothing by itself, with a "frequency" of one or more per value, so that its adjustment is the
 * correction. Where Splink counts frequencies itself, the least of one makes the correction zero.
 */
export function exportDependences(
  result: MatchResult,
  named: readonly NamedComparison[],
): ExportedDependence[] {
  return result.dependences.map(({ comparison, on, codes, frequency }) => {
    const [a, b] = [named[comparison]!, named[on]!];
    const name = `${a.name}_with_${b.name}`;
    const values: string[] = [];
    const taken: number[] = [];
    const numberOf = new Map<number, number>();
    const own = Uint32Array.from(codes, (joint, row) => {
      if (joint === 0) return 0;
      let code = numberOf.get(joint);
      if (code === undefined) {
        code = values.length + 1;
        numberOf.set(joint, code);
        const [codeA, codeB] = [a.column.codes[row]!, b.column.codes[row]!];
        values.push(`${a.column.values[codeA]!} + ${b.column.values[codeB]!}`);
        const apart = a.column.frequency[codeA]! * b.column.frequency[codeB]!;
        taken.push(Math.max(1, frequency[joint]! / apart));
      }
      return code;
    });
    const equal = `${a.name}_l = ${a.name}_r AND ${b.name}_l = ${b.name}_r AND ${name}_l = ${name}_r`;
    return {
      column: { name, codes: own, values: ['', ...values], isList: false },
      frequencies: { column: name, values, frequencies: Float64Array.from(taken) },
      comparison: {
        output_column_name: name,
        comparison_description: 'Agreement that two columns have in common',
        comparison_levels: [
          {
            sql_condition: `${name}_l IS NULL OR ${name}_r IS NULL OR NOT (${equal})`,
            label_for_charts: 'not both equal',
            is_null_level: true,
          },
          {
            sql_condition: `${name}_l = ${name}_r`,
            label_for_charts: 'agree together',
            m_probability: 1,
            u_probability: 1,
            tf_adjustment_column: name,
            tf_adjustment_weight: 1,
            tf_minimum_u_value: 1,
          },
          {
            sql_condition: 'ELSE',
            label_for_charts: 'never',
            m_probability: 1e-9,
            u_probability: 1e-9,
          },
        ],
      },
    };
  });
}
