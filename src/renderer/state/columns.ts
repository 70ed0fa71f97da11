import type { RecipeReport } from '@shared/pipeline/cleaning-types';
import { type EngineQuery, useEngineQuery } from './context';

/** The columns of a table as it is now, under its recipe: what keys, mappings and rules may name. Null asks nothing. */
export function useColumns(tableId: string | null): EngineQuery<Pick<RecipeReport, 'columns'>> {
  return useEngineQuery(tableId === null ? null : ['recipe', tableId], (engine) =>
    engine.recipe(tableId ?? ''),
  );
}
