import type { TaskContext } from '../base/progress';
import { unwrap } from '../base/result';
import { applyRecipe } from '../clean/apply-recipe';
import { stepSentence } from '../clean/step-sentence';
import { compareColumns } from '../ingest/compare-columns';
import { readTable } from '../ingest/read';
import { applyRepairs } from '../ingest/repair-rows';
import { stackTables } from '../ingest/stack';
import type { ByteSource, ColumnDrift, ColumnRename, IngestedTable, ReadOptions } from '../ingest/types';
import { recordKeys } from '../mapping/record-keys';
import { columnNamed } from '../table/column';
import { compareRows, type KeyedTable, type RowDrift } from './compare-rows';
import type { Model } from './model';
import { namedParts, partsOf } from './read-parts';
import { unfitSentences } from './unfit';

/** A newer extract that is not accepted yet. */
export interface ExtractRequest {
  readonly tableId: string;
  readonly file: ByteSource;
  readonly fileName: string;
  readonly options: ReadOptions;
  /** Columns known under another name, by their name in the file; null = those that look like it. */
  readonly renamed: Readonly<Record<string, string>> | null;
  /** Which part of the table it replaces, 0 the first; null = it is stacked below as a further part. */
  readonly part: number | null;
}

/** What would be different if a newer extract were accepted. */
export interface ExtractComparison {
  readonly columns: ColumnDrift;
  /** Columns that look like one of before under another name, whether taken for it or not. */
  readonly renames: readonly ColumnRename[];
  /** Those taken for it, by their name in the file. */
  readonly renamed: Readonly<Record<string, string>>;
  readonly rows: RowDrift;
  /** The column rows are told apart by; null = by their content, so that a changed row counts as gone and new. */
  readonly keyColumn: string | null;
  /** Lines of the newer extract that could not be read, after repairs known from before. */
  readonly rejected: number;
  /** Lines repaired as before. */
  readonly repaired: number;
  /** Mappings, steps and decisions that no longer fit, one sentence each. */
  readonly unfit: readonly string[];
}

/** Reads a newer extract and compares it with the table as it is now, before it is accepted. Linear in rows. */
export async function compareExtracts(
  model: Model,
  request: ExtractRequest,
  task: TaskContext,
): Promise<ExtractComparison> {
  const { tableId } = request;
  const state = model.readState(tableId);
  const before = await model.whole(tableId);
  const fresh = unwrap(
    await readTable(request.file, request.fileName, request.options, task, model.readHelp),
  );
  const earlier = { name: 'the extract before', columns: before.columns, table: before.table };
  const { renamed: renames } = compareColumns([
    earlier,
    { name: request.fileName, columns: fresh.columns, table: fresh.table },
  ]);
  const renamed = request.renamed ?? Object.fromEntries(renames.map(({ from, to }) => [to, from]));
  const read = await withPart(model, request, renamed, fresh);
  const repairs = model.state.repairs.filter((repair) => repair.tableId === tableId);
  const after = applyRepairs(read, repairs);
  task.report({ label: `Comparing ${state.name} with ${request.fileName}`, done: 0, total: 0 });
  const recipe = model.recipe(tableId);
  const cleanedBefore = await model.wholeCleaned(tableId);
  const cleanedAfter = applyRecipe(after.table, after.columns, recipe);
  const keyOf = (table: IngestedTable['table']): string | null =>
    state.keyColumn !== null && columnNamed(table, state.keyColumn) ? state.keyColumn : null;
  const keyColumn = keyOf(cleanedBefore.table) && keyOf(cleanedAfter.table);
  const keyed = (table: IngestedTable['table']): KeyedTable => ({
    table,
    keys: recordKeys(tableId, table, keyColumn),
  });
  const old = keyed(cleanedBefore.table);
  const now = keyed(cleanedAfter.table);
  const rows = compareRows(old, now, (key) => key.slice(tableId.length + 1));
  const columns = compareColumns([
    earlier,
    { name: request.fileName, columns: after.columns, table: after.table },
  ]);
  return {
    columns,
    renames,
    renamed,
    rows,
    keyColumn,
    rejected: after.rejected.length,
    repaired: read.rejected.length - after.rejected.length,
    unfit: unfitSentences({
      state: model.state,
      tableId,
      columnsBefore: before.columns.length,
      columnsAlike: columns.common.length,
      columns: new Set(cleanedAfter.table.columns.map(({ name }) => name)),
      keysBefore: old.keys,
      keysAfter: new Set(now.keys),
      rejected: new Set(read.rejected.map(({ raw }) => raw)),
      steps: recipe.flatMap((step, at) => {
        const outcome = cleanedAfter.outcomes[at];
        return outcome?.state === 'broken'
          ? [{ name: stepSentence(step.action), why: outcome.sentence }]
          : [];
      }),
    }),
  };
}

/** The table as it would be read, with the newer file in the place of a part or below all. */
async function withPart(
  model: Model,
  { tableId, options, part, fileName }: ExtractRequest,
  renamed: Readonly<Record<string, string>>,
  fresh: IngestedTable,
): Promise<IngestedTable> {
  const parts = partsOf(model.readState(tableId));
  const read = await model.readParts(tableId);
  const file = { ...parts[0]!.file, name: fileName };
  const at = part ?? parts.length;
  const replaced = [...parts];
  const tables = [...read];
  replaced[at] = { name: parts[at]?.name ?? fileName, file, options, renamed };
  tables[at] = fresh;
  const named = namedParts(replaced, tables);
  return named.length === 1 ? named[0]!.ingested : stackTables(named);
}
