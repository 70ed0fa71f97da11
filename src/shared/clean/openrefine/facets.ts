import { z } from 'zod';
import type { StepCondition } from '../types';

const choice = z.looseObject({ v: z.looseObject({ v: z.union([z.string(), z.number(), z.boolean()]) }) });

const facetSchema = z.looseObject({
  type: z.string().max(50),
  columnName: z.string().max(2_000).optional(),
  expression: z.string().max(4_000).optional(),
  selection: z.array(choice).max(10_000).optional(),
  selectBlank: z.boolean().optional(),
  selectError: z.boolean().optional(),
  invert: z.boolean().optional(),
  query: z.string().max(10_000).optional(),
  mode: z.string().max(50).optional(),
  caseSensitive: z.boolean().optional(),
});

const engineSchema = z.looseObject({
  facets: z.array(facetSchema).max(100).optional(),
  mode: z.string().max(50).optional(),
});

/** The facets an operation was limited by, as conditions; null where one of them has no counterpart. */
export function conditionsOf(engineConfig: unknown): readonly StepCondition[] | null {
  if (engineConfig === undefined || engineConfig === null) return [];
  const engine = engineSchema.safeParse(engineConfig);
  if (!engine.success) return null;
  const conditions: StepCondition[] = [];
  for (const facet of engine.data.facets ?? []) {
    const column = facet.columnName;
    if (facet.type === 'list') {
      const values = (facet.selection ?? []).map(({ v }) => String(v.v));
      const all = facet.selectBlank ? [...values, ''] : values;
      if (all.length === 0 && !facet.selectError) continue;
      const plain = facet.expression === undefined || /^(?:grel:)?value$/.test(facet.expression);
      const blanks = /^(?:grel:)?isBlank\(value\)$/.test(facet.expression ?? '');
      const [only] = all;
      if (column === undefined || facet.selectError || !(plain || blanks)) return null;
      if (plain) conditions.push({ kind: 'equals', column, values: all, not: facet.invert ?? false });
      else if (all.length === 1 && (only === 'true' || only === 'false'))
        conditions.push({ kind: 'blank', column, blank: (only === 'true') !== (facet.invert ?? false) });
      else return null;
    } else if (facet.type === 'text') {
      if ((facet.query ?? '') === '') continue;
      if (column === undefined || facet.mode === 'regex' || facet.caseSensitive) return null;
      conditions.push({ kind: 'contains', column, text: facet.query ?? '', not: facet.invert ?? false });
    } else return null;
  }
  // In records mode a choice takes the whole record, rows without the value too.
  return conditions.length > 0 && engine.data.mode === 'record-based' ? null : conditions;
}
