import { writeRecipe } from '../clean/recipe-file';
import type { WrittenFile } from './load-files';
import { uniqueStems } from './paths';
import type { PackageRecipe } from './types';

/** `recipes/<table>.json`: the cleaning steps each table went through before anything else, to read or to run again. */
export function recipeFiles(recipes: readonly PackageRecipe[]): readonly WrittenFile[] {
  const cleaned = recipes.filter(({ steps }) => steps.length > 0);
  const stems = uniqueStems(cleaned.map(({ tableName }) => tableName));
  return cleaned.map(({ tableName, steps }, at) => ({
    path: `recipes/${stems[at]!}.json`,
    bytes: new TextEncoder().encode(writeRecipe({ table: tableName, steps })),
    role: 'mapping',
    rows: null,
  }));
}
